// One publication at a time for one database, across any number of servers. The lock lives and dies with
// its own session, so that a killed publisher never leaves it behind.
import pg from 'pg';
import { PublishError, StoreError } from '../errors.js';

const lockKey = 720_231_122;

/** The right to publish, until released. */
export interface PublishLock {
  /** Throws where the session, and with it the lock, was lost meanwhile. */
  check(): Promise<void>;
  release(): Promise<void>;
}

// PostgreSQL takes a moment to notice that a killed publisher is gone, so the lock is waited for a little.
const patience = '5s';
const lockNotAvailable = '55P03';

/** Takes the right to publish within seconds, or throws PUBLISH_LOCKED. */
export async function takePublishLock(url: string): Promise<PublishLock> {
  const client = new pg.Client({ connectionString: url, application_name: 'open-motions publish' });
  // Without a listener a lost connection would end the process; `check` tells of it instead.
  client.on('error', () => {});
  await client.connect().catch((error: Error) => {
    throw new StoreError('DATABASE_UNAVAILABLE', `expected a database to publish from: ${error.message}`, {
      cause: error,
    });
  });
  try {
    await client.query(`SET lock_timeout = '${patience}'`);
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
  } catch (error) {
    await client.end();
    if ((error as pg.DatabaseError).code !== lockNotAvailable) throw error;
    throw new PublishError('PUBLISH_LOCKED', 'Another process is publishing this database; try again later.');
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
