// Answers kept over HTTP: what counts as the same question, what is kept of its answer, and what a reader
// who has the same copy is told.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswers, Question } from '../store/kept-answers.js';
import type { RateLimit } from './rate-limit.js';

// A media type wish longer than this is nobody's browser.
const longestAccept = 200;

/** What a request asks, to the letter; null where its answer cannot be kept. */
export function keyOf({ method, headers, raw, body }: FastifyRequest): string | null {
  const accept = headers.accept ?? '';
  if (accept.length > longestAccept) return null;
  if (method === 'GET') return `${accept}\n${raw.url}`;
  return typeof body === 'string' ? `${accept}\n${body}` : null;
}

const shared = 'public, no-cache';

/** Answers with what is kept, or that the reader’s own copy still holds; false where neither is so. */
export function answerKept(
  answers: KeptAnswers,
  rate: RateLimit,
  question: Question,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const wanted = request.method === 'GET' ? request.headers['if-none-match'] : undefined;
  if (wanted !== undefined) {
    const etag = answers.etag(question);
    if (wanted.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
      answers.counts.held += 1;
      if (request.operation) request.operation.kept = 'held';
      reply.code(304).headers({ etag, vary: 'accept', 'cache-control': shared }).send();
      return true;
    }
  }
  const kept = answers.find(question);
  if (!kept) return false;
  const { etag, type, body, cost, operation } = kept;
  if (request.operation) Object.assign(request.operation, { ...operation, cost, kept: 'hit' });
  rate.charge(request, reply, cost);
  reply.headers({ etag, vary: 'accept', 'cache-control': shared, 'content-type': type }).send(body);
  return true;
}

/** Keeps an answer that may be shared; one with an error is not. */
export function keepAnswer(
  answers: KeptAnswers,
  rate: RateLimit,
  question: Question,
  reply: FastifyReply,
  body: string | Buffer,
): void {
  if (reply.statusCode !== 200) return;
  if (reply.getHeader('cache-control') !== shared) return;
  const etag = answers.etag(question);
  reply.headers({ etag, vary: 'accept' });
  const type = String(reply.getHeader('content-type'));
  const { name = null, document = null, files = [] } = reply.request.operation ?? {};
  const cost = rate.costOf(reply.request);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  answers.keep(question, { body: bytes, type, etag, cost, operation: { name, document, files } });
}
