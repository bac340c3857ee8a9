// What the resolvers of one request share: the store, the signal that ends it, and the loaders that
// answer derived fields in batches.
import { AsyncLocalStorage } from 'node:async_hooks';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Store } from '../store/store.js';
import { limits } from './limits.js';
import { type PlannedStatement, runPlanned } from './run.js';
import type { Row } from './statement.js';

/** The id of the request under way, for faults told before there is a context. */
export const requestScope = new AsyncLocalStorage<string>();

type Batch = (ids: readonly string[]) => Promise<unknown[]>;

/** What a request carries. */
export interface GraphContext {
  readonly store: Store;
  readonly requestId: string;
  readonly schemaVersion: string;
  readonly signal: AbortSignal;
  /** Set once the operation was measured. */
  cost?: number;
  run(statement: PlannedStatement): Promise<readonly Row[]>;
  /** Loads by id in batches: one batch per place in the document and level of the answer. */
  load(info: GraphQLResolveInfo, id: string, batch: Batch): Promise<unknown>;
  /** Ends the request: nobody waits for it any more. */
  abort(): void;
  /** The answer is made; the clock stops. */
  done(): void;
}

/** What a context is made of. */
export interface ContextStart {
  readonly store: Store;
  readonly requestId: string;
  readonly schemaVersion: string;
}

/** The context of one request; its clock runs from now. */
export function createContext(start: ContextStart): GraphContext {
  const controller = new AbortController();
  const clock = setTimeout(() => controller.abort(), limits.executionMs).unref();
  // graphql-js hands every place of a document the same list of nodes, so that list names the place.
  const loaders = new WeakMap<object, DataLoader<string, unknown>>();
  return {
    ...start,
    signal: controller.signal,
    run: (statement) => runPlanned(start.store, statement, controller.signal),
    load(info, id, batch) {
      const known = loaders.get(info.fieldNodes);
      if (known) return known.load(id);
      const made = new DataLoader<string, unknown>(batch);
      loaders.set(info.fieldNodes, made);
      return made.load(id);
    },
    abort: () => controller.abort(),
    done: () => clearTimeout(clock),
  };
}
