// What only one process may do at a time for one database, across any number of servers. A lock lives and
// dies with a session of its own, so that a killed process never leaves it behind.
import pg from 'pg';
import { StoreError } from '../errors.js';

/** A lock of the database: its number, who holds it as PostgreSQL shows its sessions, how long to wait for it. */
export interface LockKind {
  readonly key: number;
  readonly name: string;
  readonly patience: string;
}

/** A lock that is held, until released. */
export interface Lock {
  /** Throws where the session, and with it the lock, was lost meanwhile. */
  check(): Promise<void>;
  release(): Promise<void>;
}

const lockNotAvailable = '55P03';

/** Takes a lock; null where another process holds it beyond our patience. */
export async function takeLock(url: string, { key, name, patience }: LockKind): Promise<Lock | null> {
  const client = new pg.Client({ connectionString: url, application_name: `open-motions ${name}` });
  // Without a listener a lost connection would end the process; `check` tells of it instead.
  client.on('error', () => {});
  await client.connect().catch((error: Error) => {
    throw new StoreError('DATABASE_UNAVAILABLE', `expected a database to publish from: ${error.message}`, {
      cause: error,
    });
  });
  try {
    await client.query(`SET lock_timeout = '${patience}'`);
    await client.query('SELECT pg_advisory_lock($1)', [key]);
  } catch (error) {
    await client.end();
    if ((error as pg.DatabaseError).code === lockNotAvailable) return null;
    throw error;
  }
  return {
    check: async () => {
      await client.query('SELECT 1');
    },
    release: async () => {
      await client.end().catch(() => {});
    },
  };
}
