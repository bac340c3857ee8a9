// Pages kept as they were sent, compressed, by address and data version: with the graph’s answers in one bound of
// memory, forgotten together when the data changes. Whoever holds the same copy is told so without a statement.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswers, Question } from '../store/kept-answers.js';
import type { SnapshotFolder } from './snapshot.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the answer to this request may be kept; null where it may not. */
    keeping: { readonly answers: KeptAnswers; readonly question: Question } | null;
  }
}

type Encoding = 'br' | 'gzip' | 'identity';

// A longer address is nobody’s question.
const longestUrl = 2_000;

/** Answers the routes of an app from what is kept, where it is; what they send is kept by `sendEncoded`. */
export function keepPages(
  app: FastifyInstance,
  answers: KeptAnswers | null,
  snapshots: SnapshotFolder,
): void {
  app.decorateRequest('keeping', null);
  if (answers === null) return;
  app.addHook('preHandler', async (request, reply) => {
    const { method, url } = request;
    if (method !== 'GET' || url.length > longestUrl || url.startsWith('/assets/')) return undefined;
    // The first page tells of the newest snapshot too.
    const newest = url.split('?')[0] === '/' ? (await snapshots.index())?.latest : '';
    const question = answers.ask(`page\n${encodingOf(request)}\n${newest}\n${url}`);
    if (question === null) return undefined;
    request.keeping = { answers, question };
    const kept = answers.find(question);
    if (kept === undefined) return undefined;
    reply.headers({ ...kept.headers, ...headersOf(kept.type, kept.etag) });
    return isHeld(request, kept.etag) ? reply.code(304).send() : reply.send(kept.body);
  });
}

/** Sends a text compressed as the reader takes it, or 304 where the reader’s copy has the same tag. */
export async function sendEncoded(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, etag }: { readonly type: string; readonly body: string; readonly etag: string },
): Promise<FastifyReply> {
  const encoding = encodingOf(request);
  const bytes = await encoded(body, encoding);
  const policy = reply.getHeader('content-security-policy');
  const headers = {
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    ...(typeof policy === 'string' ? { 'content-security-policy': policy } : {}),
  };
  const { keeping } = request;
  if (keeping && reply.statusCode === 200) {
    keeping.answers.keep(keeping.question, { body: bytes, type, etag, cost: 0, headers });
  }
  reply.headers({ ...headers, ...headersOf(type, etag) });
  return isHeld(request, etag) ? reply.code(304).send() : reply.send(bytes);
}

const headersOf = (type: string, etag: string) => ({
  'content-type': type,
  'cache-control': 'public, no-cache',
  vary: 'accept-encoding',
  etag,
});

const withoutWeakness = (tag: string): string => tag.trim().replace(/^W\//, '');

function isHeld(request: FastifyRequest, etag: string): boolean {
  const held = request.headers['if-none-match']?.split(',').map(withoutWeakness);
  return held?.includes(withoutWeakness(etag)) ?? false;
}

function encodingOf({ headers }: FastifyRequest): Encoding {
  const accepted = String(headers['accept-encoding'] ?? '');
  const takes = (name: string) =>
    new RegExp(`(^|[ ,])${name}([ ,]|;(?!q=0(\\.0*)?([ ,]|$))|$)`).test(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

// Higher levels take many times as long for a few per cent; a page is compressed while its reader waits.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

async function encoded(body: string, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return promisify(brotliCompress)(body, brotli);
  return encoding === 'gzip' ? promisify(gzip)(body) : Buffer.from(body);
}
