// catalog.jsonld: the snapshot by DCAT-AP 3, for the data portals of Europe and the United Kingdom. Addresses
// are relative to it. The context is written in, so that reading it asks nobody else.
import { type Distribution, distributions } from './distributions.js';
import type { DataVersion } from './manifest.js';
import { jsonText, snapshotPackage } from './package.js';
import type { FileFacts } from './staging.js';
import { schemaVersion } from './table.js';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const vocabulary = 'http://publications.europa.eu/resource/authority';
const english = (value: string) => ({ '@value': value, '@language': 'en' });
const node = (id: string, type: string) => ({ '@id': id, '@type': type });
const licence = node(snapshotPackage.licence.path, 'dct:LicenseDocument');
const language = node(`${vocabulary}/language/ENG`, 'dct:LinguisticSystem');
const publisher = { ...node('#publisher', 'foaf:Agent'), 'foaf:name': english(snapshotPackage.creator) };

/** The text of catalog.jsonld for finished table files. */
export function catalogJsonld(files: readonly FileFacts[], { asOf }: DataVersion): string {
  return jsonText({
    '@context': context,
    ...node('#catalog', 'dcat:Catalog'),
    'dct:title': english(snapshotPackage.title),
    'dct:description': english(snapshotPackage.description),
    'dct:publisher': publisher,
    'dct:license': licence,
    'dct:language': language,
    'dcat:dataset': dataset(files, asOf),
  });
}

function dataset(files: readonly FileFacts[], asOf: string | null) {
  return {
    ...node('#dataset', 'dcat:Dataset'),
    'dct:title': english(snapshotPackage.title),
    'dct:description': english(snapshotPackage.description),
    'dct:publisher': publisher,
    'dct:language': language,
    'dct:spatial': node(`${vocabulary}/country/GBR`, 'dct:Location'),
    'dcat:version': schemaVersion,
    'dcat:keyword': snapshotPackage.keywords.map(english),
    'dcat:theme': {
      ...node(`${vocabulary}/data-theme/GOVE`, 'skos:Concept'),
      'skos:prefLabel': english('Government and public sector'),
    },
    ...(asOf ? { 'dct:modified': { '@value': asOf, '@type': 'xsd:dateTime' } } : {}),
    'dcat:distribution': distributions(files).map(distribution),
  };
}

function distribution(file: Distribution) {
  return {
    ...node(`#${file.path}`, 'dcat:Distribution'),
    'dct:title': english(file.title),
    'dcat:accessURL': { '@id': file.path },
    'dcat:downloadURL': { '@id': file.path },
    'dct:license': licence,
    'dcat:mediaType': node(`http://www.iana.org/assignments/media-types/${file.mediaType}`, 'dct:MediaType'),
    'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': node('spdx:checksumAlgorithm_sha256', 'spdx:ChecksumAlgorithm'),
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
  };
}
