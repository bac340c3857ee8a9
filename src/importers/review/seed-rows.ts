// The rows of the seed tables that a motion's file points at. What the seeds do not hold yet is added from
// the record, with all that it points at in turn; the rows that stand there stay as they are.

import { parse } from 'csv-parse/sync';
import { ReviewError } from '../../errors.js';
import { description } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';
import { type Reader, rows } from '../document/known.js';
import { type SeedTable, seedTables } from '../seeds/tables.js';

/** The files of a seeds folder by their names under it, as they are to be written. */
export type SeedFiles = Map<string, string>;

const tableOf = new Map(seedTables.map((seed) => [seed.table.replaceAll('_', '-'), seed]));

/** Adds the rows of every id that a value points at and the seeds do not hold. */
export async function addRowsFor(store: Reader, files: SeedFiles, value: unknown): Promise<void> {
  for (const id of idsIn(value)) {
    const seed = tableOf.get(id.slice(0, id.indexOf('/')));
    if (seed && !linesOf(files, seed).some((line) => line.id === id))
      await putRow(store, files, seed.table, id);
  }
}

/** Writes one row as the record holds it, in place of the line with its id or at the end. */
export async function putRow(store: Reader, files: SeedFiles, table: TableName, id: string): Promise<void> {
  const seed = seedTables.find((one) => one.table === table);
  const [row] = await rows<Record<string, unknown>>(store, `SELECT * FROM "${table}" WHERE id = $1`, [id]);
  if (!seed || !row) throw new ReviewError([{ expected: `a ${table} of the record`, got: id }]);
  const sources = seed.bridge === null ? [] : await sourcesOf(store, seed.bridge, table, id);
  const text = files.get(seed.file) ?? '';
  const columns = (parse(text, { to: 1 }) as string[][])[0] ?? [];
  const cells = columns.map((column) => cell(column === 'sources' ? sources.join(' ') : row[column]));
  files.set(seed.file, withLine(text, id, cells.join(',')));
  const points = description(table).columns.flatMap(({ name, references }) =>
    references ? [row[name]] : [],
  );
  await addRowsFor(store, files, [...points, ...sources]);
}

async function sourcesOf(store: Reader, bridge: TableName, table: TableName, id: string): Promise<string[]> {
  const found = await rows<{ source_id: string }>(
    store,
    `SELECT source_id FROM "${bridge}" WHERE "${table}_id" = $1 ORDER BY 1`,
    [id],
  );
  return found.map(({ source_id }) => source_id);
}

function linesOf(files: SeedFiles, { file }: SeedTable): Record<string, string>[] {
  return parse(files.get(file) ?? '', { columns: true }) as Record<string, string>[];
}

/** The file with one line more, or with the line of the same id replaced. */
function withLine(text: string, id: string, line: string): string {
  const held = parse(text, { columns: true, raw: true }) as { record: Record<string, string>; raw: string }[];
  const old = held.find(({ record }) => record.id === id)?.raw;
  if (old === undefined) return `${text}${text.endsWith('\n') ? '' : '\n'}${line}\n`;
  return text.replace(old, () => `${line}${/\r?\n?$/.exec(old)?.[0] ?? ''}`);
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z-]+\/[^\s]+$/.test(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return [...new Set(Object.values(value).flatMap(idsIn))];
}
