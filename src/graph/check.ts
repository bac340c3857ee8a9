// Whether a document is valid under the contract of now, under the one that follows (what is deprecated is
// gone) and under every one that was released, so that a client learns early what will break.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  buildASTSchema,
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  printSchema,
  validate,
  visit,
} from 'graphql';
import { keepDocumentLimits } from './document-limits.js';
import { refuse } from './errors.js';
import { limits } from './limits.js';
import type { PlainRequest } from './persisted.js';
import type { RateLimit } from './rate-limit.js';
import { graphSchema } from './schema.js';

/** A contract by name: `current`, `next`, or the day of a released one. */
export interface Contract {
  readonly name: string;
  readonly schema: GraphQLSchema;
}

/** What is wrong with a document under a contract. */
export interface Checked {
  readonly contract: string;
  readonly valid: boolean;
  readonly errors: readonly Pick<GraphQLError, 'message' | 'locations'>[];
}

/** A schema without what is deprecated in it. */
export function withoutDeprecated(schema: GraphQLSchema): GraphQLSchema {
  const drop = (node: { directives?: readonly { name: { value: string } }[] }) =>
    node.directives?.some(({ name }) => name.value === 'deprecated') ? null : undefined;
  const kept = visit(parse(printSchema(schema)), {
    FieldDefinition: drop,
    InputValueDefinition: drop,
    EnumValueDefinition: drop,
  });
  return buildASTSchema(kept, { assumeValid: true });
}

const released = join(import.meta.dirname, '..', '..', 'schema', 'released');
let known: readonly Contract[] | undefined;

/** Every contract that a document is checked against. */
export function contracts(): readonly Contract[] {
  known ??= [
    { name: 'current', schema: graphSchema() },
    { name: 'next', schema: withoutDeprecated(graphSchema()) },
    ...readdirSync(released)
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => ({
        name: basename(file, '.graphql'),
        schema: buildSchema(readFileSync(join(released, file), 'utf8')),
      })),
  ];
  return known;
}

/** Checks a document against contracts; it is read, never run. */
export function check(query: string, against: readonly Contract[]): Checked[] {
  const parsed = read(query);
  return against.map(({ name, schema }) => {
    const errors = parsed instanceof GraphQLError ? [parsed] : validate(schema, parsed);
    return {
      contract: name,
      valid: errors.length === 0,
      errors: errors.map(({ message, locations }) => ({ message, locations })),
    };
  });
}

function read(query: string): DocumentNode | GraphQLError {
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    for (const each of document.definitions) {
      if (each.kind === Kind.OPERATION_DEFINITION) keepDocumentLimits(document, each);
    }
    return document;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function documentsOf(body: unknown): string[] {
  const { query, queries = query === undefined ? [] : [query] } = (body ?? {}) as Record<string, unknown>;
  const texts = Array.isArray(queries) ? queries : [];
  if (
    texts.length > 0 &&
    texts.length <= limits.checkedDocuments &&
    texts.every((each) => typeof each === 'string')
  )
    return texts as string[];
  const most = limits.checkedDocuments;
  throw refuse('BAD_REQUEST', `Send {"query": "…"}, or {"queries": ["…"]} with 1 to ${most} documents.`);
}

/** Serves POST /graphql/check. `read` parses the body of a request. */
export function serveCheck(
  scope: FastifyInstance,
  rate: RateLimit,
  read: (request: FastifyRequest) => Promise<unknown>,
): void {
  scope.post('/graphql/check', { bodyLimit: limits.bodyBytes }, async (request, reply) => {
    const documents = documentsOf(await read(request));
    rate.charge(request, reply, documents.length);
    reply.header('cache-control', 'no-store');
    return { documents: documents.map((query) => ({ contracts: check(query, contracts()) })) };
  });
}

/**
 * Whether a request asks by `?schema=next` to be answered only if it is valid under the next contract too.
 * @throws BAD_REQUEST where it names another contract.
 */
export function asksNext({ query }: FastifyRequest): boolean {
  const { schema } = query as { schema?: unknown };
  if (schema === undefined || schema === 'next') return schema === 'next';
  throw refuse('BAD_REQUEST', 'The schema to ask may be next, or is not named.');
}

/** The first fault that a request’s document has under the next contract alone. */
export function keepNext({ asked: { query: document } }: PlainRequest): void {
  if (typeof document !== 'string') return;
  const [current, next] = check(document, contracts().slice(0, 2));
  const [fault] = next?.errors ?? [];
  if (!current?.valid || !fault) return;
  throw refuse('GRAPHQL_VALIDATION_FAILED', `Not in the next schema: ${fault.message}`, {
    locations: fault.locations,
  });
}
