// Writing is set-based: rows of one table that state the same columns are copied into a scratch table
// and merged by key, so that a bulk import keeps near COPY’s speed and a count tells what changed.
import type pg from 'pg';
import type { changeReason, Word } from '../domain/vocabulary.js';
import { copyInto, copyLine, type Value } from './copy.js';
import { deriveStandings } from './derive.js';
import { deriveCells } from './derive-cells.js';
import { description } from './describe.js';
import { mergeStream, type StreamCounts, type StreamedRow } from './merge-stream.js';
import type { Store } from './store.js';
import type { TableName } from './tables.js';
import { uniteRecords } from './unite.js';

export type { Value } from './copy.js';

/** A row by column name; a column it leaves out keeps what the store holds. */
export type Values = Readonly<Record<string, Value>>;

/** A row to merge: what its source states, and what a new record starts from where it states nothing. */
export interface Stated {
  readonly row: Values;
  /** Columns written only when the record is new, so that nothing held since is overwritten. */
  readonly initial?: Values;
}

/** What became of the rows handed over. */
export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
}

/** Who writes and why, as the revision log will show it. */
export interface Author {
  /** A role or handle, never a name. */
  readonly by: string;
  /** Why records that are held already change; what is written for the first time is new coverage. */
  readonly reason: Word<typeof changeReason>;
  /** What is being done, in words. */
  readonly note: string;
}

/** The writing end of one transaction. */
export interface Writer {
  readonly client: pg.PoolClient;
  /** Merges rows into a table by its key and counts what changed. */
  merge(table: TableName, rows: readonly Stated[]): Promise<Counts>;
  /** Merges a stream of rows that state the same columns, and lists those that were turned away. */
  mergeStream(
    table: TableName,
    columns: readonly string[],
    rows: AsyncIterable<StreamedRow>,
  ): Promise<StreamCounts>;
  /** Deletes a row (a bridge row by its key’s parts joined by a space) and leaves a tombstone for a noun. */
  remove(table: TableName, id: string, reason: string): Promise<void>;
  /** Makes one record of two; gives how many rows pointed at the one that goes, whose id leads to the other. */
  unite(table: TableName, from: string, into: string): Promise<number>;
}

// Columns that a rule derives; no record may state them.
const derived: Partial<Record<TableName, readonly string[]>> = {
  motion: ['current_stage', 'current_outcome', 'outcome_since', 'deciding_event_id'],
};

/** Runs work in one transaction and derives what follows from it; a throw or a `keep` that says no keeps nothing. */
export async function writing<T>(
  store: Store,
  author: Author,
  work: (writer: Writer) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  const client = await store.pool.connect();
  try {
    await client.query('BEGIN; SET CONSTRAINTS ALL DEFERRED');
    await client.query(
      `SELECT set_config('open_motions.by', $1, true), set_config('open_motions.reason', $2, true),
         set_config('open_motions.note', $3, true)`,
      [author.by, author.reason, author.note],
    );
    const result = await work({
      client,
      merge: (table, rows) => merge(client, table, rows),
      mergeStream: (table, columns, rows) => {
        refuseColumns(table, columns);
        return mergeStream(client, table, columns, rows);
      },
      remove: (table, id, reason) => remove(client, table, id, reason),
      unite: (table, from, into) => uniteRecords(client, table, from, into),
    });
    await deriveStandings(client);
    await deriveCells(client);
    await client.query(keep(result) ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function merge(client: pg.PoolClient, table: TableName, rows: readonly Stated[]): Promise<Counts> {
  const total: Counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const group of Map.groupBy(rows, columnsOf).values()) {
    const counts = await mergeAlike(client, table, group);
    total.inserted += counts.inserted;
    total.updated += counts.updated;
    total.unchanged += counts.unchanged;
  }
  // Rows of one table may point at each other across groups; what is still wrong shows here, at its table.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED');
  return total;
}

function columnsOf({ row, initial }: Stated): string {
  return [...Object.keys(row).sort(), '|', ...Object.keys(initial ?? {}).sort()].join();
}

// Rows that state the same columns go through one scratch table.
async function mergeAlike(client: pg.PoolClient, table: TableName, rows: readonly Stated[]): Promise<Counts> {
  const { key } = description(table);
  const stated = Object.keys(rows[0]?.row ?? {});
  const columns = [...new Set([...stated, ...Object.keys(rows[0]?.initial ?? {})])];
  refuseColumns(table, columns);
  const list = columns.map(quoted).join(', ');
  await client.query(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${list} FROM ${quoted(table)} LIMIT 0`,
  );
  await copyInto(client, `incoming (${list})`, linesOf(columns, rows));
  const sameKey = key.map((column) => `t.${quoted(column)} = i.${quoted(column)}`).join(' AND ');
  const updated = await updateChanged(
    client,
    table,
    stated.filter((column) => !key.includes(column)),
    sameKey,
  );
  const inserted = await client.query(
    `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM incoming i
     WHERE NOT EXISTS (SELECT FROM ${quoted(table)} t WHERE ${sameKey})`,
  );
  await client.query('DROP TABLE incoming');
  const counts = { inserted: inserted.rowCount ?? 0, updated };
  return { ...counts, unchanged: rows.length - counts.inserted - counts.updated };
}

async function updateChanged(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
  sameKey: string,
): Promise<number> {
  if (columns.length === 0) return 0;
  const sets = columns.map((column) => `${quoted(column)} = i.${quoted(column)}`).join(', ');
  const side = (name: string) => columns.map((column) => `${name}.${quoted(column)}`).join(', ');
  const { rowCount } = await client.query(
    `UPDATE ${quoted(table)} t SET ${sets} FROM incoming i
     WHERE ${sameKey} AND (${side('t')}) IS DISTINCT FROM (${side('i')})`,
  );
  return rowCount ?? 0;
}

function refuseColumns(table: TableName, columns: readonly string[]): void {
  const known = new Set(description(table).columns.map((column) => column.name));
  for (const column of columns) {
    if (!known.has(column)) throw new RangeError(`expected a column of ${table}, got ${column}`);
    if (derived[table]?.includes(column))
      throw new RangeError(`${table}.${column} is derived, never written`);
  }
}

function* linesOf(columns: readonly string[], rows: readonly Stated[]): Generator<string> {
  for (const { row, initial } of rows) {
    yield copyLine(columns.map((column) => row[column] ?? initial?.[column] ?? null));
  }
}

async function remove(client: pg.PoolClient, table: TableName, id: string, reason: string): Promise<void> {
  const { key } = description(table);
  const isNoun = key.length === 1 && key[0] === 'id';
  const matches = key.map((column, n) => `${quoted(column)} = $${n + 1}`).join(' AND ');
  await client.query(`DELETE FROM ${quoted(table)} WHERE ${matches}`, isNoun ? [id] : id.split(' '));
  if (!isNoun) return;
  await client.query('INSERT INTO tombstone (id, reason, removed_at) VALUES ($1, $2, current_date)', [
    id,
    reason,
  ]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
