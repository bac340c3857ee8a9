// The graph over HTTP: GET and POST on /graphql, open to any origin, and the explorer beside it.
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind, parse } from 'graphql';
import { requestScope } from './context.js';
import { type ErrorCode, errorCodes } from './errors.js';
import { serveExplorer } from './explorer.js';
import { createGraph, type GraphOptions } from './graph.js';
import { limits } from './limits.js';
import { documentationOf } from './rules.js';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type, accept',
  'access-control-expose-headers': 'x-request-id, allow, retry-after',
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
  const extensions = { code, requestId: reply.request.id, documentation: documentationOf(code), ...help };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions }] });
}

function answerBroken(error: FastifyError, _request: FastifyRequest, reply: FastifyReply) {
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

const wantsPage = ({ method, query, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  Object.keys(query as object).length === 0 &&
  /\btext\/html\b/.test(headers.accept ?? '');

/** Fastify plugin: serves /graphql and /explorer. */
export async function graphPlugin(app: FastifyInstance, options: GraphOptions): Promise<void> {
  const graph = await createGraph(options);
  app.addHook('onClose', () => graph.close());
  serveExplorer(app);
  await app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    scope.addHook('onRequest', async (_request, reply) => void reply.headers(cors));
    scope.setErrorHandler(answerBroken);
    serveGraph(scope, graph);
  });
}

function serveGraph(scope: FastifyInstance, graph: Awaited<ReturnType<typeof createGraph>>): void {
  const answer = fastifyApolloHandler(graph.apollo, {
    context: async (request: FastifyRequest, reply: FastifyReply) => {
      const context = graph.context(request.id);
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) context.abort();
      });
      return context;
    },
  });
  scope.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: limits.bodyBytes,
    handler(request, reply) {
      if (wantsPage(request)) return reply.redirect('/explorer');
      if (isWriteByGet(request)) {
        reply.header('allow', 'POST');
        return answerError(reply, 'METHOD_NOT_ALLOWED', 'GET answers queries only.');
      }
      return requestScope.run(request.id, () => answer.call(scope, request, reply));
    },
  });
  scope.options('/graphql', (_request, reply) =>
    reply.code(204).header('allow', 'GET, POST, OPTIONS').send(),
  );
  scope.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler(_request, reply) {
      reply.header('allow', 'GET, POST, OPTIONS');
      return answerError(reply, 'METHOD_NOT_ALLOWED', 'Ask with GET or POST.');
    },
  });
}
