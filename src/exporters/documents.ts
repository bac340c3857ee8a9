// What stands beside the tables of a snapshot: its descriptions for programs and for people, all of them made
// from the same list of tables and of finished files.
import { catalogJsonld } from './catalog-jsonld.js';
import { changesText } from './changes.js';
import { citation } from './citation.js';
import { csvw, csvwPath } from './csvw.js';
import { dataPackage } from './datapackage.js';
import { datasetJsonld } from './dataset-jsonld.js';
import { dictionary } from './dictionary.js';
import { licenceText } from './licence.js';
import type { DataVersion, Manifest } from './manifest.js';
import { privacyText } from './privacy.js';
import type { Staging } from './staging.js';

/** Writes every description of the staged tables; `previous` is the manifest of the snapshot before. */
export async function writeDocuments(
  staging: Staging,
  data: DataVersion,
  previous: Manifest | undefined,
): Promise<void> {
  const tables = staging.files;
  const texts: Record<string, string> = {
    [csvwPath]: csvw(),
    'datapackage.json': dataPackage(tables),
    'dataset.jsonld': datasetJsonld(tables, data),
    'catalog.jsonld': catalogJsonld(tables, data),
    'CITATION.cff': citation(data),
    'README.md': dictionary(tables),
    'LICENCE.md': licenceText,
    'PRIVACY.md': privacyText(),
    'CHANGES.md': changesText(tables, previous),
  };
  for (const [path, text] of Object.entries(texts)) await staging.write(path, text);
}
