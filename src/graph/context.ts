// What answers one request: the store as the request sees it, and the signal that ends it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ExecutionResult } from 'graphql';
import type { Store } from '../store/store.js';
import type { Edition } from './edition.js';
import type { Execution } from './execute.js';
import { limits } from './limits.js';
import type { Posed } from './operation.js';
import { type OperationNote, operationNote } from './operation-note.js';
import { consistentSession, type Session, singleSession } from './run.js';

/** The id of the request under way, for faults told before there is a context. */
export const requestScope = new AsyncLocalStorage<string>();

/** What a request carries. */
export interface GraphContext {
  readonly requestId: string;
  readonly schemaVersion: string;
  /** Set once the operation was measured. */
  cost?: number;
  /** Which record is answered from; null where nobody follows it. */
  readonly edition: Edition | null;
  /** The operation as it was measured, with the variables of this request. */
  posed?: Posed;
  /** What the operator is told of the operation. */
  readonly note: OperationNote;
  readonly session: Session;
  /** Charges the operation to whoever asks; RATE_LIMITED is thrown where it is too much. */
  charge(cost: number): void;
  /** Says that the operation takes several statements, before the first of them. */
  expectSeveral(): void;
  /** What came of the operation, once it was begun. */
  executed?: Promise<ExecutionResult>;
  /** Executes the operation in place of the usual way. */
  readonly executeAs?: (execution: Execution) => Promise<ExecutionResult>;
  /** Ends the request: nobody waits for it any more. */
  abort(): void;
  /** The answer is made: the clock stops, the connection is given back. */
  done(): void;
}

/** What a request brings to its context. */
export interface RequestStart {
  readonly requestId: string;
  /** Told the cost of the operation before it runs. */
  readonly charge?: (cost: number) => void;
  /** Told what became of the operation. */
  readonly note?: OperationNote;
  /** Which record is answered from. */
  readonly edition?: Edition | null;
}

/** What a context is made of. */
export interface ContextStart extends RequestStart {
  readonly store: Store;
  readonly schemaVersion: string;
}

/** The context of one request; its clock runs from now. */
export function createContext({
  store,
  charge = () => {},
  note = operationNote(),
  edition = null,
  ...start
}: ContextStart): GraphContext {
  const controller = new AbortController();
  const { signal } = controller;
  const clock = setTimeout(() => controller.abort(), limits.executionMs).unref();
  let session = singleSession(store, signal);
  return {
    ...start,
    charge,
    note,
    edition,
    // Apollo copies the context it is given, so what changes is kept out of its own properties.
    session: {
      run: (statement) => session.run(statement),
      within: (work) => session.within(work),
      end: () => session.end(),
    },
    expectSeveral() {
      session = consistentSession(store, signal);
    },
    abort: () => controller.abort(),
    done() {
      clearTimeout(clock);
      session.end();
    },
  };
}
