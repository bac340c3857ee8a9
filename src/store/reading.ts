// Reading the whole record as it stood at one moment: statements through Kysely, and tables as PostgreSQL’s
// COPY hands them out, on a connection of its own that sees the same moment.
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { openStore } from './store.js';
import type { Database } from './tables.js';

/** What is read at one moment. */
export interface Reading {
  readonly db: Kysely<Database>;
  /** The answer to a query as lines of COPY’s text format, in pieces of whole lines; one at a time. */
  copy(query: string): AsyncIterable<Buffer>;
}

/** Runs work on the record as it stands now, whatever is written meanwhile. */
export async function reading<T>(url: string, work: (reading: Reading) => Promise<T>): Promise<T> {
  const store = openStore(url, { max: 2 });
  try {
    return await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (db) => {
        const client = await store.pool.connect();
        try {
          await sameMoment(db, client);
          return await work({ db, copy: (query) => copied(client, query) });
        } finally {
          // Closed instead of given back: where the work failed, a COPY may still be under way.
          client.release(true);
        }
      });
  } finally {
    await store.close();
  }
}

async function sameMoment(db: Kysely<Database>, client: pg.PoolClient): Promise<void> {
  const { rows } = await sql<{ id: string }>`SELECT pg_export_snapshot() AS id`.execute(db);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  await client.query(`SET TRANSACTION SNAPSHOT '${rows[0]?.id}'`);
}

const lineFeed = 0x0a;

// Large pieces: what is done once for each of them then costs nothing, and memory stays flat all the same.
const pieceSize = 262_144;

/** The answer to a query as COPY writes it, in pieces of whole lines. */
export async function* copied(client: pg.PoolClient, query: string): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`, { highWaterMark: pieceSize }));
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    const whole = waiting.length === 1 ? chunk : Buffer.concat(waiting);
    const end = whole.lastIndexOf(lineFeed) + 1;
    waiting = end < whole.length ? [whole.subarray(end)] : [];
    size = whole.length - end;
    if (end > 0) yield whole.subarray(0, end);
  }
  if (size > 0) yield Buffer.concat(waiting);
}
