// Answers to requests that cannot be answered: a page for a browser, JSON for a program, and for both what
// went wrong, what to do, and the number of the request. Never a stack, never a database’s words.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { tellFault } from '../errors.js';
import { longestSearch } from '../store/queries/search-sql.js';
import { htmlDocument, Page } from './layout.js';
import { Refusal } from './refusal.js';

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly help?: Refusal['help'];
}

/** What failures need of the server. */
export interface FailureOptions {
  readonly contactUrl: string | undefined;
  readonly log: (line: string) => void;
}

/** Answers unknown addresses and errors of every route. */
export function answerFailures(app: FastifyInstance, options: FailureOptions): void {
  app.setNotFoundHandler((request, reply) => {
    const message = `Nothing is at ${request.url.split('?')[0]}.`;
    return answer(request, reply, { status: 404, code: 'NOT_FOUND', message }, options);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const failure = failureOf(error);
    const isDeliberate = error instanceof Refusal;
    if (failure.status >= 500 && !isDeliberate)
      options.log(`Request ${request.id} failed: ${tellFault(error)}`);
    return answer(request, reply, failure, options);
  });
}

function failureOf(error: FastifyError): Failure {
  if (error instanceof Refusal) {
    return { status: error.statusCode, code: error.code, message: error.message, help: error.help };
  }
  const status = error.statusCode ?? 500;
  // Fastify’s own refusals (a body too large, a bad address) are written for the caller.
  if (status < 500) return { status, code: error.code ?? 'BAD_REQUEST', message: error.message };
  if (isDatabaseAway(error)) {
    return { status: 503, code: 'UNAVAILABLE', message: 'The database does not answer. Try again shortly.' };
  }
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.' };
}

// Connection errors of Node, and PostgreSQL’s classes 08 (connection) and 57P (shutting down).
function isDatabaseAway(error: FastifyError): boolean {
  return /^(ECONN\w+|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|57P\d\d)$/.test(error.code ?? '');
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure,
  { contactUrl }: FailureOptions,
): FastifyReply {
  reply.code(failure.status).header('cache-control', 'no-store');
  if (wantsPage(request)) {
    const page = <FailurePage {...{ failure, requestId: request.id, path: request.url, contactUrl }} />;
    return reply.type('text/html; charset=utf-8').send(htmlDocument(page));
  }
  const { code, message, help } = failure;
  return reply
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify({ error: { code, message, ...help, requestId: request.id } }, null, 2)}\n`);
}

// A browser asks for text/html by name; curl and programs do not.
function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  const html = accept.indexOf('text/html');
  const json = accept.indexOf('application/json');
  return html >= 0 && (json < 0 || html < json);
}

function heading(status: number): string {
  if (status === 404) return 'Not found';
  if (status === 410) return 'Removed from the record';
  return status < 500 ? 'This cannot be answered' : 'Our fault';
}

// What an address that leads nowhere seems to be about: the words of its last part.
function wordsOf(path: string): string {
  const last = (path.split('?')[0] ?? '').split('/').findLast((part) => part !== '') ?? '';
  return last
    .replace(/\.\w+$/, '')
    .replace(/[^A-Za-z]+/g, ' ')
    .trim()
    .slice(0, longestSearch);
}

function FailurePage(props: {
  failure: Failure;
  requestId: string;
  path: string;
  contactUrl: string | undefined;
}): VNode {
  const { status, code, message } = props.failure;
  return (
    <Page title={`${status} · Open Motions`} description={message} contactUrl={props.contactUrl}>
      <h1>{heading(status)}</h1>
      <p class="standfirst">{message}</p>
      {status === 404 ? (
        <form class="question" method="get" action="/search">
          <label class="field">
            Search the record{' '}
            <input type="search" name="q" value={wordsOf(props.path)} maxlength={longestSearch} />
          </label>
          <button type="submit">Search</button>
        </form>
      ) : null}
      <ul class="listing">
        <li>
          <a href="/compare">Compare what councils resolved</a>
        </li>
        <li>
          <a href="/coverage">See which councils were searched</a>
        </li>
        <li>
          <a href="/data/">Download the data</a>
        </li>
        <li>
          <a href="/explorer">Ask the API</a>
        </li>
      </ul>
      <p class="who">
        {code}, request {props.requestId}
      </p>
    </Page>
  );
}
