// Asks the graph in a test and counts what it cost the database: every statement sent on any connection
// of the store, whoever sent it, except those that only open or close a transaction.
import type { FormattedExecutionResult } from 'graphql';
import { createGraph, type Graph, type Question } from '../../src/graph/graph.js';
import { openStore, type Store } from '../../src/store/store.js';

/** An answer with the statements it took. */
export interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into the answer it asked for.
  data: any;
  errors: FormattedExecutionResult['errors'];
  cost: number | undefined;
  statements: string[];
}

/** A graph under test on a database of its own. */
export interface TestGraph {
  store: Store;
  graph: Graph;
  faults: string[];
  ask(question: string | Question, variables?: Record<string, unknown>): Promise<Asked>;
  close(): Promise<void>;
}

/** Tells of every statement that a store sends, but for those that open or close a transaction. */
export function watchStatements(store: Store, told: (sql: string) => void): void {
  store.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [first] = args;
      const sql = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
      if (!/^\s*(BEGIN|COMMIT|ROLLBACK)/i.test(sql)) told(sql);
      return query(...args);
    }) as typeof client.query;
  });
}

/** Opens the graph on a database. */
export async function graphOn(url: string): Promise<TestGraph> {
  const store = openStore(url);
  const faults: string[] = [];
  let statements: string[] = [];
  watchStatements(store, (sql) => statements.push(sql));
  const graph = await createGraph({ store, log: (line) => faults.push(line) });
  return {
    store,
    graph,
    faults,
    async ask(question, variables = {}) {
      statements = [];
      const asked = typeof question === 'string' ? { query: question, variables } : question;
      const { data, errors, extensions } = await graph.ask(asked);
      // What a reader of the answer's text sees: no prototypes, no symbols.
      const told = JSON.parse(JSON.stringify({ data: data ?? null }));
      return { data: told.data, errors, cost: extensions?.cost as number | undefined, statements };
    },
    async close() {
      await graph.close();
      await store.close();
    },
  };
}
