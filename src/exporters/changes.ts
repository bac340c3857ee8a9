// CHANGES.md of a snapshot: what changed in the shape of the files from one version to the next, and how many
// rows each table has gained or lost since the snapshot before.
import type { Manifest } from './manifest.js';
import type { FileFacts } from './staging.js';
import { publishedTables } from './table.js';

const shape = `# Changes of the files

Columns are only ever added at the end of a table; a table or column that is to go is announced here first.

## 0.3.0

- Added beside every table: Parquet; all tables as one SQLite file; every file in one archive, all.zip.
- Ids and references have a stated pattern.
- Added: validation/report.json, receipts of what checked the snapshot.
- Added beside the snapshots: changes/<FROM>..<TO>.jsonl, what to do to one snapshot to have the next.

## 0.2.0

- Added beside every table: JSON Lines, a spreadsheet edition and compressed siblings; nested motions.
- Added metadata: CSV on the Web, DCAT-AP, schema.org, CITATION.cff, PRIVACY.md and this page.
- Every column that may be empty says what an empty cell means.

## 0.1.0

- The first snapshots: CSV and JSON per table, flat positions, Data Package.
`;

/** The text of CHANGES.md for finished table files. */
export function changesText(files: readonly FileFacts[], previous: Manifest | undefined): string {
  return `${shape}\n## Rows\n\n${previous ? rowChanges(files, previous) : 'There is no snapshot before this one.'}\n`;
}

function rowChanges(files: readonly FileFacts[], previous: Manifest): string {
  const rows = (of: readonly FileFacts[], table: string) =>
    of.find((file) => file.path === `csv/${table}.csv`)?.rows ?? 0;
  const lines = publishedTables.flatMap(({ name }) => {
    const [before, now] = [rows(previous.files, name), rows(files, name)];
    return before === now ? [] : [`| ${name} | ${before} | ${now} |`];
  });
  if (lines.length === 0) return 'Every table has as many rows as in the snapshot before.';
  return ['Tables with more or fewer rows than in the snapshot before:', '', ...head, ...lines].join('\n');
}

const head = ['| table | rows before | rows now |', '| --- | --- | --- |'];
