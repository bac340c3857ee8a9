// The graph over HTTP: GET and POST on /graphql, open to any origin, and the explorer beside it.
import { isUtf8 } from 'node:buffer';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, Kind, parse } from 'graphql';
import { type DataVersion, followDataVersion } from '../store/data-version.js';
import { KeptAnswers, type Question } from '../store/kept-answers.js';
import { comeAgainSeconds, UnderWay } from '../store/under-way.js';
import { helpOf } from './bulk-files.js';
import { answerKept, keepAnswer, keyOf } from './cached-answers.js';
import { asksNext, keepNext, serveCheck } from './check.js';
import { requestScope } from './context.js';
import type { Edition } from './edition.js';
import { type ErrorCode, errorCodes, refuse } from './errors.js';
import { serveExplorer } from './explorer.js';
import { createGraph, type GraphOptions } from './graph.js';
import { limits } from './limits.js';
import { operationNote } from './operation-note.js';
import { type PersistedDocuments, type PlainRequest, plainRequest, readPersisted } from './persisted.js';
import { RateLimit } from './rate-limit.js';
import { documentationOf } from './rules.js';
import { schemaVersion } from './schema.js';
import { type StreamOptions, streamFormat, streamHandler } from './stream.js';
import { traced } from './traced.js';

const methods = 'GET, POST, QUERY, OPTIONS';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': methods,
  'access-control-allow-headers': 'content-type, accept, if-none-match, x-request-id',
  'access-control-expose-headers':
    'x-request-id, allow, etag, retry-after, ratelimit, ratelimit-policy, x-data-version, x-snapshot',
  'access-control-max-age': '86400',
  'cross-origin-resource-policy': 'cross-origin',
};

function answerError(
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  status: number = errorCodes[code].status,
  help = {},
) {
  const { operation } = reply.request;
  if (operation) operation.code = code;
  const extensions = {
    code,
    requestId: reply.request.id,
    documentation: documentationOf(code),
    ...help,
    ...helpOf(code, operation?.files),
  };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions }], ...about(reply.server.edition()) });
}

const about = (edition: Edition | null) => (edition ? { extensions: edition } : {});

function answerBroken(error: FastifyError | GraphQLError, _request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof GraphQLError) {
    const { code, http: _status, ...help } = error.extensions;
    return answerError(reply, code as ErrorCode, error.message, undefined, help);
  }
  const status = error.statusCode ?? 500;
  if (status === 413) {
    const help = { limit: 'bodyBytes', maximum: limits.bodyBytes };
    return answerError(
      reply,
      'QUERY_TOO_COMPLEX',
      `A request body holds at most ${limits.bodyBytes} bytes.`,
      413,
      help,
    );
  }
  if (status === 415)
    return answerError(reply, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.');
  if (status < 500) return answerError(reply, 'BAD_REQUEST', `The request cannot be read: ${error.message}`);
  return answerError(reply, 'INTERNAL', errorCodes.INTERNAL.about);
}

// Told before validation, which would only say that there are no mutations.
function isWriteByGet({ method, query }: FastifyRequest): boolean {
  const { query: document, operationName: name } = query as { query?: unknown; operationName?: unknown };
  if (method !== 'GET' || typeof document !== 'string' || !/\b(mutation|subscription)\b/.test(document))
    return false;
  try {
    const { definitions } = parse(document, { maxTokens: limits.tokens, noLocation: true });
    return definitions.some(
      (each) =>
        each.kind === Kind.OPERATION_DEFINITION &&
        each.operation !== 'query' &&
        (!name || each.name?.value === name),
    );
  } catch {
    return false;
  }
}

// Short text goes out in one piece with its head. Of long text the head would make a copy, and its length be
// found by putting it together once more.
const longText = 16_384;

const sendable = (text: string): string | Buffer => (text.length < longText ? text : Buffer.from(text));

const wantsPage = ({ method, query, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  Object.keys(query as object).length === 0 &&
  /\btext\/html\b/.test(headers.accept ?? '');

/** What the graph needs to be served: beside the graph itself, how many bytes of answers are kept. */
export interface HttpOptions extends GraphOptions {
  readonly cacheBytes?: number;
  /** Where answers are kept that others share; left out, the graph keeps its own. */
  readonly answers?: KeptAnswers | null;
  /** Points of cost that one address may ask for in a minute; without it there is no such limit. */
  readonly costPerMinute?: number;
  /** Requests that are answered at the same time, where others share them. */
  readonly underWay?: UnderWay;
  /** The record as it is served just now; left out, answers do not tell of it. */
  readonly edition?: () => Edition;
  /** The data version as the server follows it; left out, the graph follows it by itself. */
  readonly versions?: DataVersion;
  /** Which build answers; another one may answer the same in other bytes. */
  readonly build?: string;
  readonly stallMs?: number;
}

/** Fastify plugin: serves /graphql and /explorer. */
export async function graphPlugin(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const graph = await createGraph(options);
  const answers = options.answers === undefined ? openAnswers(app, options) : options.answers;
  const rate = new RateLimit(options.costPerMinute ?? 0);
  const documents = await readPersisted();
  app.addHook('onClose', () => graph.close());
  app.addHttpMethod('QUERY', { hasBody: true, overrideExisting: true });
  serveExplorer(app);
  await app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    const edition: () => Edition | null = options.edition ?? (() => null);
    scope.decorate('edition', edition);
    scope.decorateRequest('operation', null);
    scope.addHook('onRequest', async (request, reply) => {
      request.operation = operationNote();
      reply.headers(cors);
    });
    scope.addHook('onRequest', async (request, reply) => {
      if (request.method !== 'OPTIONS') rate.charge(request, reply, 1);
    });
    scope.setErrorHandler(answerBroken);
    serveGraph(scope, { ...options, graph }, answers, rate, documents);
  });
}

