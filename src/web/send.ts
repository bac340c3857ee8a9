// How a page or its data is answered: with a tag made of what is sent, so that a reader who holds the same
// copy is told so in a few bytes. The tag is weak, since the answer may travel compressed or not.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { htmlDocument } from './layout.js';

/** Answers with a page, or with 304 to whoever holds it already. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: VNode): FastifyReply {
  return sendTagged(request, reply, 'text/html; charset=utf-8', htmlDocument(page));
}

/** Answers with plain data, or with 304 to whoever holds it already. */
export function sendData(request: FastifyRequest, reply: FastifyReply, data: unknown): FastifyReply {
  const text = `${JSON.stringify(data, null, 2)}\n`;
  return sendTagged(request, reply, 'application/json; charset=utf-8', text);
}

function sendTagged(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  reply.headers({ 'content-type': type, 'cache-control': 'public, no-cache', etag: `W/"${hash}"` });
  const held = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held?.includes(`"${hash}"`) ? reply.code(304).send() : reply.send(body);
}
