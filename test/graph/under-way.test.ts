import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { limits } from '../../src/graph/limits.js';
import { UnderWay } from '../../src/store/under-way.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type Serving, serving } from '../web/serving.js';

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  server = await serving(database.url, { responseCacheBytes: 1_000_000 });
}, 120_000);

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const ask = (query: string) => server.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
const byId = (id: string) => ask(`{ council(id: "council/${id}") { name } }`);
const metric = async (name: string) =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec((await server.app.inject('/metrics')).body)?.[1]);

async function until(what: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 20_000;
  while (!(await what())) {
    if (Date.now() > limit) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a place is given up once, however often it is left', () => {
  const underWay = new UnderWay(2);
  const [first, second] = [underWay.enter(), underWay.enter()];
  expect([underWay.enter(), underWay.now]).toEqual([null, 2]);
  first?.();
  first?.();
  expect(underWay.now).toBe(1);
  second?.();
  expect(underWay.now).toBe(0);
});

test('underWay: at the limit all are answered, over it one is told to come again, and what is kept is answered', async () => {
  await until(async () => (await byId('brent')).headers.etag !== undefined);
  const client = await server.store.pool.connect();
  await client.query('BEGIN; LOCK TABLE council IN ACCESS EXCLUSIVE MODE');
  const half = limits.underWay / 2;
  const waiting = Array.from({ length: half }, (_, n) => [
    byId(`waiting-${n}`),
    server.app.inject(`/council/southwark?n=${n}`),
  ]).flat();
  await until(async () => (await metric('requests_under_way')) === limits.underWay);
  server.statements();
  const [refused, page, kept, live] = await Promise.all([
    byId('one-too-many'),
    server.app.inject({ url: '/council/southwark?n=more', headers: { accept: 'text/html' } }),
    byId('brent'),
    server.app.inject('/health/live'),
  ]);
  expect([refused.statusCode, refused.headers['retry-after'], server.statements()]).toEqual([503, '1', []]);
  expect(refused.json().errors[0].extensions).toMatchObject({
    ...{ code: 'UNAVAILABLE', limit: 'underWay', maximum: limits.underWay, snapshot: '/data/' },
  });
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '1']);
  expect(page.body).toContain('Too many readers ask just now');
  expect([kept.statusCode, live.statusCode]).toEqual([200, 200]);
  await client.query('COMMIT');
  client.release();
  const statuses = (await Promise.all(waiting)).map(({ statusCode }) => statusCode);
  expect(statuses).toEqual(Array.from({ length: limits.underWay }, () => 200));
  expect(await metric('requests_under_way')).toBe(0);
  expect((await byId('one-too-many')).statusCode).toBe(200);
}, 30_000);

test('a request whose reader goes away gives its place up', async () => {
  const client = await server.store.pool.connect();
  await client.query('BEGIN; LOCK TABLE council IN ACCESS EXCLUSIVE MODE');
  const controller = new AbortController();
  const { signal } = controller;
  const body = JSON.stringify({ query: '{ council(id: "council/gone") { name } }' });
  const headers = { 'content-type': 'application/json' };
  const asked = [
    fetch(`${server.address}/graphql`, { method: 'POST', headers, body, signal }),
    fetch(`${server.address}/council/southwark?gone`, { signal }),
  ];
  await until(async () => (await metric('requests_under_way')) === 2);
  controller.abort();
  await Promise.allSettled(asked);
  await until(async () => (await metric('requests_under_way')) === 0);
  await client.query('COMMIT');
  client.release();
}, 30_000);