/** Answers kept for a server until the data changes; null where it keeps none. */
export function openAnswers(
  app: FastifyInstance,
  options: Pick<HttpOptions, 'store' | 'cacheBytes' | 'build' | 'versions'>,
): KeptAnswers | null {
  const { store, cacheBytes = 0, build = '' } = options;
  if (cacheBytes === 0) return null;
  const versions = options.versions ?? followDataVersion(store);
  if (!options.versions) app.addHook('onClose', () => versions.close());
  return new KeptAnswers(cacheBytes, versions, `${schemaVersion()}\0${build}`);
}

function tooMany(reply: FastifyReply, { most }: UnderWay): GraphQLError {
  reply.header('retry-after', String(comeAgainSeconds));
  const message = 'Too many ask at the same time just now. Try again in a moment.';
  return refuse('UNAVAILABLE', message, { limit: 'underWay', maximum: most });
}

function serveGraph(
  scope: FastifyInstance,
  options: StreamOptions & Pick<HttpOptions, 'underWay'>,
  answers: KeptAnswers | null,
  rate: RateLimit,
  documents: PersistedDocuments,
): void {
  const { graph, underWay = new UnderWay(limits.underWay) } = options;
  const stream = streamHandler(options, rate);
  // A body is parsed only once no answer to it is kept.
  const parseJson = scope.getDefaultJsonParser('error', 'error');
  const parsed = (request: FastifyRequest) =>
    new Promise((resolve, reject) => {
      parseJson(request, request.body as string, (error, body) => (error ? reject(error) : resolve(body)));
    });
  // Read as text, what is no UTF-8 would be replaced in silence.
  scope.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    isUtf8(body) ? done(null, body.toString()) : done(refuse('BAD_REQUEST', 'The body is not UTF-8.')),
  );
  serveCheck(scope, rate, async (request) =>
    typeof request.body === 'string' ? parsed(request) : request.body,
  );
  const answer = async (
    plain: PlainRequest,
    edition: Edition | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const charge = (cost: number) => rate.charge(request, reply, cost);
    const note = request.operation ?? operationNote();
    const context = graph.context({ requestId: request.id, charge, note, edition });
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) context.abort();
    });
    const { status = 200, headers, body } = await graph.askPlainly(plain, request.headers, context);
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status);
    return body.kind === 'complete' ? sendable(body.string) : '';
  };
  const answerOrKept = async (request: FastifyRequest, reply: FastifyReply) => {
    const isNext = asksNext(request);
    const key = answers && !isNext ? keyOf(request) : null;
    // What is kept tells of a snapshot too, so a newer one makes another question of it.
    const edition = scope.edition();
    const question = answers && key !== null ? answers.ask(`${edition?.snapshot?.id ?? ''}\n${key}`) : null;
    if (answers && question && answerKept(answers, rate, question, request, reply)) return reply;
    if (question && request.operation) request.operation.kept = 'miss';
    const leave = underWay.enter();
    if (!leave) throw tooMany(reply, underWay);
    return make(request, reply, { edition, isNext, question }).finally(leave);
  };
  const make = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { edition, isNext, question }: { edition: Edition | null; isNext: boolean; question: Question | null },
  ) => {
    if (typeof request.body === 'string') request.body = await parsed(request);
    if (isWriteByGet(request)) {
      reply.header('allow', 'POST');
      return answerError(reply, 'METHOD_NOT_ALLOWED', 'GET answers queries only.');
    }
    const plain = plainRequest(documents, request);
    if (request.operation) request.operation.asked = plain.asked;
    const format = streamFormat(request.headers.accept);
    if (format) return requestScope.run(request.id, () => stream(format, plain, reply));
    if (isNext) keepNext(plain);
    const body = await requestScope.run(request.id, () => answer(plain, edition, request, reply));
    if (answers && question) keepAnswer(answers, rate, question, reply, body);
    return body;
  };
  scope.route({
    method: ['GET', 'POST', 'QUERY'],
    url: '/graphql',
    bodyLimit: limits.bodyBytes,
    handler: async (request, reply) =>
      wantsPage(request)
        ? reply.redirect('/explorer')
        : traced(request.operation ?? operationNote(), () => answerOrKept(request, reply)),
  });
  scope.options('/graphql', (_request, reply) =>
    reply.code(204).headers({ allow: methods, 'accept-query': '"application/json"' }).send(),
  );
  scope.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler(_request, reply) {
      reply.header('allow', methods);
      return answerError(reply, 'METHOD_NOT_ALLOWED', 'Ask with GET, POST or QUERY.');
    },
  });
}
