// Loading a whole record at once, for measuring at scale: rows go into the tables by COPY while keys and
// indexes are away, and everything is put back and checked in the same transaction. The revision log is
// written as by every other way in.
import type pg from 'pg';
import { copyInto, copyLine } from './copy.js';
import { deriveAllCells } from './derive-cells.js';
import { description } from './describe.js';
import type { Store } from './store.js';
import { publishedTables, type TableName } from './tables.js';
import type { Author, Values } from './write.js';

/** The loading end of one transaction. */
export interface Loader {
  readonly client: pg.PoolClient;
  /** Takes a row of any table, in any order; a flag that it leaves out is false, any other column null. */
  add(table: TableName, row: Values): void;
  /** Copies what was added since the last time. */
  flush(): Promise<void>;
  /** How many rows each table was given. */
  readonly counts: ReadonlyMap<TableName, number>;
}

/** Runs work in one transaction and then lets the database check every key; a throw keeps nothing. */
export async function loading(
  store: Store,
  author: Author,
  work: (loader: Loader) => Promise<void>,
): Promise<ReadonlyMap<TableName, number>> {
  const client = await store.pool.connect();
  try {
    await client.query('BEGIN');
    // Sorting millions of rows into indexes is what takes the time: it may take some memory as well.
    await client.query("SET LOCAL maintenance_work_mem = '512MB'");
    await client.query(
      `SELECT set_config('open_motions.by', $1, true), set_config('open_motions.reason', $2, true),
         set_config('open_motions.note', $3, true)`,
      [author.by, author.reason, author.note],
    );
    const restore = await takeAway(client);
    const loader = loaderOf(client);
    await work(loader);
    await loader.flush();
    for (const statement of restore) await client.query(statement);
    await client.query('ANALYZE citation, clause, motion, motion_event, coverage');
    await deriveAllCells(client);
    await client.query('COMMIT');
    // Outside the transaction, since VACUUM needs that; index-only reads depend on it.
    await client.query('VACUUM (ANALYZE)');
    return loader.counts;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

function loaderOf(client: pg.PoolClient): Loader {
  const tables = new Map<TableName, { columns: ReturnType<typeof writable>; lines: string[] }>();
  const counts = new Map<TableName, number>();
  const waiting = (table: TableName) => {
    const known = tables.get(table) ?? { columns: writable(table), lines: [] };
    tables.set(table, known);
    return known;
  };
  return {
    client,
    counts,
    add(table, row) {
      const { columns, lines } = waiting(table);
      lines.push(copyLine(columns.map(({ name, absent }) => row[name] ?? absent)));
      counts.set(table, (counts.get(table) ?? 0) + 1);
    },
    async flush() {
      for (const [table, { columns, lines }] of tables) {
        const names = columns.map(({ name }) => `"${name}"`);
        await copyInto(client, `"${table}" (${names.join(', ')})`, lines.splice(0));
      }
    },
  };
}

// What is hidden is made by the database.
function writable(table: TableName) {
  return description(table)
    .columns.filter((column) => !column.hidden)
    .map(({ name, kind, nullable }) => ({ name, absent: kind === 'boolean' && !nullable ? false : null }));
}

// The tables that rows go into; what triggers keep beside them, they may need the keys of.
const loaded = [
  ...publishedTables.map((table) => table.meta.tableName),
  'held_text',
  'theme_phrase',
  'suggested_theme',
  'clause_print',
  'revision',
];

const constraints = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, contype AS type,
    pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'u', 'p')
    AND conrelid::regclass::text = ANY ($1)
  ORDER BY contype <> 'f', conrelid::regclass::text, conname`;
const indexes = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1)
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`;

// Answers the statements that put everything back: keys before the references to them.
async function takeAway(client: pg.PoolClient): Promise<string[]> {
  const { rows: kept } = await client.query<Record<'table' | 'name' | 'type' | 'definition', string>>(
    constraints,
    [loaded],
  );
  const { rows: plain } = await client.query<Record<'name' | 'definition', string>>(indexes, [loaded]);
  for (const { table, name } of kept) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of plain) await client.query(`DROP INDEX ${name}`);
  const add = ({ table, name, definition }: (typeof kept)[number]) =>
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`;
  return [
    ...kept.filter(({ type }) => type !== 'f').map(add),
    ...plain.map(({ definition }) => definition),
    ...kept.filter(({ type }) => type === 'f').map(add),
  ];
}
