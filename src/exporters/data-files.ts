// Every file of a snapshot that holds records, in every format, from one moment of the store.
import type { Reading } from '../store/reading.js';
import { csvExporter } from './csv.js';
import { jsonExporter } from './json.js';
import { jsonlExporter } from './jsonl.js';
import { writeNestedMotions } from './nested-motions.js';
import { parquetExporter } from './parquet.js';
import { spreadsheetExporter } from './spreadsheet.js';
import { sqliteExporter } from './sqlite.js';
import type { Staging } from './staging.js';
import { traverse } from './traversal.js';

const formats = [
  csvExporter,
  jsonExporter,
  jsonlExporter,
  spreadsheetExporter,
  parquetExporter,
  sqliteExporter,
];

/** Writes the tables and the nested motions; `detail` is told of each table with its rows. Memory stays flat. */
export async function writeDataFiles(
  moment: Reading,
  staging: Staging,
  detail: (line: string) => void,
): Promise<void> {
  const exporters = formats.map((start) => start(staging));
  await traverse(moment, exporters, (table, rows) => detail(`${table.name}: ${rows} rows`));
  await writeNestedMotions(moment.db, staging);
}
