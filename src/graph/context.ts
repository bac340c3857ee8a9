// What the resolvers of one request share: the store, the signal that ends it, and the loaders that
// answer derived fields in batches.
import { AsyncLocalStorage } from 'node:async_hooks';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Store } from '../store/store.js';
import { limits } from './limits.js';
import { consistentSession, type Session, singleSession } from './run.js';

/** The id of the request under way, for faults told before there is a context. */
export const requestScope = new AsyncLocalStorage<string>();

type Batch = (ids: readonly string[]) => Promise<unknown[]>;

/** What a request carries. */
export interface GraphContext {
  readonly requestId: string;
  readonly schemaVersion: string;
  /** Set once the operation was measured. */
  cost?: number;
  readonly session: Session;
  /** Says that the operation takes several statements, before the first of them. */
  expectSeveral(): void;
  /** Loads by id in batches: one batch per place in the document and level of the answer. */
  load(info: GraphQLResolveInfo, id: string, batch: Batch): Promise<unknown>;
  /** Ends the request: nobody waits for it any more. */
  abort(): void;
  /** The answer is made: the clock stops, the connection is given back. */
  done(): void;
}

/** What a context is made of. */
export interface ContextStart {
  readonly store: Store;
  readonly requestId: string;
  readonly schemaVersion: string;
}

/** The context of one request; its clock runs from now. */
export function createContext({ store, ...start }: ContextStart): GraphContext {
  const controller = new AbortController();
  const { signal } = controller;
  const clock = setTimeout(() => controller.abort(), limits.executionMs).unref();
  let session = singleSession(store, signal);
  return {
    ...start,
    // Apollo copies the context it is given, so what changes is kept out of its own properties.
    session: {
      run: (statement) => session.run(statement),
      within: (work) => session.within(work),
      end: () => session.end(),
    },
    expectSeveral() {
      session = consistentSession(store, signal);
    },
    load: createLoaders(),
    abort: () => controller.abort(),
    done() {
      clearTimeout(clock);
      session.end();
    },
  };
}

// graphql-js hands every place of a document the same list of nodes, so that list names the place.
function createLoaders(): GraphContext['load'] {
  const loaders = new WeakMap<object, DataLoader<string, unknown>>();
  return (info, id, batch) => {
    const known = loaders.get(info.fieldNodes);
    if (known) return known.load(id);
    const made = new DataLoader<string, unknown>(batch);
    loaders.set(info.fieldNodes, made);
    return made.load(id);
  };
}
