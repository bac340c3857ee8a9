// What every operation goes through before and after it runs: limits, cost, and errors told by code.
import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLResponse,
} from '@apollo/server';
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { tellFault } from '../errors.js';
import { bulkFilesOf, helpOf } from './bulk-files.js';
import { type GraphContext, requestScope } from './context.js';
import { fragmentsOf, keepCostLimits, keepDocumentLimits, keepVariablesLimit } from './document-limits.js';
import { errorCodes, isErrorCode, refuse, tell } from './errors.js';
import { costOfPosed, isPosed, pose } from './operation.js';

type GraphQLResponseBody = GraphQLResponse['body'];

type Resolved = GraphQLRequestContextDidResolveOperation<GraphContext>;

function measure({ schema, document, operation, request, contextValue }: Resolved): void {
  if (!operation) return;
  if (operation.operation !== 'query') {
    throw refuse('GRAPHQL_VALIDATION_FAILED', `The graph is read-only: it has no ${operation.operation}s.`);
  }
  if (takesSeveral(operation)) contextValue.expectSeveral();
  keepDocumentLimits(document, operation);
  if (request.variables) keepVariablesLimit(request.variables);
  const posed = pose({ schema, document, operation, variables: request.variables });
  if (!isPosed(posed)) return;
  const found = costOfPosed(posed);
  contextValue.posed = posed;
  contextValue.cost = found.cost;
  keepCostLimits(found);
  contextValue.charge(found.cost);
}

// Whatever is not one root field alone; a comparison loads its records by statements of their own.
function takesSeveral({ selectionSet }: OperationDefinitionNode): boolean {
  const [first, ...more] = selectionSet.selections;
  return more.length > 0 || first?.kind !== Kind.FIELD || first.name.value === 'compare';
}

/** Apollo's hooks for limits, cost and errors. `log` is told of every fault of ours. */
export function rules(log: (line: string) => void): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(of) {
          measure(of);
        },
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const { code } = tell(error.extensions.code, error.message, error.originalError);
            if (code !== 'INTERNAL' && code !== 'UNAVAILABLE') continue;
            const cause = error.originalError ?? error;
            // A database that is away is no fault of the code, so its operator is spared the stack.
            const told = code === 'INTERNAL' ? tellFault(cause) : cause.message;
            log(`request ${contextValue.requestId} failed: ${told}`);
          }
        },
        async willSendResponse({ request, response, contextValue, operation, document, queryHash }) {
          contextValue.done();
          contextValue.note.files = bulkFilesOf(operation, () => (document ? fragmentsOf(document) : {}));
          note(contextValue, operation, queryHash, response.body);
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const { cost, edition } = contextValue;
          const about = { ...(cost === undefined ? {} : { cost }), ...edition };
          if (cost !== undefined || edition)
            singleResult.extensions = { ...singleResult.extensions, ...about };
          // A copy may be kept and must be asked about before it is used again; an error is never kept.
          response.http.headers.set('cache-control', singleResult.errors ? 'no-store' : 'public, no-cache');
          if (!singleResult.errors) return;
          const { files } = contextValue.note;
          singleResult.errors = singleResult.errors.map((error) => complete(error, files));
          const status = statusOf(singleResult, request.http?.headers.get('accept') ?? '');
          if (status) response.http.status = status;
        },
      };
    },
  };
}

// The name is taken from the document: the parameter of that name could hold anything.
function note(
  { note: told, cost }: GraphContext,
  operation: OperationDefinitionNode | undefined,
  hash: string | undefined,
  body: GraphQLResponseBody,
): void {
  told.name = operation?.name?.value.slice(0, longestName) ?? null;
  told.document = hash ? `sha256:${hash}` : null;
  told.cost = cost ?? null;
  const [fault] = (body.kind === 'single' && body.singleResult.errors) || [];
  if (fault) told.code = isErrorCode(fault.extensions?.code) ? fault.extensions.code : 'INTERNAL';
}

// A longer name is nobody's, and would fill the log.
const longestName = 100;

const faultsOfDocument = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

// GraphQL over HTTP: whoever accepts application/json alone takes any status but 200 for the fault of a
// proxy, so that a document at fault is told with 200 there, and with 4xx everywhere else.
function statusOf({ data, errors = [] }: FormattedExecutionResult, accept: string): number | undefined {
  const codes = errors.map(({ extensions }) => extensions?.code).filter(isErrorCode);
  const worst = Math.max(...codes.map((code) => errorCodes[code].status));
  if (worst >= 500) return worst;
  if (data) return undefined;
  const plainJson = accept.includes('application/json') && !accept.includes('graphql-response');
  return plainJson && codes.every((code) => faultsOfDocument.has(code)) ? 200 : worst;
}

function complete(error: GraphQLFormattedError, files: readonly string[]): GraphQLFormattedError {
  const { extensions } = error;
  return { ...error, extensions: { ...extensions, ...helpOf(extensions?.code, files) } };
}

/** Where a code is explained. */
export const documentationOf = (code: string): string => `/explorer/errors#${code}`;

/** An error as it is told outside: a code of the list, a message, and no stack. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { stacktrace: _stack, code: given, ...rest } = formatted.extensions ?? {};
  const original = error instanceof GraphQLError ? error.originalError : error;
  const { code, message } = tell(given, formatted.message, original);
  return {
    message,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: {
      code,
      requestId: requestScope.getStore() ?? '',
      documentation: documentationOf(code),
      ...(code === 'INTERNAL' ? {} : rest),
    },
  };
}
