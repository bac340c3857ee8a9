// The way out and in again: a record is written to one store, exported, imported into an empty one and exported
// from there. A test and a bench drive it, each with the code it has: of `src/`, or built.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InterchangeFormat, interchangeFormats } from '../../../src/exporters/interchange-formats.js';
import type { importFiles } from '../../../src/importers/import-files.js';
import type { openStore } from '../../../src/store/store.js';
import type { TableName } from '../../../src/store/tables.js';
import type { writing } from '../../../src/store/write.js';
import type { RandomRecord } from './random-record.js';

/** What the way leads through. */
export interface Tools {
  interchangeFormats: typeof interchangeFormats;
  importFiles: typeof importFiles;
  openStore: typeof openStore;
  writing: typeof writing;
}

/** Two databases, migrated, that hold nothing but what the way leaves in them, and a folder. */
export interface Places {
  from: string;
  to: string;
  folder: string;
}

/** What came of a record: what was turned away, and both exports. */
export interface RoundTrip {
  rejected: readonly unknown[];
  out: string;
  again: string;
}

/** Takes a record out of a new store, into an empty one, and out of that. */
export async function roundTrip(
  tools: Tools,
  { from, to, folder }: Places,
  record: RandomRecord,
  format: InterchangeFormat,
): Promise<RoundTrip> {
  for (const url of [from, to]) await emptied(tools, url);
  await filled(tools, from, record);
  const out = await exported(tools, from, format);
  const file = join(folder, 'record.json');
  await writeFile(file, out);
  const { report } = await tools.importFiles({ url: to, files: [file], dryRun: false });
  return { rejected: report.rejected, out, again: await exported(tools, to, format) };
}

async function emptied({ openStore }: Tools, url: string): Promise<void> {
  const store = openStore(url, { max: 1 });
  await store.pool
    .query('TRUNCATE council, councillor, party, source, licence CASCADE')
    .finally(() => store.close());
}

async function filled({ openStore, writing }: Tools, url: string, record: RandomRecord): Promise<void> {
  const store = openStore(url, { max: 1 });
  const author = { by: 'test', reason: 'new_coverage', note: 'a record made up' } as const;
  await writing(store, author, async (writer) => {
    for (const [table, rows] of Object.entries(record))
      await writer.merge(
        table as TableName,
        rows.map((row) => ({ row })),
      );
  }).finally(() => store.close());
}

async function exported(
  { openStore, interchangeFormats }: Tools,
  url: string,
  format: InterchangeFormat,
): Promise<string> {
  const store = openStore(url, { max: 1 });
  try {
    let text = '';
    for await (const piece of interchangeFormats[format](store)) text += piece;
    return text;
  } finally {
    await store.close();
  }
}
