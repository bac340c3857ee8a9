import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { openTracing } from '../../src/cli/tracing.js';
import { openStore } from '../../src/store/store.js';
import { Metrics } from '../../src/watch/metrics.js';
import { traceStatement } from '../../src/watch/trace-requests.js';
import { startTracing } from '../../src/watch/tracing.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type Serving, serving } from '../web/serving.js';

const exporter = new InMemorySpanExporter();
let database: TestDatabase;
let server: Serving;

function forgetTracing(): void {
  trace.disable();
  context.disable();
  propagation.disable();
}

const inMemory = () => new SimpleSpanProcessor({ exporter });

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  startTracing({}, inMemory);
  const store = openStore(database.url, { watch: traceStatement });
  server = await serving(database.url, {}, { metrics: new Metrics(), store });
}, 120_000);

beforeEach(() => exporter.reset());

afterAll(async () => {
  forgetTracing();
  await server?.close();
  await database?.drop();
});

const post = (payload: object, headers = {}) =>
  server.app.inject({ method: 'POST', url: '/graphql', payload, headers });

/** The spans that ended, each with the name of the one above it. */
function spans() {
  const ended = exporter.getFinishedSpans();
  const nameOf = (id: string | undefined) => ended.find((each) => each.spanContext().spanId === id)?.name;
  return ended.map((each) => ({
    ...{ name: each.name, above: nameOf(each.parentSpanContext?.spanId), attributes: each.attributes },
    ...{ status: each.status.code, traceId: each.spanContext().traceId, from: each.parentSpanContext },
  }));
}

describe('a trace', () => {
  test('goes from the request over its operation to its statement', async () => {
    const answer = await post({ query: 'query Two { councils(first: 2) { nodes { id } } }' });
    const [statement, operation, request, ...more] = spans();
    expect(more).toEqual([]);
    expect([statement?.name, statement?.above]).toEqual(['statement', 'query Two']);
    expect(statement?.attributes).toEqual({
      'db.system.name': 'postgresql',
      'db.query.text': expect.stringMatching(/^SELECT .* FROM council/s),
    });
    expect([operation?.name, operation?.above]).toEqual(['query Two', 'POST /graphql']);
    expect(operation?.attributes).toEqual({
      ...{
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Two',
        'graphql.operation.code': 'OK',
      },
      'graphql.document.id': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      'graphql.operation.cost': 3,
    });
    expect([request?.name, request?.from]).toEqual(['POST /graphql', undefined]);
    expect(request?.attributes).toEqual({
      ...{ 'http.request.method': 'POST', 'http.route': '/graphql', 'http.response.status_code': 200 },
      'request.id': answer.headers['x-request-id'],
    });
    expect(new Set(spans().map(({ traceId }) => traceId)).size).toBe(1);
  });

  test('joins the one that the request names', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await post({ query: '{ __typename }' }, { traceparent: `00-${traceId}-b7ad6b7169203331-01` });
    expect(spans().map((each) => each.traceId)).toEqual([traceId, traceId]);
    expect(spans().at(-1)?.from).toMatchObject({ spanId: 'b7ad6b7169203331', isRemote: true });
    exporter.reset();
    await post({ query: '{ __typename }' }, { traceparent: 'nonsense' });
    expect(spans()).toHaveLength(2);
    exporter.reset();
    await post({ query: '{ __typename }' }, { traceparent: `00-${traceId}-b7ad6b7169203331-00` });
    expect(spans()).toEqual([]);
  });

  test('has the statements of a page beneath its request', async () => {
    await server.app.inject('/council/brent');
    const all = spans();
    expect(all.at(-1)?.name).toMatch(/^GET \/council/);
    const statements = all.slice(0, -1);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.every(({ name, above }) => name === 'statement' && above === all.at(-1)?.name)).toBe(
      true,
    );
  });

  test('has the statements of requests at the same time each beneath its own', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `Q${index}`);
    await Promise.all(
      names.map((name) => post({ query: `query ${name} { councils(first: 2) { nodes { id name } } }` })),
    );
    const statements = spans().filter(({ name }) => name === 'statement');
    expect(statements.map(({ above }) => above).sort()).toEqual(names.map((name) => `query ${name}`).sort());
  });

  test('holds no value of what was asked, in a text, a variable or an address', async () => {
    const secret = 'geheim-4711';
    const where = 'where: { name: { eq: $s } }';
    await post({ query: `{ councils(where: { name: { eq: "${secret}" } }) { nodes { id } } }` });
    await post({
      query: `query ($s: String) { councils(${where}) { nodes { id } } }`,
      variables: { s: secret },
    });
    await post({ query: `{ councils(where: { name: { eq: "${secret}` });
    await post({ query: `{ search(query: "${secret}") { nodes { __typename } } }` });
    await post({ query: `{ councils(search: "${secret}") { nodes { id } } }`, operationName: secret });
    await post(
      { query: `{ councils(where: { name: { eq: "${secret}" } }) { nodes { id } } }` },
      { accept: 'text/csv' },
    );
    await server.app.inject(`/search?q=${secret}`);
    await server.app.inject(`/${secret}`);
    await server.store.pool.query('SELECT $1::integer', [secret]).catch(() => {});
    expect(spans().length).toBeGreaterThan(12);
    expect(JSON.stringify(spans())).not.toContain(secret);
  });

  test('tells of a failure without the words of PostgreSQL', async () => {
    await server.store.pool.query('ALTER TABLE party RENAME TO party_away');
    exporter.reset();
    await post({ query: '{ parties { nodes { name } } }' });
    await server.store.pool.query('ALTER TABLE party_away RENAME TO party');
    const [statement, operation, request] = spans();
    expect([statement, operation, request].map((each) => each?.status)).toEqual(
      Array.from({ length: 3 }, () => SpanStatusCode.ERROR),
    );
    expect(statement?.attributes['db.response.status_code']).toBe('42P01');
    expect(operation?.attributes['graphql.operation.code']).toBe('INTERNAL');
  });
});

