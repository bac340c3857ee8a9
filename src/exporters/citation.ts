// CITATION.cff: how to cite the data, in the Citation File Format 1.2. It holds no time of publication and no
// id of a snapshot, which a reader adds from the address.
import type { DataVersion } from './manifest.js';
import { snapshotPackage } from './package.js';
import { schemaVersion } from './table.js';

/** The text of CITATION.cff. */
export function citation({ version, asOf }: DataVersion): string {
  const fields: readonly (readonly [string, string])[] = [
    ['cff-version', '1.2.0'],
    ['type', 'dataset'],
    ['title', snapshotPackage.title],
    ['message', 'Please cite the snapshot you used by its id, which stands in its address.'],
    ['abstract', snapshotPackage.description],
    ['version', `${schemaVersion}, data version ${version}`],
    ...(asOf ? [['date-released', asOf.slice(0, 10)] as const] : []),
    ['license', snapshotPackage.licence.name],
  ];
  return [
    // A JSON string is a YAML string as well, whatever is in it.
    ...fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    'authors:',
    `  - name: ${JSON.stringify(snapshotPackage.creator)}`,
    'keywords:',
    ...snapshotPackage.keywords.map((word) => `  - ${JSON.stringify(word)}`),
    '',
  ].join('\n');
}
