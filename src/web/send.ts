// How a page or another form of it is answered: with a tag made of what is sent, so that a reader who holds
// the same copy is told so in a few bytes. The tag is weak, since the answer may travel compressed or not.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { csv } from '../formats/csv.js';
import { type Cell, cells, type FormatRow } from '../formats/format.js';
import type { OtherForm } from './here.js';
import { sendEncoded } from './kept-pages.js';
import { htmlDocument } from './layout.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** The address readers see (PUBLIC_URL), without a slash at its end. */
    publicUrl: string;
  }
}

/** A page’s content as one table: its columns in order, and its rows. */
export interface PageTable {
  readonly columns: readonly string[];
  readonly rows: readonly FormatRow[];
}

/** Answers with a page, or with 304 to whoever holds it already; `forms` are the other forms it comes in. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: VNode,
  forms: readonly OtherForm[] = [],
): Promise<FastifyReply> {
  const [path = '', query = ''] = request.url.split(/(?=\?)/, 2);
  const here = { publicUrl: request.server.publicUrl, path, query, forms };
  return sendText(request, reply, 'text/html; charset=utf-8', htmlDocument(page, here));
}

/** Answers with plain data, or with 304 to whoever holds it already. */
export function sendData(request: FastifyRequest, reply: FastifyReply, data: unknown): Promise<FastifyReply> {
  return sendText(request, reply, 'application/json; charset=utf-8', `${JSON.stringify(data, null, 2)}\n`);
}

/** Answers with a table as CSV, in the one form that the published files have, or with 304. */
export function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  table: PageTable,
): Promise<FastifyReply> {
  const format = csv.start(table.columns);
  const rows = table.rows.map((row): Cell[] => cells(table.columns, row));
  return sendText(request, reply, csv.mediaType, format.open() + format.rows(rows) + format.close());
}

/** Answers with text of a type, or with 304 to whoever holds it already. */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string,
): Promise<FastifyReply> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return sendEncoded(request, reply, { type, body, etag: `W/"${hash}"` });
}
