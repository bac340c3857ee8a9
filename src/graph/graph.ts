// The graph as one thing: its schema on Apollo Server, asked over HTTP or directly.
import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult } from 'graphql';
import type { Store } from '../store/store.js';
import { createContext, type GraphContext, requestScope } from './context.js';
import { executeOperation, stringifyResult, WrittenData } from './execute.js';
import { limits } from './limits.js';
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

/** The graph, ready to be asked. */
export interface Graph {
  readonly apollo: ApolloServer<GraphContext>;
  /** The context of a request of that id; `charge` is told its cost before it runs. */
  context(requestId: string, charge?: (cost: number) => void): GraphContext;
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

// Apollo's one place for an executor of one's own; nothing is asked of any other server.
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
        executor: ({ schema, document, operation, request, context: given }) => {
          const context = given as GraphContext;
          const { operationName, variables } = request;
          const execution = { schema, document, operation, operationName, variables, context };
          return context.executeAs ? context.executeAs(execution) : executeOperation(execution);
        },
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
    plugins: [...unused, rules(log)],
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

/** Starts the graph on a store. */
export async function createGraph({ store, log = () => {} }: GraphOptions): Promise<Graph> {
  const apollo = createApollo(log);
  await apollo.start();
  const version = schemaVersion();
  const context: Graph['context'] = (requestId, charge) =>
    createContext({ store, requestId, schemaVersion: version, ...(charge ? { charge } : {}) });
  return {
    apollo,
    context,
    close: () => apollo.stop(),
    async ask(question) {
      const contextValue = context('direct');
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
