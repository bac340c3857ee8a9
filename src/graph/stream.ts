// Lists streamed whole over HTTP: `Accept: text/csv` or `application/x-ndjson` on /graphql answers a document that
// asks for one list with all of its pages, read from one snapshot of the database. The first page goes
// through Apollo like any request, so every limit and refusal is the same; only then does a stream begin.
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { tellFault } from '../errors.js';
import { csv } from '../formats/csv.js';
import { type Cell, canonical, type Format } from '../formats/format.js';
import { jsonLine, ndjson } from '../formats/ndjson.js';
import type { Store } from '../store/store.js';
import { type Column, cellOf } from './columns.js';
import type { GraphContext } from './context.js';
import { refuse } from './errors.js';
import type { Execution } from './execute.js';
import type { Graph } from './graph.js';
import { limits } from './limits.js';
import { operationNote } from './operation-note.js';
import type { PlainRequest } from './persisted.js';
import type { RateLimit } from './rate-limit.js';
import { consistentSession } from './run.js';
import { type Page, type PagedList, pagedList } from './stream-pages.js';

const answered = ['application/json', 'application/graphql-response+json', 'application/*', '*/*'];

/** The format of a stream that an Accept header likes best; null where that is an answer in JSON. */
export function streamFormat(accept = ''): Format | null {
  const wishes = accept.split(',').map((wish) => {
    const [type = '', ...rest] = wish.split(';').map((part) => part.trim().toLowerCase());
    const quality = rest.find((part) => part.startsWith('q='))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) };
  });
  const [best] = wishes
    .filter(({ type, quality }) => quality > 0 && (type in formats || answered.includes(type)))
    .sort((a, b) => b.quality - a.quality);
  return best ? (formats[best.type] ?? null) : null;
}

const formats: Record<string, Format> = { 'text/csv': csv, 'application/x-ndjson': ndjson };

/** Writes pages of records as text. */
function textOf(format: Format, columns: readonly Column[]): { head: string; rows(page: Page): string } {
  const names = columns.map(({ name }) => name);
  if (format === ndjson) {
    const line = (record: unknown) =>
      jsonLine(
        names,
        columns.map((column) => cellOf(record, column)),
      );
    return { head: '', rows: ({ records }) => records.map(line).join('') };
  }
  const list = columns.find(({ isList }) => isList);
  if (list) {
    throw refuse(
      'NOT_ACCEPTABLE',
      `${list.name} is a list, which a cell of CSV cannot hold: leave it out, or ask for application/x-ndjson.`,
    );
  }
  const text = format.start(names);
  const cells = (record: unknown) => columns.map((column) => canonical(cellOf(record, column) as Cell));
  return { head: text.open(), rows: ({ records }) => text.rows(records.map(cells)) };
}

/** One list on its way to a reader. */
class Stream {
  private readonly controller = new AbortController();
  private readonly session;
  private begun: { list: PagedList; first: Page; writer: ReturnType<typeof textOf> } | undefined;
  version = '';

  constructor(
    store: Store,
    private readonly format: Format,
    private readonly start: Pick<GraphContext, 'requestId' | 'schemaVersion' | 'charge' | 'note' | 'edition'>,
  ) {
    this.session = consistentSession(store, this.controller.signal);
  }

  /** Whether the first page was read. */
  get isBegun(): boolean {
    return this.begun !== undefined;
  }

  get context(): GraphContext {
    return {
      ...this.start,
      session: this.session,
      expectSeveral() {},
      abort: () => this.controller.abort(),
      done() {},
      executeAs: (execution) => this.begin(execution),
    };
  }

