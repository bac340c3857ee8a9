// The one place where a request is seen to end, whether it was answered or its reader went away: what is counted
// and what is logged of it are the same.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OperationNote } from '../graph/operation-note.js';

/** A request that ended. */
export interface Ended {
  readonly id: string;
  readonly method: string;
  /** The pattern of the route that answered, never the address; `nowhere` where there is none. */
  readonly route: string;
  /** The status answered; null where the reader went before the answer was sent. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** What became of its operation, where it asked the graph. */
  readonly operation: OperationNote | null;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'QUERY', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Tells of every request of an app as it ends. */
export function onEnded(app: FastifyInstance, told: (ended: Ended, request: FastifyRequest) => void): void {
  app.addHook('onRequest', async (request, reply) => {
    // Fastify takes the time only where its own logger is on.
    const began = performance.now();
    let isTold = false;
    const tell = (status: number | null) => {
      if (!isTold) told(endedOf(request, status, performance.now() - began), request);
      isTold = true;
    };
    reply.raw.once('finish', () => tell(reply.statusCode));
    reply.raw.once('close', () => tell(null));
  });
}

function endedOf(request: FastifyRequest, status: number | null, milliseconds: number): Ended {
  return {
    id: request.id,
    // Anybody may invent a method.
    method: methods.has(request.method) ? request.method : 'other',
    route: request.routeOptions.url ?? 'nowhere',
    status,
    milliseconds,
    operation: request.operation ?? null,
  };
}
