import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assemble } from '../../src/server.js';
import { openStore } from '../../src/store/store.js';
import { Metrics } from '../../src/watch/metrics.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type Serving, serving, testConfig } from '../web/serving.js';

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  const metrics = new Metrics();
  const store = openStore(database.url, { watch: metrics.statement });
  server = await serving(database.url, { responseCacheBytes: 1_000_000 }, { metrics, store });
}, 120_000);

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const read = async (of = server) => (await of.app.inject('/metrics')).body;

/** The value of one series, as `name{label="…"}`; 0 where it is not told. */
const seriesOf = (text: string, series: string): number => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line ? Number(line.slice(series.length)) : 0;
};

/** By how much series grow while something is done. */
async function growth(series: readonly string[], work: () => Promise<unknown>): Promise<number[]> {
  const before = await read();
  await work();
  const after = await read();
  return series.map((each) => seriesOf(after, each) - seriesOf(before, each));
}

const ask = (query: string) => server.app.inject({ method: 'POST', url: '/graphql', payload: { query } });

async function known(): Promise<void> {
  const query = '{ council(id: "council/brent") { id } }';
  for (let tries = 0; tries < 200 && !(await ask(query)).headers.etag; tries += 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('/metrics', () => {
  test('counts requests by the pattern of their route, whatever is asked', async () => {
    const series = [
      'http_requests_total{method="GET",route="/health/live",status="200"}',
      'http_requests_total{method="GET",route="nowhere",status="404"}',
      'http_request_duration_seconds_count{method="POST",route="/graphql"}',
    ];
    const grown = await growth(series, async () => {
      await server.app.inject('/health/live');
      await server.app.inject('/a-secret-address?of=a-reader');
      await server.app.inject('/another/secret');
      await ask('{ __typename }');
    });
    expect(grown).toEqual([1, 2, 1]);
    const text = await read();
    expect(text).not.toContain('secret');
    const sum = 'http_request_duration_seconds_sum{method="POST",route="/graphql"}';
    expect(seriesOf(text, sum)).toBeGreaterThan(0);
  });

  test('counts operations by the code of their fault, with their cost, and the statements they run', async () => {
    await known();
    const series = [
      'graph_operations_total{code="OK"}',
      'graph_operations_total{code="GRAPHQL_PARSE_FAILED"}',
      'graph_operations_total{code="PAGE_TOO_LARGE"}',
      'graph_operation_cost_points_sum{code="OK"}',
      'statement_duration_seconds_count{result="done"}',
    ];
    const grown = await growth(series, async () => {
      await ask('{ councils(first: 2) { nodes { id name } } }');
      await ask('{ councils(');
      await ask('{ councils(first: 101) { nodes { id } } }');
    });
    // A read of the metrics looks for the last run of the nightly job by itself.
    expect(grown).toEqual([1, 1, 1, 3, 2]);
  });

  test('counts what was kept and what had to be made', async () => {
    await known();
    const series = ['kept_answers_total{result="hit"}', 'kept_answers_total{result="miss"}'];
    const query = '{ councils(first: 3) { nodes { id slug } } }';
    expect(await growth(series, async () => [await ask(query), await ask(query)])).toEqual([1, 1]);
    const url = `/graphql?query=${encodeURIComponent(query)}`;
    const { etag } = (await server.app.inject(url)).headers;
    const held = await growth(['kept_answers_total{result="held"}'], () =>
      server.app.inject({ url, headers: { 'if-none-match': String(etag) } }),
    );
    expect(held).toEqual([1]);
  });

  test('counts a request whose reader went away as aborted', async () => {
    const series = 'http_requests_total{method="POST",route="/graphql",status="aborted"}';
    const before = seriesOf(await read(), series);
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await new Promise((done) => setTimeout(done, 100));
    socket.destroy();
    for (let tries = 0; tries < 200 && seriesOf(await read(), series) === before; tries += 1) {
      await new Promise((done) => setTimeout(done, 20));
    }
    expect(seriesOf(await read(), series)).toBe(before + 1);
  });

  test('tells a statement that failed', async () => {
    const grown = await growth(['statement_duration_seconds_count{result="failed"}'], () =>
      server.store.pool.query('SELECT no_such_column').catch(() => {}),
    );
    expect(grown).toEqual([1]);
  });

  test('tells of the pool, the process, and the record before and after a publication', async () => {
    await known();
    const before = await read();
    expect(seriesOf(before, 'database_connections_most')).toBe(10);
    expect(before).toMatch(/^database_waiting 0$/m);
    expect(seriesOf(before, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(before).not.toMatch(/^snapshot_(info|age)/m);
    const latest = '2026-11-20T020000Z-1a2b3c4d';
    const last_attempt = { at: '2026-11-21T02:00:00Z', result: 'failed', code: 'AUDIT_FAILED', reason: null };
    const index = { latest, last_attempt, snapshots: [{ id: latest }] };
    await writeFile(join(server.exportsDir, 'index.json'), JSON.stringify(index));
    const after = await read();
    expect(after).toContain(`snapshot_info{id="${latest}"} 1`);
    const age = (Date.now() - Date.parse('2026-11-20T02:00:00Z')) / 1000;
    expect(Math.abs(seriesOf(after, 'snapshot_age_seconds') - age)).toBeLessThan(60);
    expect(after).toContain('publication_last_info{result="failed",code="AUDIT_FAILED"} 1');
    expect(seriesOf(after, 'publication_last_timestamp_seconds')).toBe(Date.parse(last_attempt.at) / 1000);
    const { rows } = await server.store.pool.query('SELECT version FROM data_version');
    expect(seriesOf(after, 'data_version')).toBe(rows[0].version);
  });

  test('is for this machine alone, asked directly', async () => {
    const from = async (remoteAddress: string, headers = {}) =>
      (await server.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
    expect(await from('127.0.0.1')).toBe(200);
    expect(await from('::1')).toBe(200);
    expect(await from('192.0.2.7')).toBe(404);
    expect(await from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await from('127.0.0.1', { forwarded: 'for=192.0.2.7' })).toBe(404);
  });

  test('is for whoever brings the token, where one is set', async () => {
    const metricsToken = 'a-token-of-this-test';
    const store = openStore(database.url);
    const config = { ...testConfig('/none'), metricsToken };
    const app = await assemble(store, { config, url: database.url, log: () => {} });
    const bringing = (authorization: string) =>
      app.inject({ url: '/metrics', remoteAddress: '192.0.2.7', headers: { authorization } });
    expect((await bringing(`Bearer ${metricsToken}`)).statusCode).toBe(200);
    const wrong = await bringing('Bearer a-token-of-another');
    expect([wrong.statusCode, wrong.headers['www-authenticate'], wrong.body]).toEqual([401, 'Bearer', '']);
    expect((await app.inject('/metrics')).statusCode).toBe(401);
    await app.close();
  });

  test('is read though the database is away', async () => {
    const url = 'postgres://nobody@127.0.0.1:1/none';
    const lost = await assemble(openStore(url), { config: testConfig('/none'), url, log: () => {} });
    const answer = await lost.inject('/metrics');
    expect([answer.statusCode, /^data_version /m.test(answer.body)]).toEqual([200, false]);
    await lost.close();
  });
});
