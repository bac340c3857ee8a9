// Runs the statements of one request: rows as arrays of text, on one connection at most however many
// fields are asked for, and cancelled in PostgreSQL too when the request is aborted or out of time.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Store } from '../store/store.js';
import type { Database } from '../store/tables.js';
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

const timedOut = () =>
  refuse(
    'QUERY_TIMEOUT',
    `The request ran longer than ${limits.executionMs / 1000} s and was stopped. Ask for fewer records at a time.`,
  );

// How long a statement may take to end once it is cancelled. A database that stopped answering (a frozen
// machine, a network that swallows packets) never ends it, and says nothing of it either.
const graceMs = 1_000;

/** Waits for work, but not beyond the grace after the signal. */
function orGiveUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      timer = setTimeout(() => reject(timedOut()), graceMs);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const ended = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    work.then(resolve, reject).finally(ended);
  });
}

// On a connection of its own: those of the pool may all be busy with statements to cancel.
async function cancelStatement(store: Store, client: pg.PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  const patience = { connectionTimeoutMillis: graceMs, query_timeout: graceMs };
  const other = new pg.Client({ ...store.pool.options, ...patience });
  try {
    await other.connect();
    await other.query('SELECT pg_cancel_backend($1)', [processID]);
  } catch {
    // The statement ends by itself, at the latest with its connection.
  } finally {
    await other.end().catch(() => {});
  }
}

/** The database as one request sees it. */
export interface Session {
  /** Runs a planned statement. */
  run(statement: PlannedStatement): Promise<readonly Row[]>;
  /** Runs work that writes its own statements. */
  within<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  /** Gives the connection back. */
  end(): void;
}

// A connection that breaks fails its statement; told by an event too, it would end the process.
const ignore = () => {};

const preparedOn = new WeakMap<pg.PoolClient, Set<string>>();

// A connection holds what it has prepared as long as it lives: beyond the limit the statement used least
// recently is released. The driver's own list is the one that says what is prepared.
async function makeRoom(client: pg.PoolClient, name: string): Promise<void> {
  const names = preparedOn.get(client) ?? new Set<string>();
  preparedOn.set(client, names);
  names.delete(name);
  names.add(name);
  const [oldest] = names;
  if (names.size <= limits.preparedStatements || oldest === undefined) return;
  names.delete(oldest);
  const { parsedStatements } = (
    client as unknown as { connection: { parsedStatements: Record<string, string> } }
  ).connection;
  if (!parsedStatements[oldest]) return;
  delete parsedStatements[oldest];
  await client.query(`DEALLOCATE "${oldest}"`);
}

// By a callback: the promise that the driver would make keeps what it reads alive until the next full
// collection of memory, which costs more than reading it.
function rowsOf(client: pg.PoolClient, config: pg.QueryArrayConfig): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    client.query(config, (error, result) => {
      if (error) reject(error);
      else resolve(result.rows as unknown as Row[]);
    });
  });
}

/** A connection that is cancelled with its request. */
class Connection {
  private cancelled: Promise<void> | undefined;
  private lost = false;

  private constructor(
    private readonly store: Store,
    private readonly signal: AbortSignal,
    readonly client: pg.PoolClient,
  ) {
    signal.addEventListener('abort', this.cancel, { once: true });
    client.on('error', ignore);
  }

  static async open(store: Store, signal: AbortSignal): Promise<Connection> {
    if (signal.aborted) throw timedOut();
    const coming = store.pool.connect();
    const client = await orGiveUp(coming, signal).catch((error: unknown) => {
      coming.then(
        (late) => late.release(),
        () => {},
      );
      throw error;
    });
    return new Connection(store, signal, client);
  }

  private readonly cancel = (): void => {
    this.cancelled = cancelStatement(this.store, this.client);
  };

  async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (this.signal.aborted) throw timedOut();
      return await orGiveUp(this.noted(work()), this.signal);
    } catch (error) {
      throw this.signal.aborted ? timedOut() : error;
    }
  }

  // While work is under way the connection is nobody else's: given up, it is closed instead of given back.
  private noted<T>(work: Promise<T>): Promise<T> {
    this.lost = true;
    return work.finally(() => {
      this.lost = false;
    });
  }

  run({ name, ...query }: PlannedStatement): Promise<readonly Row[]> {
    const config = { ...query, ...(name ? { name } : {}), rowMode: 'array' as const, types: asText };
    return this.guard(async () => {
      if (name) await makeRoom(this.client, name);
      return rowsOf(this.client, config);
    });
  }

  // A cancellation under way must not hit whoever has the connection next.
  async close(): Promise<void> {
    this.signal.removeEventListener('abort', this.cancel);
    if (!this.lost) await this.cancelled;
    // A connection given up keeps its listener: it may still break while it is closed.
    if (!this.lost) this.client.off('error', ignore);
    this.client.release(this.lost);
  }

  /** Whether the database has not answered the last statement. */
  get isLost(): boolean {
    return this.lost;
  }
}

/** A session for a request of one statement: no transaction, the connection is given back at once. */
export function singleSession(store: Store, signal: AbortSignal): Session {
  return {
    async run(statement) {
      const connection = await Connection.open(store, signal);
      return connection.run(statement).finally(() => connection.close());
    },
    within: (work) => work(store.db),
    end() {},
  };
}

const begin = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** A session for a request of several statements: all see the same data, one after the other. */
export function consistentSession(store: Store, signal: AbortSignal): Session {
  let opened: Promise<Connection> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const open = () => {
    opened ??= openTransaction(store, signal);
    return opened;
  };
  const next = <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    // Whatever a field still asks for once the answer is made belongs to nobody.
    if (ended) return Promise.reject(timedOut());
    const done = last.then(open).then(work);
    last = done.catch(() => {});
    return done;
  };
  return {
    run: (statement) => next((connection) => connection.run(statement)),
    within: (work) => next((connection) => connection.guard(() => work(databaseOn(connection.client)))),
    end() {
      if (opened && !ended) next(closeTransaction).catch(() => {});
      ended = true;
    },
  };
}

async function openTransaction(store: Store, signal: AbortSignal): Promise<Connection> {
  const connection = await Connection.open(store, signal);
  await connection
    .guard(() => connection.client.query(begin))
    .catch(async (error: unknown) => {
      await connection.close();
      throw error;
    });
  return connection;
}

async function closeTransaction(connection: Connection): Promise<void> {
  if (!connection.isLost) await connection.client.query('COMMIT').catch(() => {});
  await connection.close();
}

function databaseOn(client: pg.PoolClient): Kysely<Database> {
  const borrowed = { query: client.query.bind(client), release() {} };
  const pool = { connect: async () => borrowed, end: async () => {} };
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }),
  });
}