  // What is refused here is told by Apollo, with the place in the document where it has one.
  private async begin(execution: Execution): Promise<ExecutionResult> {
    try {
      const list = pagedList(execution);
      const writer = textOf(this.format, list.columns);
      const first = await this.timed(async () => {
        const text = 'SELECT version FROM data_version';
        const [row] = await this.session.run({ text, values: [], name: undefined });
        this.version = row?.[0] ?? '0';
        return list.page(null);
      });
      this.begun = { list, writer, first };
      return { data: {} };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  private async timed<T>(work: () => Promise<T>, milliseconds: number = limits.executionMs): Promise<T> {
    const clock = setTimeout(() => this.controller.abort(), milliseconds).unref();
    return work().finally(() => clearTimeout(clock));
  }

  /** The text, a part for each page. */
  async *parts(): AsyncGenerator<string, void, undefined> {
    if (!this.begun) throw new Error('a stream is read before its first page');
    const { list, writer, first } = this.begun;
    try {
      yield writer.head + writer.rows(first);
      for (let { next } = first; next !== null; ) {
        const after = next;
        const page = await this.timed(() => list.page(after));
        next = page.next;
        yield writer.rows(page);
      }
    } finally {
      this.end();
    }
  }

  /** Ends it, whether or not all of it was read. */
  end(): void {
    this.session.end();
  }

  abort(): void {
    this.controller.abort();
    this.end();
  }
}

// A reader who takes nothing for this long would keep a connection of the database for himself.
function watch(text: Readable, reply: FastifyReply, stallMs: number): void {
  let written = -1;
  const clock = setInterval(() => {
    const now = reply.raw.socket?.bytesWritten ?? 0;
    if (now === written) text.destroy(new Error('the reader takes nothing any more'));
    written = now;
  }, stallMs).unref();
  text.once('close', () => clearInterval(clock));
}

/** What streams need: the graph, the store it reads, and who is told of faults. */
export interface StreamOptions {
  readonly graph: Graph;
  readonly store: Store;
  readonly log?: (line: string) => void;
  /** Milliseconds without anything taken after which a stream is cut; those of the limits where left out. */
  readonly stallMs?: number;
}

/** Answers a request with a stream in a format, or as the graph refuses it. */
export function streamHandler(options: StreamOptions, rate: RateLimit) {
  const { graph, store, log = () => {}, stallMs = limits.streamStallMs } = options;
  let open = 0;

  return async (format: Format, plain: PlainRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { request } = reply;
    const { requestId, schemaVersion, done } = graph.context({ requestId: request.id });
    const edition = request.server.edition();
    done();
    // Its first page is charged: there is no refusing what comes after it.
    const charge = (cost: number) => rate.charge(request, reply, cost);
    const note = request.operation ?? operationNote();
    const stream = new Stream(store, format, { requestId, schemaVersion, charge, note, edition });
    open += 1;
    const isRefused = open > limits.streams;
    reply.raw.once('close', () => {
      open -= 1;
      if (reply.raw.writableFinished) stream.end();
      else stream.abort();
    });
    const context = isRefused ? { ...stream.context, executeAs: tooMany } : stream.context;
    const { status = 200, headers, body } = await graph.askPlainly(plain, accepted, context);
    reply.header('vary', 'accept');
    if (!stream.isBegun) {
      stream.end();
      if (isRefused) reply.header('retry-after', '10');
      for (const [name, value] of headers) reply.header(name, value);
      return reply.code(status).send(body.kind === 'complete' ? body.string : '');
    }
    const text = Readable.from(stream.parts(), { objectMode: true, highWaterMark: 1 });
    text.once('error', (error) => log(`request ${requestId} ended within its stream: ${tellFault(error)}`));
    watch(text, reply, stallMs);
    reply.headers({ 'x-data-version': stream.version, 'cache-control': 'no-store' });
    if (edition?.snapshot) reply.header('x-snapshot', edition.snapshot.id);
    return reply.type(format.mediaType).send(text);
  };
}

// What is refused is told by its status, whatever is accepted of an answer.
const accepted = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };

async function tooMany(): Promise<ExecutionResult> {
  const message = `At most ${limits.streams} lists are streamed at once. Try again in a moment.`;
  return { errors: [refuse('RATE_LIMITED', message, { limit: 'streams', maximum: limits.streams })] };
}
