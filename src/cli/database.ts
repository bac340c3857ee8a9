// The database as commands use it: the operator's own where DATABASE_URL is set, else the embedded one;
// and the steps that a fresh one needs before anything can be asked of it.
import { resolve } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.js';
import { StoreError } from '../errors.js';
import { progress } from './command.js';

/** Where the project's own curated input lies. */
export const seedsFolder = resolve(import.meta.dirname, '..', '..', 'seeds');

/** Runs the work with the address of a database, and closes what it opened however the work ends. */
export async function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl) {
    await refuseUnusable(config.databaseUrl);
    return work(config.databaseUrl);
  }
  const { openEmbedded } = await import('../store/embedded.js');
  const embedded = await openEmbedded({
    dataDir: config.dataDir,
    log: (line) => progress(`database: ${line}`),
  });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}

/**
 * As `withDatabase`, but first does what a fresh database lacks of tables and, unless told otherwise, seeds.
 * A database that has tables but lacks migrations is refused: changing it is `migrate`'s business.
 */
export async function withReadyDatabase<T>(
  config: Config,
  work: (url: string) => Promise<T>,
  needs: 'tables' | 'seeds' = 'seeds',
): Promise<T> {
  return withDatabase(config, async (url) => {
    const { pendingMigrations } = await import('../store/migrate.js');
    const pending = await pendingMigrations(url);
    const fresh = pending.length > 0;
    if (fresh && !(await hasNone(url, tables))) refusePending(pending);
    if (fresh) await migrateDatabase(url);
    // A first run that was cut short has tables and no seeds; an operator's own database may want none.
    const unseeded = fresh || (!config.databaseUrl && (await hasNone(url, imports)));
    if (unseeded && needs === 'seeds') await importOwnSeeds(url);
    return work(url);
  });
}

const tables = "SELECT FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') LIMIT 1";
const imports = 'SELECT FROM seed_state LIMIT 1';

/** Applies pending migrations and says so. */
export async function migrateDatabase(url: string): Promise<void> {
  const { migrate } = await import('../store/migrate.js');
  await migrate(url, (line) => progress(`migrations: ${line}`));
}

/** Imports the project's seeds where they differ from what the database last imported. */
export async function importOwnSeeds(url: string): Promise<void> {
  const { importSeeds } = await import('../importers/seeds.js');
  await importSeeds({ url, folder: seedsFolder, log: progress });
}

/** Throws the error that names the command which applies pending migrations. */
export function refusePending(pending: string[]): never {
  throw new StoreError(
    'MIGRATIONS_PENDING',
    `The database lacks ${pending.join(', ')}. Run: npm run -s cli -- migrate`,
  );
}

async function hasNone(url: string, rows: string): Promise<boolean> {
  return withClient(url, async (client) => (await client.query(rows)).rowCount === 0);
}

async function refuseUnusable(url: string): Promise<void> {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  }).catch((cause: Error) => {
    const reason = cause.message || (cause as NodeJS.ErrnoException).code;
    throw new StoreError('DATABASE_UNAVAILABLE', `DATABASE_URL cannot be used: ${reason}`, { cause });
  });
  if (version >= 15) return;
  throw new StoreError('DATABASE_UNSUPPORTED', `expected PostgreSQL 15 or later, got ${version}`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
