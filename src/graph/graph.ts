// The graph as one thing: its schema on Apollo Server, asked over HTTP or directly.
import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  HeaderMap,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Store } from '../store/store.js';
import { createContext, type GraphContext, type RequestStart, requestScope } from './context.js';
import { executeOperation, stringifyResult, WrittenData } from './execute.js';
import { limits } from './limits.js';
import type { PlainRequest } from './persisted.js';
import { formatError, rules } from './rules.js';
import { graphSchema, schemaVersion } from './schema.js';

/** What the graph needs: the store it reads, and who is told of its faults. */
export interface GraphOptions {
  readonly store: Store;
  readonly log?: (line: string) => void;
}

/** A question to the graph. */
export interface Question {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** The headers that say how a question is written and an answer wanted. */
export interface AskedHeaders {
  readonly accept?: string | undefined;
  readonly 'content-type'?: string | undefined;
}

/** The graph, ready to be asked. */
export interface Graph {
  /** The context of a request. */
  context(start: RequestStart): GraphContext;
  /** Asks as a request over HTTP does, which has these headers. */
  askPlainly(plain: PlainRequest, headers: AskedHeaders, context: GraphContext): Promise<HTTPGraphQLResponse>;
  /** Asks without HTTP, under the same limits and rules. */
  ask(question: Question): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}

// The cache control plugin would wrap every field's resolver; the others load from or report to other hosts.
const unused = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

type Gateway = ApolloServerOptionsWithGateway<GraphContext>['gateway'];

// Answers that went well are given to Apollo ahead of its own execution, which costs as much as all else of
// a short answer: for each request it makes objects of a shape of their own, which live long.
const aheadOfApollo: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async responseForOperation({ schema, document, operation, request, contextValue: context }) {
        const { operationName, variables } = request;
        const execution = { schema, document, operation, operationName, variables, context };
        context.executed = (context.executeAs ?? executeOperation)(execution);
        const { errors, ...singleResult } = await context.executed.catch(() => ({ errors: [] }));
        if (errors) return null;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
      },
    };
  },
};

// Apollo's one place for an executor of one's own; nothing is asked of any other server. What comes here is
// an operation that failed, so that Apollo tells of its errors.
function ownExecutor(): Gateway {
  let told: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] = () => {};
  return {
    onSchemaLoadOrUpdate(callback) {
      told = callback;
      return () => {};
    },
    async load() {
      told({ apiSchema: graphSchema(), coreSupergraphSdl: '' });
      return {
        executor: async ({ context }) => (context as GraphContext).executed as Promise<ExecutionResult>,
      };
    },
    async stop() {},
  };
}

function createApollo(log: (line: string) => void): ApolloServer<GraphContext> {
  return new ApolloServer<GraphContext>({
    gateway: ownExecutor(),
    stringifyResult,
    formatError,
    plugins: [...unused, rules(log), aheadOfApollo],
    parseOptions: { maxTokens: limits.tokens, noLocation: false },
    // Without credentials any site may ask, so there is nothing a forged request could abuse.
    csrfPrevention: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: {
      debug() {},
      info() {},
      warn: (message) => log(String(message)),
      error: (message) => log(String(message)),
    },
  });
}

function headerMap({ accept, 'content-type': type }: AskedHeaders): HeaderMap {
  const map = new HeaderMap();
  if (accept) map.set('accept', accept);
  if (type) map.set('content-type', type);
  return map;
}

/** Starts the graph on a store. */
export async function createGraph({ store, log = () => {} }: GraphOptions): Promise<Graph> {
  const apollo = createApollo(log);
  await apollo.start();
  const version = schemaVersion();
  const context: Graph['context'] = (start) => createContext({ store, schemaVersion: version, ...start });
  return {
    context,
    askPlainly: ({ method, body, search }, headers, contextValue) =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, body, search, headers: headerMap(headers) },
        context: async () => contextValue,
      }),
    close: () => apollo.stop(),
    async ask(question) {
      const contextValue = context({ requestId: 'direct' });
      const { body } = await requestScope.run('direct', () =>
        apollo.executeOperation(question, { contextValue }),
      );
      if (body.kind !== 'single') throw new Error('the graph answers at once or not at all');
      const { data, ...rest } = body.singleResult;
      return {
        ...rest,
        data: data instanceof WrittenData ? data.toJSON() : data,
      } as FormattedExecutionResult;
    },
  };
}
