// The one way to the database: a pool of connections and Kysely over it. MikroORM declares the tables
// and migrates them (see migrate.ts); rows are read and written through this store.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './tables.js';
import { type StatementWatch, watchedClient } from './watched-client.js';

/** A handle on one database; share it, and close it once. */
export interface Store {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * What a caller may set: how many connections at most, how long a statement may run, who is told of each that
 * Kysely makes (`onStatement`) or that is sent at all (`watch`), and the snapshot (as pg_export_snapshot names it)
 * of a transaction, still open, whose moment alone is to be seen.
 */
export interface StoreOptions {
  max?: number;
  statementTimeoutMs?: number;
  onStatement?: (sql: string) => void;
  watch?: StatementWatch;
  snapshot?: string;
}

/** Kysely over one connection, so that a question is answered within the transaction open on it. */
export function dbOf(client: pg.ClientBase): Kysely<Database> {
  const only = { query: client.query.bind(client) as never, release: () => {} };
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: { connect: async () => only, end: async () => {}, options: {} } }),
  });
}

const oid = { int8: 20, date: 1082, timestamptz: 1184 };

// Days stay ISO text: a Date would move them with the time zone. Counters fit in a double.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text') => {
    if (type === oid.date) return (value: string) => value;
    if (type === oid.timestamptz) return (value: string) => new Date(value).toISOString();
    if (type === oid.int8) return Number;
    return pg.types.getTypeParser(type, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Opens a store on a PostgreSQL URL; connections are made as they are needed. */
export function openStore(url: string, options: StoreOptions = {}): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    application_name: 'open-motions',
    ...(options.snapshot ? atMoment(options.snapshot) : {}),
    ...(options.watch ? { Client: watchedClient(options.watch) } : {}),
    options: `-c timezone=UTC -c datestyle=ISO -c statement_timeout=${options.statementTimeoutMs ?? 0}`,
  });
  // A connection that breaks while idle or between two statements (a database restart) is told of by the
  // next statement that needs it; the event alone must not end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const { onStatement } = options;
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement ? { log: (event) => onStatement(event.query.sql) } : {}),
  });
  // Kysely ends the pool only if it ran a query itself.
  const close = async () => {
    await db.destroy();
    if (!pool.ended) await pool.end();
  };
  return { db, pool, close };
}

// Each connection begins with the transaction that sees the moment, serves one caller and is closed: whoever
// ends that transaction would see another moment after it.
function atMoment(snapshot: string): pg.PoolConfig {
  if (!/^[0-9A-F-]+$/i.test(snapshot)) throw new Error(`expected the name of a snapshot, got ${snapshot}`);
  const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '${snapshot}'`;
  return { maxUses: 1, onConnect: (client) => client.query(begin) };
}
