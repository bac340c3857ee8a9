// Runs one planned statement: rows as arrays of text, and cancelled in PostgreSQL too when the request
// is aborted or out of time.
import pg from 'pg';
import type { Store } from '../store/store.js';
import { refuse } from './errors.js';
import { limits } from './limits.js';
import type { Row } from './statement.js';

/** A statement with its values; named ones are prepared by PostgreSQL and kept per connection. */
export interface PlannedStatement {
  text: string;
  values: unknown[];
  name: string | undefined;
}

const asText = { getTypeParser: () => (value: string) => value };

/** What a request is told when it ran out of time. */
export const timedOut = () =>
  refuse(
    'QUERY_TIMEOUT',
    `The request ran longer than ${limits.executionMs / 1000} s and was stopped. Ask for fewer records at a time.`,
  );

// On a connection of its own: those of the pool may all be busy with statements to cancel.
async function cancelStatement(store: Store, client: pg.PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  const other = new pg.Client(store.pool.options);
  try {
    await other.connect();
    await other.query('SELECT pg_cancel_backend($1)', [processID]);
  } catch {
    // The statement ends by itself, at the latest with its connection.
  } finally {
    await other.end().catch(() => {});
  }
}

/** Runs a statement on a connection of the store. */
export async function runPlanned(
  store: Store,
  { name, ...query }: PlannedStatement,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  if (signal.aborted) throw timedOut();
  const client = await store.pool.connect();
  let cancelled: Promise<void> | undefined;
  const cancel = () => {
    cancelled = cancelStatement(store, client);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    if (signal.aborted) throw timedOut();
    const { rows } = await client.query({
      ...query,
      ...(name ? { name } : {}),
      rowMode: 'array',
      types: asText,
    });
    return rows as Row[];
  } catch (error) {
    throw signal.aborted ? timedOut() : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    await cancelled;
    client.release();
  }
}
