// Merging a stream of rows that all state the same columns: they are copied into a scratch table as they
// come and merged in two statements, so that neither side's memory grows with their number. Where the
// database refuses, the rows at fault are told by their line and the others stay.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine, type Value } from './copy.js';
import { description } from './describe.js';
import type { TableName } from './tables.js';
import type { Counts } from './write.js';

/** A row by the order of the stream's columns, with the line it came from. */
export interface StreamedRow {
  readonly line: number;
  readonly values: readonly Value[];
}

/** A row that the database turned away. */
export interface RefusedRow {
  readonly line: number;
  readonly expected: string;
  readonly got: string;
}

/** What became of a stream. */
export interface StreamCounts extends Counts {
  readonly refused: RefusedRow[];
}

// Rows at fault are found set by set; what only the database can name comes row by row, and not for ever.
const mostRounds = 100;
const scratch = 'incoming_rows';

/** Merges a stream into a table by its key; refused rows are listed and left out. */
export async function mergeStream(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
  rows: AsyncIterable<StreamedRow>,
): Promise<StreamCounts> {
  const list = columns.map(quoted).join(', ');
  await client.query(
    `CREATE TEMP TABLE ${scratch} ON COMMIT DROP AS SELECT ${list}, 0::bigint AS incoming_line FROM ${quoted(table)} LIMIT 0`,
  );
  const copy = client.query(copyFrom(`COPY ${scratch} (${list}, incoming_line) FROM STDIN`));
  await pipeline(Readable.from(linesOf(rows)), copy);
  await client.query(`ANALYZE ${scratch}`);
  const total = copy.rowCount ?? 0;
  const refused: RefusedRow[] = [];
  for (let round = 0; ; round += 1) {
    const merged = await tryMerge(client, table, columns);
    if (!(merged instanceof pg.DatabaseError)) {
      await client.query(`DROP TABLE ${scratch}`);
      return { ...merged, unchanged: total - refused.length - merged.inserted - merged.updated, refused };
    }
    const faults = await findFaults(client, table, columns, merged);
    if (faults.length === 0 || round === mostRounds) throw merged;
    refused.push(...faults);
    await client.query(`DELETE FROM ${scratch} WHERE incoming_line = ANY($1)`, [
      faults.map(({ line }) => line),
    ]);
  }
}

type Merged = Pick<Counts, 'inserted' | 'updated'>;

async function tryMerge(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
): Promise<Merged | pg.DatabaseError> {
  await client.query('SAVEPOINT merging');
  try {
    const merged = await mergeScratch(client, table, columns);
    await client.query(
      'SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE SAVEPOINT merging',
    );
    return merged;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT merging; SET CONSTRAINTS ALL DEFERRED');
    return error;
  }
}

async function mergeScratch(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
): Promise<Merged> {
  const { key } = description(table);
  const sameKey = key.map((column) => `t.${quoted(column)} = i.${quoted(column)}`).join(' AND ');
  const others = columns.filter((column) => !key.includes(column));
  const side = (name: string) => others.map((column) => `${name}.${quoted(column)}`).join(', ');
  const sets = others.map((column) => `${quoted(column)} = i.${quoted(column)}`).join(', ');
  const updated =
    others.length === 0
      ? null
      : await client.query(
          `UPDATE ${quoted(table)} t SET ${sets} FROM ${scratch} i
           WHERE ${sameKey} AND (${side('t')}) IS DISTINCT FROM (${side('i')})`,
        );
  const list = columns.map(quoted).join(', ');
  const inserted = await client.query(
    `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM ${scratch} i
     WHERE NOT EXISTS (SELECT FROM ${quoted(table)} t WHERE ${sameKey})`,
  );
  return { inserted: inserted.rowCount ?? 0, updated: updated?.rowCount ?? 0 };
}

async function findFaults(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
  error: pg.DatabaseError,
): Promise<RefusedRow[]> {
  const found = [...(await repeated(client, table)), ...(await dangling(client, table, columns))];
  const faults = found.length > 0 ? found : await namedByError(client, table, columns, error);
  return [...new Map(faults.map((fault) => [fault.line, fault])).values()];
}

/** Rows whose key an earlier row of the stream has. */
async function repeated(client: pg.PoolClient, table: TableName): Promise<RefusedRow[]> {
  const key = description(table).key.map(quoted).join(', ');
  const { rows } = await client.query<{ line: number; key: string; first: number }>(
    `SELECT incoming_line AS line, concat_ws(' ', ${key}) AS key, first FROM (
       SELECT *, row_number() OVER same AS n, first_value(incoming_line) OVER same AS first FROM ${scratch}
       WINDOW same AS (PARTITION BY ${key} ORDER BY incoming_line)) numbered WHERE n > 1 ORDER BY 1`,
  );
  return rows.map(({ line, key: got, first }) => ({
    line,
    expected: `each record once (the first is at line ${first})`,
    got,
  }));
}

/** Rows that point at a record which is not there. */
async function dangling(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
): Promise<RefusedRow[]> {
  const faults: RefusedRow[] = [];
  for (const { name, references } of description(table).columns) {
    if (!references || !columns.includes(name)) continue;
    const among =
      references === table ? ` AND NOT EXISTS (SELECT FROM ${scratch} o WHERE o.id = i.${quoted(name)})` : '';
    const { rows } = await client.query<{ line: number; got: string }>(
      `SELECT incoming_line AS line, ${quoted(name)} AS got FROM ${scratch} i WHERE ${quoted(name)} IS NOT NULL
       AND NOT EXISTS (SELECT FROM ${quoted(references)} r WHERE r.id = i.${quoted(name)})${among} ORDER BY 1`,
    );
    const expected = `in ${name} the id of a ${references.replaceAll('_', ' ')} that is recorded`;
    faults.push(...rows.map(({ line, got }) => ({ line, expected, got })));
  }
  return faults;
}

// PostgreSQL names the offending key as (column)=(value), or prints the failing row, its key first.
async function namedByError(
  client: pg.PoolClient,
  table: TableName,
  columns: readonly string[],
  { detail = '', constraint, message }: pg.DatabaseError,
): Promise<RefusedRow[]> {
  const [, column, value] = /\(([a-z_]+)\)=\((.*?)\)/.exec(detail) ?? [];
  const [, first] = /^Failing row contains \(([^,)]*)/.exec(detail) ?? [];
  const by = column && columns.includes(column) ? column : description(table).key[0];
  const got = column ? value : first;
  if (!by || got === undefined) return [];
  const { rows } = await client.query<{ line: number }>(
    `SELECT incoming_line AS line FROM ${scratch} WHERE ${quoted(by)}::text = $1 ORDER BY 1 DESC LIMIT 1`,
    [got],
  );
  const expected = constraint ? `a ${table} that satisfies ${constraint}` : `a valid ${table}`;
  return rows.map(({ line }) => ({ line, expected, got: `${got}: ${message}` }));
}

// Lines leave in chunks: one write per row costs more than the row.
async function* linesOf(rows: AsyncIterable<StreamedRow>): AsyncGenerator<string> {
  let chunk = '';
  for await (const { line, values } of rows) {
    chunk += copyLine([...values, line]);
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
