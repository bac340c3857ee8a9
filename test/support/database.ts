// Databases for tests. One throw-away cluster serves a whole run; each test file gets a clone of a template
// that was migrated (or migrated and seeded) once. TEST_DATABASE_URL names another server to run them on.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../src/store/embedded.js';

/** A database of one test file's own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh database with all tables and no rows. */
export async function testDatabase(): Promise<TestDatabase> {
  return cloneOf(await template('migrated', 'template1', migrated));
}

/** A fresh database that holds the project's own seeds. */
export async function seededDatabase(): Promise<TestDatabase> {
  const base = await template('migrated', 'template1', migrated);
  return cloneOf(await template('seeded', base, seeded));
}

/** A fresh database without any tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template1');
}

async function migrated(url: string): Promise<void> {
  const { migrate } = await import('../../src/store/migrate.js');
  await migrate(url);
}

async function seeded(url: string): Promise<void> {
  const { importSeeds } = await import('../../src/importers/seeds.js');
  await importSeeds({ url, folder: resolve('seeds') });
}

/** Makes a template once per run: the first test file that asks fills it while others wait. */
async function template(kind: string, from: string, fill: (url: string) => Promise<void>): Promise<string> {
  const name = `${run()}_${kind}`;
  return withServer(async (server, url) => {
    await server.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    const draft = `${name}_draft`;
    await server.query(`CREATE DATABASE ${draft} TEMPLATE ${from}`);
    try {
      await fill(named(url, draft));
      await server.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    } catch (error) {
      await server.query(`DROP DATABASE ${draft} WITH (FORCE)`);
      throw error;
    }
    return name;
  });
}

async function cloneOf(from: string): Promise<TestDatabase> {
  const name = `${run()}_${randomBytes(4).toString('hex')}`;
  return withServer(async (server, url) => {
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
    const drop = () => withServer((again) => again.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    return { url: named(url, name), drop: async () => void (await drop()) };
  });
}

async function withServer<T>(work: (server: pg.Client, url: string) => Promise<T>): Promise<T> {
  const embedded = process.env.TEST_DATABASE_URL ? undefined : await openThrowAway();
  const url = embedded?.url ?? String(process.env.TEST_DATABASE_URL);
  const server = new pg.Client({ connectionString: named(url, embedded ? 'postgres' : undefined) });
  await server.connect();
  try {
    return await work(server, url);
  } finally {
    await server.end();
    await embedded?.release();
  }
}

function openThrowAway() {
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '100',
  };
  return openEmbedded({ dataDir: fromRun('OPEN_MOTIONS_TEST_FOLDER'), log: () => undefined, settings });
}

function named(url: string, database: string | undefined): string {
  const address = new URL(url);
  if (database) address.pathname = `/${database}`;
  return address.href;
}

function run(): string {
  return fromRun('OPEN_MOTIONS_TEST_RUN');
}

function fromRun(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: tests are started by jest, whose global setup sets it.`);
  return value;
}
