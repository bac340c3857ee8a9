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

/** A request as Apollo takes it. */
export interface PlainRequest {
  readonly method: 'GET' | 'POST';
  /** What is asked, by the parameters of GraphQL over HTTP. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The query part of the address, with its question mark. */
  readonly search: string;
}

/**
 * The request as Apollo takes it: with the document that its `documentId` names, where it holds none itself,
 * and as a POST where it came by QUERY.
 * @throws DOCUMENT_NOT_FOUND where no document has that id.
 */
export function plainRequest(documents: PersistedDocuments, request: FastifyRequest): PlainRequest {
  const { method, query, body, url } = request;
  const isGet = method === 'GET';
  const asked = ((isGet ? query : body) ?? {}) as Record<string, unknown>;
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start);
  if (asked.documentId === undefined || asked.query !== undefined) {
    return { method: isGet ? 'GET' : 'POST', asked, body, search };
  }
  const { documentId, ...rest } = asked;
  const whole = { ...rest, query: textOf(documents, documentId) };
  if (isGet) return { method: 'GET', asked: whole, body, search: `?${new URLSearchParams(whole)}` };
  return { method: 'POST', asked: whole, body: whole, search };
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
