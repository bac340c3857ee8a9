// Pages are answered while not too many requests are; one that is kept needs no place.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { comeAgainSeconds, type UnderWay } from '../store/under-way.js';
import { Refusal } from './refusal.js';

/** Refuses the requests of an app with 503 while too many are under way. */
export function letIn(app: FastifyInstance, underWay: UnderWay): void {
  const leaving = new WeakMap<FastifyRequest, () => void>();
  app.addHook('preHandler', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return;
    const leave = underWay.enter();
    if (leave) {
      leaving.set(request, leave);
      reply.raw.once('close', leave);
      return;
    }
    reply.header('retry-after', String(comeAgainSeconds));
    throw new Refusal('UNAVAILABLE', 'Too many readers ask just now. Try again in a moment.');
  });
  // Made, it needs nothing more of the store, however slowly it is taken.
  app.addHook('onSend', async (request) => leaving.get(request)?.());
}
