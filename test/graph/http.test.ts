import { request as askHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { graphPlugin } from '../../src/graph/http.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
const faults: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  store = openStore(database.url);
  app = fastify({ genReqId: () => 'request-7' });
  await app.register(graphPlugin, { store, log: (line: string) => faults.push(line) });
  await app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await store?.close();
  await database?.drop();
});

const query = '{ council(id: "council/brent") { name } }';
const answer = { council: { name: 'London Borough of Brent' } };

const post = (payload: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers,
    payload: payload as InjectOptions['payload'] & object,
  });

const refused = (response: Awaited<ReturnType<typeof post>>) => ({
  status: response.statusCode,
  code: response.json().errors[0].extensions.code,
});

describe('/graphql', () => {
  test('answers POST and GET, with its own cost', async () => {
    const posted = await post({ query });
    expect([posted.statusCode, posted.json()]).toEqual([200, { data: answer, extensions: { cost: 1 } }]);
    expect(posted.headers['cache-control']).toBe('public, no-cache');
    expect((await post({ query: '{ nothing }' })).headers['cache-control']).toBe('no-store');
    const got = await app.inject({ url: '/graphql', query: { query } });
    expect(got.json().data).toEqual(answer);
  });

  test('is open to any origin and never sets a cookie', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      payload: { query },
    });
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(response.headers['access-control-allow-credentials']).toBeUndefined();
    const before = await app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect([before.statusCode, before.headers['access-control-allow-headers']]).toEqual([
      204,
      'content-type, accept, if-none-match, x-request-id',
    ]);
  });

  test('a mutation by GET is 405 with Allow', async () => {
    const response = await app.inject({ url: '/graphql', query: { query: 'mutation { deleteEverything }' } });
    expect(refused(response)).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(response.headers.allow).toBe('POST');
  });

  test('other methods are 405, other media types 415, other bodies 400', async () => {
    expect(refused(await app.inject({ method: 'DELETE', url: '/graphql' }))).toEqual({
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
    });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      expect(refused(await post('query={status}', { 'content-type': type }))).toEqual({
        status: 415,
        code: 'UNSUPPORTED_MEDIA_TYPE',
      });
    }
    const json = { 'content-type': 'application/json' };
    for (const body of [
      '{',
      '[]',
      '{"query": 7}',
      '{"query":"{"}',
      '[{"query":"{ status { dataVersion } }"}]',
    ]) {
      expect((await post(body, json)).statusCode).toBe(400);
    }
    expect(refused(await post('{', json)).code).toBe('BAD_REQUEST');
    expect(refused(await post('{"query":"{"}', json)).code).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('a document at fault is 400, but 200 for who accepts application/json alone', async () => {
    const statuses = ['application/json', 'application/graphql-response+json', '*/*'].map(async (accept) => {
      const response = await post({ query: '{ nothing }' }, { 'content-type': 'application/json', accept });
      return [response.statusCode, response.headers['content-type']];
    });
    expect(await Promise.all(statuses)).toEqual([
      [200, 'application/json; charset=utf-8'],
      [400, 'application/graphql-response+json; charset=utf-8'],
      [400, 'application/json; charset=utf-8'],
    ]);
  });

  test('a body over the limit is 413 and names it', async () => {
    const response = await post({ query: `# ${'x'.repeat(101 * 1024)}\n${query}` });
    expect(refused(response)).toEqual({ status: 413, code: 'QUERY_TOO_COMPLEX' });
    expect(response.json().errors[0].extensions).toMatchObject({ limit: 'bodyBytes', maximum: 102_400 });
  });

  test('every error carries the request and where its code is explained', async () => {
    for (const response of [
      await post({ query: '{ nothing }' }),
      await post('[]'),
      await post({ query: '{' }),
    ]) {
      expect(response.json().errors[0].extensions).toMatchObject({
        requestId: 'request-7',
        documentation: expect.stringMatching(/^\/explorer\/errors#[A-Z_]+$/),
      });
    }
    const page = await app.inject({ url: '/explorer/errors' });
    expect(page.body).toContain('id="INVALID_CURSOR"');
  });

  test('a fault of ours is INTERNAL: logged, and silent about itself', async () => {
    const { connect } = store.pool;
    store.pool.connect = (() =>
      Promise.reject(new Error('secret SELECT 1 FROM hidden'))) as unknown as typeof connect;
    const response = await post({ query });
    store.pool.connect = connect;
    expect(refused(response)).toEqual({ status: 500, code: 'INTERNAL' });
    expect(response.body).not.toMatch(/secret|SELECT|stack/i);
    expect(faults.join()).toContain('request request-7 failed: Error: secret');
  });

  test('a database that cannot be reached is 503', async () => {
    const { connect } = store.pool;
    const lost = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
    store.pool.connect = (() => Promise.reject(lost)) as unknown as typeof connect;
    const response = await post({ query });
    store.pool.connect = connect;
    expect(refused(response)).toEqual({ status: 503, code: 'UNAVAILABLE' });
    expect(response.body).not.toContain('10.0.0.7');
    expect(faults.at(-1)).toBe('request request-7 failed: connect ECONNREFUSED 10.0.0.7:5432');
  });

  test.each([query, '{ a: councils { totalCount } b: motions { totalCount } }'])(
    'a connection that breaks under %s fails that answer and nothing else',
    async (broken) => {
      const locker = await store.pool.connect();
      await locker.query('BEGIN; LOCK TABLE council, motion IN ACCESS EXCLUSIVE MODE');
      const waiting = post({ query: broken });
      for (let tries = 0; tries < 100; tries++) {
        const { rowCount } = await locker.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        );
        if (rowCount) break;
        await new Promise((done) => setTimeout(done, 20));
      }
      expect((await waiting).statusCode).toBe(503);
      await locker.query('ROLLBACK');
      locker.release();
      expect((await post({ query })).json().data).toEqual(answer);
    },
  );

  test('when the client goes away its statement is cancelled', async () => {
    const locker = await store.pool.connect();
    await locker.query('BEGIN; LOCK TABLE council IN ACCESS EXCLUSIVE MODE');
    const { port } = app.server.address() as AddressInfo;
    const client = askHttp({
      port,
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    client.on('error', () => {});
    client.end(JSON.stringify({ query }));
    const waiting = async () => {
      const { rows } = await store.pool.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
      );
      return rows[0].n as number;
    };
    const until = async (wanted: number) => {
      for (let tries = 0; tries < 100 && (await waiting()) !== wanted; tries++)
        await new Promise((done) => setTimeout(done, 20));
      return waiting();
    };
    expect(await until(1)).toBe(1);
    client.destroy();
    expect(await until(0)).toBe(0);
    await locker.query('ROLLBACK');
    locker.release();
  });
});

describe('/explorer', () => {
  test('is a page that may run its own scripts only and ask no other host', async () => {
    const page = await app.inject({ url: '/explorer' });
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
    expect(page.headers['content-security-policy']).not.toMatch(
      /https?:|unsafe-eval|script-src [^;]*unsafe-inline/,
    );
    expect(page.body).not.toMatch(/https?:\/\/|<script>|\son\w+=/);
    for (const [, path] of page.body.matchAll(/(?:src|href)="(\/explorer[^"]*)"/g)) {
      expect((await app.inject({ url: path as string })).statusCode).toBe(200);
    }
    const script = await app.inject({ url: '/explorer/assets/explorer.js' });
    expect(script.body).toContain('query SouthwarkMotion');
  });

  test('a browser that opens /graphql is sent there', async () => {
    const response = await app.inject({ url: '/graphql', headers: { accept: 'text/html,*/*' } });
    expect([response.statusCode, response.headers.location]).toEqual([302, '/explorer']);
  });
});
