import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishedTables } from '../../src/exporters/table.js';
import { limits } from '../../src/graph/limits.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type Serving, serving } from '../web/serving.js';

let database: TestDatabase;
const open: Serving[] = [];
let ask: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  ask = await serve();
}, 120_000);

afterAll(async () => {
  for (const server of open) await server.close();
  await database?.drop();
});

async function serve(settings: Parameters<typeof serving>[1] = {}) {
  const server = await serving(database.url, settings);
  open.push(server);
  return async (payload: object, headers = {}) => {
    const answer = await server.app.inject({ method: 'POST', url: '/graphql', payload, headers });
    const [error] = answer.json().errors ?? [];
    return { answer, ...error?.extensions };
  };
}

const csv = (...tables: string[]) => tables.map((table) => `/data/latest/csv/${table}.csv`);
const costly = (list: string) => `${list}(first: 100) { nodes { id sources { id } } }`;
const large = 'councils(first: 101) { nodes { id } }';

test.each([
  ['every root field', `{ ${large} wards { nodes { id } } }`, csv('councils', 'wards')],
  ['a field under another name, and again', `{ a: ${large} b: ${large} }`, csv('councils')],
  ['a single record beside a list', `{ motion(id: "x") { id } ${large} }`, csv('motions', 'councils')],
  ['names of several words', '{ motionEvents(first: 101) { nodes { id } } }', csv('motion_events')],
  [
    'fields within fragments',
    `{ ...A } fragment A on Query { ...B } fragment B on Query { ${large} }`,
    csv('councils'),
  ],
  ['fields within an inline fragment', `{ ... on Query { ${large} } }`, csv('councils')],
  [
    'a comparison',
    `{ compare(review: "x") { rows { recommendation { id } } } ${large} }`,
    csv('flat_positions', 'councils'),
  ],
  ['what no file holds', `{ status { dataVersion } ${large} }`, ['/data/', ...csv('councils')]],
  [
    'a search',
    `{ search(query: "x", first: 101) { nodes { __typename } } }`,
    csv('councils', 'councillors', 'recommendations', 'motions', 'clauses'),
  ],
])('a refusal names the files of %s', async (_what, query, files) => {
  const refused = await ask({ query });
  expect(refused.code).toBe('PAGE_TOO_LARGE');
  expect([refused.files, refused.snapshot]).toEqual([files, files[0]]);
  const published = new Set(csv(...publishedTables.map(({ name }) => name)));
  expect(files.filter((file) => file !== '/data/' && !published.has(file))).toEqual([]);
});

test('a refusal of cost, of size, of nesting and of tokens names them', async () => {
  const cost = await ask({
    query: `{ ${costly('motions')} councils(first: 100) { nodes { ${costly('wards')} } } }`,
  });
  expect([cost.code, cost.limit, cost.files]).toEqual([
    'QUERY_TOO_COMPLEX',
    'cost',
    csv('motions', 'councils'),
  ]);
  const aliases = Array.from({ length: limits.aliases + 1 }, (_, n) => `a${n}: id`).join(' ');
  const named = await ask({ query: `{ council(id: "x") { ${aliases} } }` });
  expect([named.limit, named.files]).toEqual(['aliases', csv('councils')]);
  // Not read to its end, so what it asks for is not known.
  const tokens = await ask({ query: `{ councils { nodes { ${'id '.repeat(2_000)} } } }` });
  expect([tokens.code, tokens.files]).toEqual(['QUERY_TOO_COMPLEX', ['/data/']]);
  const body = await ask({ query: ' '.repeat(limits.bodyBytes + 1) });
  expect([body.code, body.files, body.snapshot]).toEqual(['QUERY_TOO_COMPLEX', ['/data/'], '/data/']);
});

test('a refusal of too much in a minute names them, where the document was read', async () => {
  const limited = await serve({ costPerMinute: 30, responseCacheBytes: 1_000_000 });
  const query = '{ councils(first: 15) { nodes { id } } }';
  await limited({ query });
  const over = await limited({ query: `{ wards(first: 25) { nodes { id } } }` });
  expect([over.code, over.files]).toEqual(['RATE_LIMITED', csv('wards')]);
  let last = await limited({ query });
  while (last.code === undefined) last = await limited({ query });
  expect([last.code, last.limit]).toEqual(['RATE_LIMITED', 'costPerMinute']);
  expect([csv('councils').join(), '/data/']).toContain(last.files.join());
});

test('a refusal of one stream too many, and of a fault, names what helps', async () => {
  const wrong = await ask({ query: '{ councils { nothing } }' });
  expect([wrong.code, wrong.files]).toEqual(['GRAPHQL_VALIDATION_FAILED', undefined]);
  const stream = await ask(
    { query: `{ councils(first: 100) { nodes { id motions(first: 100) { nodes { id } } } } }` },
    { accept: 'application/x-ndjson' },
  );
  expect([stream.code, stream.files]).toEqual(['QUERY_TOO_COMPLEX', csv('councils')]);
});
