// What is limited in time: an operation and its statement, and a stream that nobody reads. Shown in PostgreSQL’s own
// view of activity. The clocks are those of the limits, or stand for them where a test would wait too long.
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { graphPlugin } from '../../src/graph/http.js';
import { limits } from '../../src/graph/limits.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
let watcher: pg.Client;
const logged: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  store = openStore(database.url);
  app = fastify();
  const log = (line: string) => logged.push(line);
  await app.register(graphPlugin, { store, log, stallMs: 300 });
  await app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await store?.close();
  await watcher?.end();
  await database?.drop();
});

/** What the connections of the server are at. */
async function activity(): Promise<{ query: string; waits: string | null; state: string }[]> {
  const { rows } = await watcher.query(
    `SELECT query, wait_event_type AS waits, state FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'open-motions' AND state <> 'idle'`,
  );
  return rows;
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: it did not come about; ${JSON.stringify(await activity())}`);
}

const ask = (query: string) => app.inject({ method: 'POST', url: '/graphql', payload: { query } });

test('an operation over executionMs is QUERY_TIMEOUT, and its statement is gone from the activity', async () => {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE motion IN ACCESS EXCLUSIVE MODE');
  const began = performance.now();
  const answer = ask('{ motions { nodes { id } } }');
  await until(async () => (await activity()).some(({ waits }) => waits === 'Lock'), 'a statement waits');
  const { statusCode, body } = await answer;
  // The lock is still held: only a cancelled statement can have ended.
  await until(async () => (await activity()).length === 0, 'the statement has ended');
  expect(performance.now() - began).toBeGreaterThan(limits.executionMs - 500);
  const [{ extensions }] = JSON.parse(body).errors;
  expect([statusCode, extensions.code]).toEqual([503, 'QUERY_TIMEOUT']);
  expect(extensions.snapshot).toBe('/data/latest/csv/motions.csv');
  await holder.end();
  expect((await ask('{ motions { nodes { id } } }')).statusCode).toBe(200);
}, 60_000);

test('a stream of which nothing is taken for streamStallMs is cut, and its transaction ends', async () => {
  expect(limits.streamStallMs).toBeGreaterThan(300);
  await watcher.query(
    `INSERT INTO theme (id, name, summary)
     SELECT 'theme/big-' || n, 'Big ' || n, repeat('x', 100000) FROM generate_series(1, 250) n`,
  );
  const { port } = app.server.address() as AddressInfo;
  const path = `/graphql?query=${encodeURIComponent('{ themes(first: 20) { nodes { id name summary } } }')}`;
  const sent = request({ port, host: '127.0.0.1', path, headers: { accept: 'text/csv' }, agent: false });
  sent
    .on('error', () => {})
    .on('response', (response) => response.on('error', () => {}).pause())
    .end();
  await until(
    async () => (await activity()).some(({ state }) => state.startsWith('idle in')),
    'a stream waits',
  );
  await until(async () => (await activity()).length === 0, 'the stream is cut');
  await until(async () => logged.some((line) => line.includes('takes nothing any more')), 'the log says so');
  sent.destroy();
}, 60_000);

test('beyond compiledStatements of one operation the oldest is compiled again, and answers as before', async () => {
  const query = 'query ($w: WardWhereInput) { wards(where: $w) { totalCount } }';
  const answer = async (count: number) => {
    const where = {
      OR: Array(count % 200).fill({ name: { eq: 'x' } }),
      id: { [count < 200 ? 'eq' : 'oneOf']: 'x' },
    };
    const payload = { query, variables: { w: where } };
    return (await app.inject({ method: 'POST', url: '/graphql', payload })).json().data;
  };
  const first = await answer(1);
  expect(first).toEqual({ wards: { totalCount: 0 } });
  for (let count = 0; count < limits.compiledStatements + 5; count += 1) await answer(count);
  expect(await answer(1)).toEqual(first);
}, 120_000);
