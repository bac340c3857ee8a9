// /metrics, for Prometheus: with a token whoever brings it may read, without one only this machine, asked directly.
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';

// What a proxy adds: a request that has one comes from elsewhere, though its connection is local.
const relayed = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

function isOwnMachine({ raw, headers }: FastifyRequest): boolean {
  const address = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  const isLoopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'));
  return isLoopback && !relayed.some((name) => headers[name] !== undefined);
}

// Hashed, so that the comparison takes as long whatever is brought.
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function brings({ headers }: FastifyRequest, token: string): boolean {
  const [, brought = ''] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return timingSafeEqual(hashOf(brought), hashOf(token));
}

/** Serves /metrics to whom it is for; to anybody else there is no such address, or a token is asked for. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (token === undefined && !isOwnMachine(request)) return reply.callNotFound();
    if (token !== undefined && !brings(request, token)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send();
    }
    return reply.type(metrics.type).send(await metrics.text());
  });
}
