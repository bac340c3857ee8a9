// Which published files hold a value of a record: the snapshots whose row of it has one, and the deltas that tell it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDeltas } from '../exporters/deltas.js';
import { fileLines } from '../exporters/file-lines.js';
import type { Snapshot } from '../exporters/snapshots.js';
import { publishedName } from '../exporters/table.js';
import type { ColumnDescription } from '../store/describe.js';
import { struckText } from '../store/redact.js';
import type { TableName } from '../store/tables.js';

/** Columns of a record whose values are looked for. */
export interface Wanted {
  readonly table: TableName;
  readonly id: string;
  readonly columns: readonly ColumnDescription[];
}

/** The snapshots that hold one of the values; one whose files cannot tell is taken to hold it. */
export async function snapshotsHolding(
  exportsDir: string,
  snapshots: readonly Snapshot[],
  wanted: Wanted,
): Promise<Snapshot[]> {
  const holding: Snapshot[] = [];
  for (const snapshot of snapshots) {
    const path = join(exportsDir, 'snapshots', snapshot.id, 'jsonl', `${publishedName(wanted.table)}.jsonl`);
    if (!existsSync(path) || (await anyLine(path, wanted, (row) => row))) holding.push(snapshot);
  }
  return holding;
}

/** The paths of the deltas that tell one of the values. */
export async function deltasHolding(exportsDir: string, wanted: Wanted): Promise<string[]> {
  const holding: string[] = [];
  for (const { path } of await readDeltas(exportsDir, [])) {
    const told = ({ table, row }: Line) => (table === publishedName(wanted.table) ? row : undefined);
    if (await anyLine(join(exportsDir, path), wanted, (line) => told(line as Line))) holding.push(path);
  }
  return holding;
}

type Values = Readonly<Record<string, unknown>>;
type Line = { readonly table: string; readonly row?: Values };

async function anyLine(
  path: string,
  { id, columns }: Wanted,
  rowOf: (line: Values) => Values | undefined,
): Promise<boolean> {
  const named = JSON.stringify(id);
  for await (const line of fileLines(path)) {
    if (!line.includes(named)) continue;
    const row = rowOf(JSON.parse(line.toString()) as Values);
    if (row?.id === id && columns.some(({ name }) => isValue(row[name]))) return true;
  }
  return false;
}

const isValue = (cell: unknown) => cell !== null && cell !== undefined && cell !== struckText;
