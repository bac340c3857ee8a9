// What every answer says to a browser: run nothing, load nothing from elsewhere, keep nothing about the
// reader. The endpoint has no credentials, so any origin may read the data and the graph.
import type { FastifyInstance } from 'fastify';

// No script and no inline style: a page is text, one style sheet, its letters and one icon of our own.
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The policy of a page that runs one script file of our own and lets it ask this server again. */
export const scriptPolicy = [pagePolicy, "script-src 'self'", "connect-src 'self'"].join('; ');

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Sets the headers of every answer; a route that needs another policy has set its own. */
export function setHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.headers(everywhere);
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', pagePolicy);
    if (!reply.hasHeader('x-request-id')) reply.header('x-request-id', request.id);
  });
}

/** Lets any origin read the answers of these routes. */
export function allowAnyOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'accept-ranges, content-range, etag, link, repr-digest, x-request-id',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
}
