// A connection that tells of each statement it runs, for whoever counts or traces them. What only opens or
// closes a transaction is no statement here, nor is a COPY, which no server sends.
import pg from 'pg';

/** Told of a statement as it begins; what it answers is told how the statement ended, null where well. */
export type StatementWatch = (sql: string) => (error: Error | null) => void;

type Query = (...args: unknown[]) => unknown;
type Done = (error: Error | null, result: unknown) => void;

const isBracket = (sql: string): boolean => /^\s*(begin|start|set|commit|rollback)\b/i.test(sql);

/** The class of the connections of a pool that tells of its statements. */
export function watchedClient(watch: StatementWatch): typeof pg.Client {
  class WatchedClient extends pg.Client {
    // The driver has many ways to be asked: a text or an object, a callback at the end or a promise.
    override query(...args: unknown[]): never {
      const ask = super.query.bind(this) as Query;
      const [first] = args as [string | { text?: unknown }];
      const sql = typeof first === 'string' ? first : first?.text;
      if (typeof sql !== 'string' || isBracket(sql)) return ask(...args) as never;
      const ended = watch(sql);
      const done = args.at(-1);
      if (typeof done === 'function') {
        const told: Done = (error, result) => {
          ended(error);
          (done as Done)(error, result);
        };
        return ask(...args.slice(0, -1), told) as never;
      }
      return (ask(...args) as Promise<unknown>).then(
        (result) => {
          ended(null);
          return result;
        },
        (error: Error) => {
          ended(error);
          throw error;
        },
      ) as never;
    }
  }
  return WatchedClient;
}

/** One watch that tells several. */
export function watchedBy(...watches: readonly StatementWatch[]): StatementWatch {
  return (sql) => {
    const ended = watches.map((watch) => watch(sql));
    return (error) => {
      for (const tell of ended) tell(error);
    };
  };
}
