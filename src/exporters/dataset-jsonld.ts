// dataset.jsonld: the snapshot as a schema.org Dataset, which search engines for data read. Addresses are
// relative to it.
import { distributions } from './distributions.js';
import type { DataVersion } from './manifest.js';
import { jsonText, snapshotPackage } from './package.js';
import type { FileFacts } from './staging.js';
import { schemaVersion } from './table.js';

/** The text of dataset.jsonld for finished table files. */
export function datasetJsonld(files: readonly FileFacts[], { asOf }: DataVersion): string {
  return jsonText({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': './',
    name: snapshotPackage.title,
    description: snapshotPackage.description,
    url: './',
    version: schemaVersion,
    license: snapshotPackage.licence.path,
    creator: { '@type': 'Organization', name: snapshotPackage.creator },
    keywords: snapshotPackage.keywords,
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
    spatialCoverage: { '@type': 'Place', name: 'United Kingdom' },
    ...(asOf ? { dateModified: asOf } : {}),
    distribution: distributions(files).map((file) => ({
      '@type': 'DataDownload',
      name: file.title,
      contentUrl: file.path,
      encodingFormat: file.mediaType,
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
  });
}
