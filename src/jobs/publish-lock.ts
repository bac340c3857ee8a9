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

/** Takes the right to publish at once, or throws PUBLISH_LOCKED. */
export async function takePublishLock(url: string): Promise<PublishLock> {
  const client = new pg.Client({ connectionString: url, application_name: 'open-motions publish' });
  // Without a listener a lost connection would end the process; `check` tells of it instead.
  client.on('error', () => {});
  await client.connect().catch((error: Error) => {
    throw new StoreError('DATABASE_UNAVAILABLE', `expected a database to publish from: ${error.message}`, {
      cause: error,
    });
  });
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    lockKey,
  ]);
  if (!rows[0]?.taken) {
    await client.end();
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
