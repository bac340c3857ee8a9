// Lists streamed whole over HTTP, by real requests against a real database.
import { type IncomingMessage, request as openRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { graphPlugin } from '../../src/graph/http.js';
import { limits } from '../../src/graph/limits.js';
import { streamFormat } from '../../src/graph/stream.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
let writer: pg.Client;

// More than the sockets between server and reader can hold, so that a reader who waits stops the stream.
const bigThemes = 250;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  writer = new pg.Client({ connectionString: database.url });
  await writer.connect();
  await writer.query(
    `INSERT INTO theme (id, name, summary)
     SELECT 'theme/big-' || n, 'Big ' || lpad(n::text, 4, '0'), repeat('x', 100000) FROM generate_series(1, $1) n`,
    [bigThemes],
  );
  store = openStore(database.url);
  app = fastify();
  await app.register(graphPlugin, { store, cacheBytes: 1_000_000 });
  await app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await store?.close();
  await writer?.end();
  await database?.drop();
});

const ask = (query: string, accept: string, variables?: object) =>
  app.inject({ method: 'POST', url: '/graphql', headers: { accept }, payload: { query, variables } });

interface Record {
  [key: string]: unknown;
}

interface Walk {
  nodes: Record[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** All records of a list, a page of two at a time, as any reader would. */
async function walked(list: string, selection: string, args = ''): Promise<Record[]> {
  const found: Record[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { list: ${list}(first: 2, after: $after ${args}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const answer = await ask(query, 'application/json', { after });
    const { list: page }: { list: Walk } = answer.json().data;
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

function refused(response: Awaited<ReturnType<typeof ask>>) {
  const [{ extensions, message }] = response.json().errors;
  return [response.statusCode, extensions.code, message];
}

describe('a list streamed', () => {
  const selection = 'id heading: title date council { name place: id } currentOutcome';
  const order = 'orderBy: [{ field: DATE, direction: DESC }]';

  test('as CSV is all of its pages, fields as columns and aliases as headers', async () => {
    const response = await ask(`{ motions(first: 2, ${order}) { nodes { ${selection} } } }`, 'text/csv');
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(response.headers['x-data-version']).toMatch(/^\d+$/);
    expect(response.headers.vary).toBe('accept');
    const rows = parseCsv(response.body, { columns: true }) as Record[];
    const pages = await walked('motions', selection, order);
    expect(pages.length).toBeGreaterThan(2);
    expect(rows).toEqual(
      pages.map(({ id, heading, date, council, currentOutcome }) => ({
        id,
        heading: heading ?? '',
        date: date ?? '',
        'council.name': (council as Record).name,
        'council.place': (council as Record).place,
        currentOutcome: currentOutcome ?? '',
      })),
    );
  });

  test('as NDJSON is the same, with the lists of a record as JSON', async () => {
    const fields = 'id council { name } sources { title } people { nodes { role } }';
    const { body, headers } = await ask(
      `{ motions(first: 1) { nodes { ${fields} } } }`,
      'application/x-ndjson',
    );
    expect(headers['content-type']).toBe('application/x-ndjson');
    const rows = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual(
      (await walked('motions', fields)).map(({ council, ...rest }) => ({
        ...rest,
        'council.name': (council as Record).name,
      })),
    );
  });

  test('by GET, with variables and a filter', async () => {
    const document = 'query ($of: ID) { motions(where: { id: { eq: $of } }) { nodes { id } } }';
    const [first] = await walked('motions', 'id');
    const query = { query: document, variables: JSON.stringify({ of: first?.id }) };
    const response = await app.inject({ url: '/graphql', query, headers: { accept: 'text/csv' } });
    expect(response.body).toBe(`id\r\n${first?.id}\r\n`);
  });

  test('that is empty is its header, or nothing', async () => {
    const query = '{ motions(where: { id: { eq: "none" } }) { nodes { id council { name } } } }';
    expect((await ask(query, 'text/csv')).body).toBe('id,council.name\r\n');
    expect((await ask(query, 'application/x-ndjson')).body).toBe('');
  });
});

test.each([
  ['{ motions { nodes { id } } councils { nodes { id } } }', 406, 'NOT_ACCEPTABLE', /one list alone/],
  ['{ council(id: "council/brent") { id } }', 406, 'NOT_ACCEPTABLE', /one list alone/],
  ['{ motions { totalCount nodes { id } } }', 406, 'NOT_ACCEPTABLE', /nodes alone/],
  ['{ motions { nodes { id sources { id } } } }', 406, 'NOT_ACCEPTABLE', /^sources is a list/],
  [
    '{ motions { nodes { council { motions { nodes { id } } } } } }',
    406,
    'NOT_ACCEPTABLE',
    /^council\.motions/,
  ],
  ['{ motions(last: 2) { nodes { id } } }', 400, 'BAD_USER_INPUT', /read whole/],
  ['{ motions(after: "x") { nodes { id } } }', 400, 'BAD_USER_INPUT', /read whole/],
  ['{ motions(first: 101) { nodes { id } } }', 400, 'PAGE_TOO_LARGE', /at most 100/],
  ['{ motions { nodes { nothing } } }', 400, 'GRAPHQL_VALIDATION_FAILED', /nothing/],
  ['{ motions {', 400, 'GRAPHQL_PARSE_FAILED', /Syntax/],
])('%s is refused with %i %s', async (query, status, code, message) => {
  expect(refused(await ask(query, 'text/csv'))).toEqual([status, code, expect.stringMatching(message)]);
});

test('a page that costs too much is refused until it is smaller', async () => {
  const query = (first: string) =>
    `{ motions${first} { nodes { id clauses(first: 100) { nodes { id } } } } }`;
  const response = await ask(query(''), 'application/x-ndjson');
  expect(refused(response).slice(0, 2)).toEqual([400, 'QUERY_TOO_COMPLEX']);
  expect((await ask(query('(first: 50)'), 'application/x-ndjson')).statusCode).toBe(200);
});

test.each([
  [undefined, undefined],
  ['*/*', undefined],
  ['application/json, text/csv', undefined],
  ['text/csv', 'csv'],
  ['text/csv;q=0', undefined],
  ['application/json;q=0.5, text/CSV ; q=0.9', 'csv'],
  ['application/x-ndjson, */*;q=0.1', 'jsonl'],
])('Accept: %s streams as %s', (accept, extension) => {
  expect(streamFormat(accept)?.extension).toBe(extension);
});

/** A stream of which nothing is read yet. */
function begin(query: string): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    openRequest(
      {
        port,
        host: '127.0.0.1',
        path: `/graphql?query=${encodeURIComponent(query)}`,
        headers: { accept: 'text/csv' },
        agent: false,
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

/** How many connections of the store are within a transaction or a statement. */
async function busy(): Promise<number> {
  const { rows } = await writer.query(
    `SELECT count(*)::int AS busy FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'open-motions' AND state <> 'idle'`,
  );
  return rows[0].busy;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about');
}

const big = '{ themes(first: 20) { nodes { id name summary } } }';

test('a stream does not see what is written while it is read', async () => {
  const response = await begin(big);
  await writer.query(`INSERT INTO theme (id, name) VALUES ('theme/late', 'Zz')`);
  expect(await busy()).toBe(1);
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part;
  const ids = (parseCsv(text, { columns: true }) as Record[]).map(({ id }) => id);
  expect(ids).toHaveLength(bigThemes + 2);
  expect(ids).not.toContain('theme/late');
  expect((await ask('{ themes { nodes { id } } }', 'text/csv')).body).toContain('theme/late');
  await until(async () => (await busy()) === 0);
}, 60_000);

test('a reader who goes away gives the connection back, and a statement under way is cancelled', async () => {
  const response = await begin(big);
  response.on('error', () => {}).destroy();
  await until(async () => (await busy()) === 0);
  // A connection of its own: within a transaction the view of activity stands still.
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE theme IN ACCESS EXCLUSIVE MODE');
  const { port } = app.server.address() as AddressInfo;
  const path = `/graphql?query=${encodeURIComponent(big)}`;
  const asked = openRequest({ port, host: '127.0.0.1', path, headers: { accept: 'text/csv' }, agent: false });
  asked.on('error', () => {}).end();
  await until(async () => (await busy()) === 1);
  asked.destroy();
  // The lock is still held: only a cancelled statement can have ended.
  await until(async () => (await busy()) === 0);
  await holder.end();
}, 60_000);

test('a stream that fails is cut, so that half of it is not taken for all', async () => {
  const response = await begin(big);
  // Whether it waits between two pages or is at one.
  const { rowCount } = await writer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'open-motions' AND state <> 'idle'`,
  );
  expect(rowCount).toBeGreaterThan(0);
  const read = async () => {
    for await (const _part of response);
  };
  await expect(read()).rejects.toThrow(/aborted|reset/);
}, 60_000);

test('only so many lists are streamed at once', async () => {
  const begun = await Promise.all(Array.from({ length: limits.streams }, () => begin(big)));
  const response = await ask(big, 'text/csv');
  expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '10']);
  expect(refused(response)[1]).toBe('RATE_LIMITED');
  for (const each of begun) each.on('error', () => {}).destroy();
  await until(async () => (await busy()) === 0);
  expect((await ask('{ councils { nodes { id } } }', 'text/csv')).statusCode).toBe(200);
}, 60_000);
