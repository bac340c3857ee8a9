// The embedded PostgreSQL: a whole server from an npm package, so that two commands on a fresh machine have
// a database. It is a process of its own that may outlive this one and is found again by the next.
// Whoever uses it keeps one connection open from start to stop, so that nobody stops it under another.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StoreError } from '../errors.js';
import { programFolder } from './embedded-binaries.js';
import { createCluster, ownName, startCluster, stopCluster } from './embedded-cluster.js';
import { clusterHome, type Home } from './embedded-home.js';
import { withLock } from './embedded-lock.js';
import { runningPort } from './embedded-running.js';

/** Where the cluster is kept, who is told about it, and settings of PostgreSQL that differ from ours. */
export interface EmbeddedOptions {
  dataDir: string;
  log: (line: string) => void;
  settings?: Record<string, string>;
}

/** A running embedded cluster, as long as this process uses it. */
export interface Embedded {
  url: string;
  /** True if this process started the server, false if it found it running. */
  started: boolean;
  /** Stops the server if this process started it and nobody else is connected; else leaves it running. */
  stop(): Promise<void>;
  /** Stops using the server and leaves it running. */
  release(): Promise<void>;
}

/** Opens the embedded cluster of a data folder: makes it, starts it, or joins it where it runs already. */
export async function openEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  await makeFolder(dataDir);
  const lock = join(dataDir, 'postgres.lock');
  return withLock(lock, async () => {
    const home = await clusterHome(dataDir, log);
    const found = await runningPort(home);
    const own = found === undefined ? await startOwn(home, settings) : undefined;
    const port = found ?? own?.port ?? 0;
    const hold = await connect(await addressOf(home, port), home);
    // A connection that is killed tells of it twice: the failure, and that it closed.
    hold.once('error', () => log('PostgreSQL has ended; start again to bring it back'));
    hold.on('error', () => {});
    log(`${own ? 'started' : 'found'} PostgreSQL on 127.0.0.1:${port}, data in ${home.folder}`);
    const release = () => hold.end().catch(() => undefined);
    const stop = () =>
      withLock(lock, async () => {
        const isLast = own !== undefined && (await isAlone(hold));
        await release();
        if (isLast) await stopCluster(home, own.programs);
      });
    return { url: await addressOf(home, port), started: own !== undefined, stop: once(stop), release };
  });
}

async function makeFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true }).catch((cause: Error) => {
    throw new StoreError('DATABASE_UNAVAILABLE', `DATA_DIR cannot be made: ${cause.message}`, { cause });
  });
}

async function startOwn(home: Home, settings: Record<string, string>) {
  const programs = await programFolder(home.folder, home.account);
  await createCluster(home, programs, settings.fsync !== 'off');
  return { programs, port: await startCluster(home, programs, settings) };
}

async function addressOf(home: Home, port: number): Promise<string> {
  const password = await readFile(join(home.folder, 'password'), 'utf8');
  return `postgres://${ownName}:${password}@127.0.0.1:${port}/${ownName}`;
}

/** Connects, and makes the database on the first connection. */
async function connect(url: string, home: Home): Promise<pg.Client> {
  try {
    return await connected(url);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== noSuchDatabase) throw unreachable(home, error);
  }
  const maintenance = await connected(url.replace(/[^/]+$/, 'postgres'));
  await maintenance.query(`CREATE DATABASE ${ownName}`);
  await maintenance.end();
  return connected(url);
}

const noSuchDatabase = '3D000';

function unreachable(home: Home, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `PostgreSQL in ${home.folder} runs but cannot be reached: ${reason}`;
  return new StoreError('DATABASE_UNAVAILABLE', message, { cause });
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: 'open-motions hold',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  return client;
}

/** True if no other client is connected; sessions that this process just closed take a moment to go. */
async function isAlone(hold: pg.Client): Promise<boolean> {
  const others = `SELECT 1 FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  for (let tries = 0; tries < 20; tries += 1) {
    const result = await hold.query(others).catch(() => undefined);
    if (!result) return false;
    if (result.rowCount === 0) return true;
    await sleep(25);
  }
  return false;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
