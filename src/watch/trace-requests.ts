// Traces: a span for each request, within the trace that its `traceparent` names, and beneath it those of its
// operation and statements. A span has the pattern of a route, never an address.
import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StatementWatch } from '../store/watched-client.js';
import { onEnded } from './ended.js';

const tracer = trace.getTracer('open-motions');

/** Traces the requests of an app; without a tracer that records, nothing is kept of them. */
export function traceRequests(app: FastifyInstance): void {
  const begun = new WeakMap<FastifyRequest, { readonly span: Span; readonly within: Context }>();
  app.addHook('onRequest', (request, _reply, done) => {
    const above = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(nameOf(request), { kind: SpanKind.SERVER }, above);
    // One that is not to be recorded is noted too, so that nothing beneath it is.
    if (trace.isSpanContextValid(span.spanContext()))
      begun.set(request, { span, within: trace.setSpan(above, span) });
    done();
  });
  // Here and not before: reading a body loses the context that it was begun in.
  app.addHook('preHandler', (request, _reply, done) => {
    const within = begun.get(request)?.within;
    if (within) context.with(within, done);
    else done();
  });
  onEnded(app, ({ id, method, route, status }, request) => {
    const span = begun.get(request)?.span;
    if (!span) return;
    span.setAttributes({ 'http.request.method': method, 'http.route': route, 'request.id': id });
    if (status === null) span.setAttribute('error.type', 'aborted');
    else span.setAttribute('http.response.status_code', status);
    if (status === null || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
}

const nameOf = ({ method, routeOptions: { url = 'nowhere' } }: FastifyRequest): string => `${method} ${url}`;

const untraced = () => {};

/** Traces a statement within the request that sends it: its text, which has places for values and no values. */
export const traceStatement: StatementWatch = (sql) => {
  if (!trace.getActiveSpan()?.isRecording()) return untraced;
  const span = tracer.startSpan('statement', {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': sql },
  });
  return (error) => {
    if (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      // Not its words, which repeat values.
      const { code } = error as { code?: unknown };
      if (typeof code === 'string') span.setAttribute('db.response.status_code', code);
    }
    span.end();
  };
};
