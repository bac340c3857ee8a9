import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { settings } from '../../src/config.js';
import { graphPlugin } from '../../src/graph/http.js';
import { limits } from '../../src/graph/limits.js';
import { Buckets, networkOf } from '../../src/graph/rate-limit.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
  ['2001:DB8::7', '2001:db8:0:0::/64'],
  ['2001:db8:0:7::', '2001:db8:0:7::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['[2001:db8::7]:443', '2001:db8:0:0::/64'],
  ['[2001:db8::7]', '2001:db8:0:0::/64'],
  ['unknown', 'unknown'],
  ["'; DROP TABLE council", 'unknown'],
  ['999.0.2.7', 'unknown'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('buckets', () => {
  test('give what is there, refuse what is not, and fill evenly', () => {
    let now = 0;
    const buckets = new Buckets(60, () => now);
    expect(buckets.take('192.0.2.1', 59)).toEqual({ remaining: 1, waitSeconds: null });
    expect(buckets.take('192.0.2.1', 1)).toEqual({ remaining: 0, waitSeconds: null });
    expect(buckets.take('192.0.2.1', 5)).toEqual({ remaining: 0, waitSeconds: 5 });
    expect(buckets.take('192.0.2.2', 60)).toEqual({ remaining: 0, waitSeconds: null });
    now = 5_000;
    expect(buckets.take('192.0.2.1', 5)).toEqual({ remaining: 0, waitSeconds: null });
    now = 500_000;
    expect(buckets.take('192.0.2.1', 0)).toEqual({ remaining: 60, waitSeconds: null });
  });

  test('are bounded in number', () => {
    const buckets = new Buckets(60, () => 0);
    const address = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
    for (let index = 0; index <= limits.rateAddresses; index++) buckets.take(address(index), 60);
    expect(buckets.size).toBe(limits.rateAddresses);
    expect(buckets.take(address(limits.rateAddresses), 1).waitSeconds).toBe(1);
    expect(buckets.take(address(0), 1).waitSeconds).toBeNull();
  });
});

test('the limit that is published is the default of its setting, and affords any operation', () => {
  expect(settings.find(({ name }) => name === 'COST_PER_MINUTE')?.default).toBe(`${limits.costPerMinute}`);
  expect(limits.costPerMinute).toBeGreaterThanOrEqual(limits.cost);
});

describe('the graph', () => {
  let database: TestDatabase;
  let store: Store;
  let statements = 0;
  const open: FastifyInstance[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await populate(database.url, ...world());
    store = openStore(database.url);
    const { connect } = store.pool;
    store.pool.connect = ((...args: Parameters<typeof connect>) => {
      statements += 1;
      return connect.apply(store.pool, args);
    }) as typeof connect;
  }, 120_000);

  afterAll(async () => {
    for (const app of open) await app.close();
    await store?.close();
    await database?.drop();
  });

  // A bucket that gains next to nothing while a test runs.
  const serve = async (costPerMinute: number, more: { trustProxy?: boolean; cacheBytes?: number } = {}) => {
    const app = fastify({ trustProxy: more.trustProxy ?? false });
    await app.register(graphPlugin, { store, costPerMinute, cacheBytes: more.cacheBytes ?? 0 });
    open.push(app);
    return (query: string, headers: Record<string, string> = {}) =>
      app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  };
  const ten = '{ councils(first: 10) { nodes { id } } }';
  const one = '{ council(id: "council/brent") { id } }';

  test('answers up to its limit, and beyond it says when to go on, without a statement', async () => {
    const ask = await serve(14);
    const first = await ask(ten);
    const { cost } = first.json().extensions;
    expect([first.statusCode, first.headers['ratelimit-policy']]).toEqual([200, '"cost";q=14;w=60']);
    expect(first.headers.ratelimit).toMatch(new RegExp(`^"cost";r=${14 - cost};t=\\d+$`));
    expect(first.body).not.toContain('remaining');
    for (let left = 14 - cost; left > 0; left--) expect((await ask(one)).statusCode).toBe(200);
    statements = 0;
    const over = await ask(one);
    expect([over.statusCode, over.json().errors[0].extensions.code, statements]).toEqual([
      429,
      'RATE_LIMITED',
      0,
    ]);
    expect(over.json().errors[0].extensions).toMatchObject({ limit: 'costPerMinute', maximum: 14 });
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
    expect(over.headers['access-control-expose-headers']).toContain('ratelimit');
  });

  test('refuses an operation that costs more than is left before it runs', async () => {
    const ask = await serve(14);
    await ask(ten);
    statements = 0;
    const over = await ask(ten);
    expect([over.statusCode, statements]).toEqual([429, 0]);
    expect(over.headers['retry-after']).toMatch(/^\d+$/);
    expect((await ask(one)).statusCode).toBe(200);
  });

  test('charges a refused request a point', async () => {
    const ask = await serve(2);
    expect([(await ask('{')).statusCode, (await ask('{ nothing }')).statusCode]).toEqual([400, 400]);
    expect((await ask(one)).statusCode).toBe(429);
  });

  test('charges an answer that is kept as much as the first', async () => {
    const ask = await serve(150, { cacheBytes: 1_000_000 });
    for (let tries = 0; tries < 100 && !(await ask(one)).headers.etag; tries++) {
      await new Promise((done) => setTimeout(done, 20));
    }
    const { etag } = (await ask(ten)).headers;
    statements = 0;
    const statuses: number[] = [];
    for (let asked = 0; asked < 20; asked++) statuses.push((await ask(ten)).statusCode);
    expect([etag === undefined, statements]).toEqual([false, 0]);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
  });

  test('counts by the address that a trusted proxy tells, and by the connection otherwise', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const behind = await serve(1, { trustProxy: true });
    expect((await behind(one, from('192.0.2.1'))).statusCode).toBe(200);
    expect((await behind(one, from('192.0.2.2'))).statusCode).toBe(200);
    expect((await behind(one, from('192.0.2.1'))).statusCode).toBe(429);
    expect((await behind(one, from('2001:db8::1'))).statusCode).toBe(200);
    expect((await behind(one, from('2001:db8::2'))).statusCode).toBe(429);
    const direct = await serve(1);
    expect((await direct(one, from('192.0.2.1'))).statusCode).toBe(200);
    expect((await direct(one, from('192.0.2.2'))).statusCode).toBe(429);
  });
});
