// Documents that can be asked for by their hash: the examples of schema/examples. It spares their sending
// and is never a wall, since any other document is answered too.
import { createHash } from 'node:crypto';
import { printExecutableGraphQLDocument } from '@graphql-tools/documents';
import type { FastifyRequest } from 'fastify';
import { parse, print, separateOperations } from 'graphql';
import { refuse } from './errors.js';
import { readExamples } from './examples.js';

/** Documents by id. */
export type PersistedDocuments = ReadonlyMap<string, string>;

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The documents kept: each operation of the examples, as code generators print it and as graphql-js does. */
export async function readPersisted(): Promise<PersistedDocuments> {
  const examples = await readExamples();
  const documents = examples.flatMap(({ query }) => Object.values(separateOperations(parse(query))));
  return new Map(
    documents
      .flatMap((document) => [printExecutableGraphQLDocument(document), print(document)])
      .map((text) => [idOf(text), text]),
  );
}

/**
 * The request as Apollo takes it: with the document that its `documentId` names, where it holds none itself,
 * and as a POST where it came by QUERY.
 * @throws DOCUMENT_NOT_FOUND where no document has that id.
 */
export function plainRequest(documents: PersistedDocuments, request: FastifyRequest): FastifyRequest {
  const isGet = request.method === 'GET';
  const asked = ((isGet ? request.query : request.body) ?? {}) as Record<string, unknown>;
  const change: Record<string, unknown> = isGet ? {} : { method: 'POST' };
  if (asked.documentId !== undefined && asked.query === undefined) {
    const { documentId, ...rest } = asked;
    const whole = { ...rest, query: textOf(documents, documentId) };
    if (isGet) {
      change.query = whole;
      change.url = `/graphql?${new URLSearchParams(whole)}`;
    } else change.body = whole;
  }
  // What is not changed, among it the address, is still that of the request.
  const properties = Object.entries(change).map(([name, value]) => [name, { value }]);
  return Object.create(request, Object.fromEntries(properties)) as FastifyRequest;
}

function textOf(documents: PersistedDocuments, id: unknown): string {
  const text = typeof id === 'string' ? documents.get(id) : undefined;
  if (text !== undefined) return text;
  const got = typeof id === 'string' ? id.slice(0, 100) : typeof id;
  throw refuse(
    'DOCUMENT_NOT_FOUND',
    `No document is kept under ${got}; an id is sha256: and 64 hexadecimal digits. Send the document as query.`,
  );
}
