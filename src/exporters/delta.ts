// changes/<FROM>..<TO>.jsonl: what to do to one snapshot to have the next, row by row, each with its reason. Tables
// stand in the order of the list of tables, rows in the order of their keys; the row itself is the last member of
// a line, with the very bytes it has in jsonl/.
import type { changeReason, Word } from '../domain/vocabulary.js';
import type { RowChange } from './delta-rows.js';
import { fileLines } from './file-lines.js';
import type { PublishedTable } from './table.js';

/** Why a row differs, and where a merged record went. */
export interface Motive {
  readonly reason: Word<typeof changeReason>;
  readonly into?: string;
}

interface DeltaLine {
  readonly table: string;
  readonly kind: 'added' | 'changed' | 'removed' | 'merged';
  readonly key: Readonly<Record<string, string>>;
}

/** The name of the delta from one snapshot to the next. */
export function deltaName(from: string, to: string): string {
  return `${from}..${to}.jsonl`;
}

/** One change as a line. */
export function deltaLine(table: PublishedTable, change: RowChange, { reason, into }: Motive): string {
  const kind = into === undefined ? change.kind : 'merged';
  const key = Object.fromEntries(table.key.map((column, n) => [column, change.key[n]]));
  const head = JSON.stringify({ table: table.name, kind, key, into, reason });
  if (change.kind === 'removed') return `${head}\n`;
  return `${head.slice(0, -1)},"row":${change.line.toString()}}\n`;
}

/** The changes that a delta file tells of one table. */
export async function* changesIn(path: string, table: PublishedTable): AsyncGenerator<RowChange> {
  for await (const line of fileLines(path)) {
    const text = line.toString();
    const told = JSON.parse(text) as DeltaLine;
    if (told.table !== table.name) continue;
    const key = table.key.map((column) => String(told.key[column]));
    if (told.kind === 'removed' || told.kind === 'merged') yield { kind: 'removed', key };
    else yield { kind: told.kind, key, line: Buffer.from(rowIn(text, told)) };
  }
}

// Cut out instead of written again, so that what is applied are the bytes of the file.
function rowIn(text: string, { row: _row, ...head }: DeltaLine & { row?: unknown }): string {
  const before = `${JSON.stringify(head).slice(0, -1)},"row":`;
  if (!text.startsWith(before)) throw new RangeError(`a line of a delta is not in its form: ${before}`);
  return text.slice(before.length, -1);
}