describe('traces are sent', () => {
  test('to the collector that the standard settings name, and only with them', async () => {
    const received: { path: string | undefined; type: string | undefined; body: string }[] = [];
    const collector = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { url: path, headers } = request;
      received.push({ path, type: headers['content-type'], body: Buffer.concat(chunks).toString('latin1') });
      response.setHeader('content-type', 'application/x-protobuf').end();
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as { port: number };
    forgetTracing();
    await (await openTracing({})).close();
    expect(trace.getTracer('test').startSpan('none').isRecording()).toBe(false);
    const settings = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_SERVICE_NAME: 'motions-here',
    };
    Object.assign(process.env, settings);
    try {
      const tracing = await openTracing(process.env);
      trace.getTracer('test').startSpan('query Sent').end();
      await tracing.close();
    } finally {
      for (const name of Object.keys(settings)) delete process.env[name];
      collector.close();
    }
    expect(received.map(({ path, type }) => [path, type])).toEqual([
      ['/v1/traces', 'application/x-protobuf'],
    ]);
    expect(received[0]?.body).toContain('motions-here');
    expect(received[0]?.body).toContain('query Sent');
  });

  test.each([
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL: expected http/protobuf, got "grpc"',
    ],
    [
      { OTEL_TRACES_SAMPLER: 'sometimes' },
      /OTEL_TRACES_SAMPLER: expected one of always_on, .*, got "sometimes"/,
    ],
    [{ OTEL_TRACES_SAMPLER_ARG: '7' }, 'OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, got "7"'],
  ])('and a setting that cannot be obeyed is refused: %j', async (env, message) => {
    await expect(openTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', ...env })).rejects.toThrow(
      message,
    );
  });

  test('as the sampler says', () => {
    forgetTracing();
    startTracing({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, inMemory);
    trace.getTracer('test').startSpan('none').end();
    forgetTracing();
    startTracing({ OTEL_TRACES_SAMPLER: 'always_on' }, inMemory);
    trace.getTracer('test').startSpan('one').end();
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(['one']);
  });
});
