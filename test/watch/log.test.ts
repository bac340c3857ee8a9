import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { tellFault } from '../../src/errors.js';
import { assemble } from '../../src/server.js';
import { openStore } from '../../src/store/store.js';
import { openLog } from '../../src/watch/log.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { testConfig } from '../web/serving.js';

let database: TestDatabase;
const open: FastifyInstance[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
}, 120_000);

afterAll(async () => {
  for (const app of open) await app.close();
  await database?.drop();
});

/** A server with its log, as lines. */
async function logging(level: Parameters<typeof openLog>[0], isTTY = false) {
  const lines: string[] = [];
  const log = openLog(level, { isTTY, stream: { write: (line) => void lines.push(line) } });
  const options = { config: testConfig('/none'), url: database.url, log: log.fault, ended: log.ended };
  const app = await assemble(openStore(database.url), options);
  open.push(app);
  return { app, lines };
}

const post = (app: FastifyInstance, payload: object, headers = {}) =>
  app.inject({ method: 'POST', url: '/graphql', payload, headers });

const secret = 'geheim-4711';

/** Questions that hold the secret wherever one can be held. */
const secretive = [
  { query: `query Named { councils(where: { name: { eq: "${secret}" } }) { nodes { id } } }` },
  {
    query: 'query Named($name: String) { councils(where: { name: { eq: $name } }) { nodes { id } } }',
    variables: { name: secret },
  },
  { query: `{ councils(where: { name: { eq: "${secret}` },
  { query: `{ councils(where: { name: { eq: "${secret}" } }) { nodes { nothing } } }` },
  { query: `{ councils(after: "${secret}") { nodes { id } } }` },
  { query: `{ council(id: "${secret}") { id } }`, operationName: secret },
  { query: 'query ($n: Int!) { councils(first: $n) { nodes { id } } }', variables: { n: secret } },
  { query: `{ memberships(asOf: "${secret}") { nodes { id } } }` },
  { documentId: secret },
  { query: 'query Q($s: String!) { search(query: $s) { nodes { __typename } } }', variables: { s: secret } },
];

describe('the log', () => {
  test('has one JSON object for each request, with what is known of its operation', async () => {
    const { app, lines } = await logging('info');
    const headers = { 'x-request-id': 'from-a-proxy:1' };
    await post(app, { query: 'query Two { councils(first: 2) { nodes { id } } }' }, headers);
    await app.inject('/council/brent?of=nobody');
    await app.inject('/health/live');
    const [operation, page, ...more] = lines.map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(operation).toEqual({
      ...{ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), requestId: 'from-a-proxy:1' },
      ...{ method: 'POST', route: '/graphql', status: 200, ms: expect.any(Number), operation: 'Two' },
      ...{ document: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), cost: 3, code: 'OK' },
    });
    expect(page).toMatchObject({ method: 'GET', route: expect.stringMatching(/^\/council/), status: 200 });
    expect(lines.join('')).not.toContain('nobody');
    expect(operation.ms).toBeGreaterThan(0);
  });

  test('never holds what was asked', async () => {
    const { app, lines } = await logging('info');
    for (const payload of secretive) await post(app, payload);
    for (const { query = '' } of secretive) {
      await app.inject({ url: '/graphql', query: { query } });
      await post(app, { query }, { accept: 'text/csv' });
    }
    await app.inject(`/${secret}?q=${secret}`);
    await app.inject({
      url: `/search?q=${secret}`,
      headers: { referer: secret, 'x-request-id': `${secret} ` },
    });
    expect(lines).toHaveLength(3 * secretive.length + 2);
    expect(lines.join('')).not.toContain(secret);
    const codes = lines.slice(0, secretive.length).map((line) => JSON.parse(line).code);
    expect(codes).toEqual([
      ...['OK', 'OK', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_CURSOR', 'BAD_REQUEST'],
      ...['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'DOCUMENT_NOT_FOUND', 'OK'],
    ]);
  });

  test('holds it where its operator asks for that', async () => {
    const { app, lines } = await logging('debug');
    await post(app, secretive[1] as object);
    await app.inject('/health/live');
    expect(JSON.parse(lines[0] ?? '').asked).toEqual(secretive[1]);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ level: 'debug', route: '/health/live' });
  });

  test('is in words on a terminal', async () => {
    const { app, lines } = await logging('info', true);
    await post(app, { query: 'query Two { councils(first: 2) { nodes { id } } }' });
    await post(app, { query: '{' });
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d 200 POST \/graphql [\d.]+ ms · Two · cost 3\n$/);
    expect(lines[1]).toMatch(/ 400 POST \/graphql [\d.]+ ms · GRAPHQL_PARSE_FAILED\n$/);
  });

  test('is empty where it is silent', async () => {
    const { app, lines } = await logging('silent');
    await post(app, { query: '{ __typename }' });
    expect(lines).toEqual([]);
  });

  test('tells a fault of ours once, on one line, with its request and without values', async () => {
    const { app, lines } = await logging('info');
    const store = openStore(database.url);
    await store.pool.query('ALTER TABLE party RENAME TO party_away');
    const answer = await post(app, {
      query: `{ parties(where: { name: { eq: "${secret}" } }) { nodes { name } } }`,
    });
    await store.pool.query('ALTER TABLE party_away RENAME TO party');
    await store.close();
    const { requestId, code } = answer.json().errors[0].extensions;
    expect([answer.statusCode, code]).toEqual([500, 'INTERNAL']);
    const [fault, request, ...more] = lines.map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ level: 'error', message: expect.stringContaining(requestId) });
    expect(fault.message).toMatch(/PostgreSQL error 42P01\n {4}at /);
    expect(request).toMatchObject({ level: 'warn', requestId, status: 500, code: 'INTERNAL' });
    expect(lines.join('')).not.toContain(secret);
  });

  test('does not repeat the words of PostgreSQL, which hold values', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const error = await client.query('SELECT $1::integer', [secret]).catch((each: Error) => each);
    await client.end();
    expect(String(error)).toContain(secret);
    expect(tellFault(error as Error)).toMatch(/^PostgreSQL error 22P02\n/);
    expect(tellFault(error as Error)).not.toContain(secret);
  });
});

test.each([
  ['a-proxy.has:named/it+so=', true],
  ['x'.repeat(128), true],
  ['x'.repeat(129), false],
  ['with blanks', false],
  ['<script>', false],
  ['é', false],
])('an id of a request that is brought as %s is kept: %s', async (brought, isKept) => {
  const { app } = await logging('silent');
  const answer = await post(app, { query: '{' }, { 'x-request-id': brought });
  const id = answer.headers['x-request-id'];
  expect(id === brought).toBe(isKept);
  if (!isKept) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.json().errors[0].extensions.requestId).toBe(id);
});
