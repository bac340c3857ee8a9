// What became of an operation, as the operator of a server is told: a name, a hash and numbers. The text of a
// document and its values stand apart, for whoever asked for them.
import { bulkFolder } from './bulk-files.js';
import type { ErrorCode } from './errors.js';

/** An operation as it is told of; null is what was not found out before it was refused. */
export interface OperationNote {
  name: string | null;
  /** The hash of its document as `documentId` writes it: sha256: and 64 hexadecimal digits. */
  document: string | null;
  /** Points, computed before it ran. */
  cost: number | null;
  /** The first fault of its answer; OK where there is none. */
  code: ErrorCode | 'OK';
  /** Whether the answer was kept (hit), made (miss) or held by the reader; null where none is kept. */
  kept: 'hit' | 'miss' | 'held' | null;
  /** Where the newest snapshot holds what was asked for; nobody is told of it but who asked. */
  files: readonly string[];
  /** The request in its own words, with its values; no metric and no trace may hold them. */
  asked?: unknown;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What became of the operation asked for; absent outside the graph. */
    operation?: OperationNote | null;
  }
}

/** A note of an operation of which nothing is known yet. */
export function operationNote(): OperationNote {
  return { name: null, document: null, cost: null, code: 'OK', kept: null, files: [bulkFolder] };
}
