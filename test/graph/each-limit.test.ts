// Every limit of the graph just under itself, at itself and just over itself. One that no document can meet names the
// test that shows it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { Lexer, Source, TokenKind } from 'graphql';
import { keepCostLimits } from '../../src/graph/document-limits.js';
import type { ErrorCode } from '../../src/graph/errors.js';
import { graphPlugin } from '../../src/graph/http.js';
import { limits } from '../../src/graph/limits.js';
import { graphOn, type TestGraph } from '../support/ask.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

type Limit = keyof typeof limits;

let database: TestDatabase;
let graph: TestGraph;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  graph = await graphOn(database.url);
  app = fastify();
  await app.register(graphPlugin, { store: graph.store });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await graph?.close();
  await database?.drop();
});

const many = (count: number, text: string) => Array<string>(count).fill(text).join(' ');
const nested = (depth: number, inner: string) => {
  let text = inner;
  for (let level = 2; level < depth; level += 1) text = `replacedBy { ${text} }`;
  return text;
};

function tokensOf(query: string): number {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

// Conditions of filters of 240 items each: much to read and nothing to pay for.
function ofTokens(count: number): string {
  const query = (items: number) => {
    const lists = Array.from({ length: 9 }, (_, list) => Math.min(240, Math.max(0, items - 240 * list)));
    const conditions = lists.map((length) => `{ id: { oneOf: [${many(length, '"x"')}] } }`).join(' ');
    return `{ wards(where: { OR: [${conditions}] }) { totalCount } }`;
  };
  return query(count - tokensOf(query(0)));
}

function filterNested(depth: number): object {
  return depth === 1 ? { name: { eq: 'x' } } : { NOT: filterNested(depth - 1) };
}

interface Question {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const filtered = 'query ($w: WardWhereInput) { wards(where: $w) { totalCount } }';
const lone = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: council(id: "x") { id }`);
const keys = ['NAME', 'GSS_CODE', 'SEATS', 'ID', 'START_DATE', 'END_DATE'];

/** A question that asks for so much of what is limited, and the code it is refused with beyond. */
const asked: Partial<Record<Limit, readonly [ErrorCode, (count: number) => Question]>> = {
  tokens: ['QUERY_TOO_COMPLEX', (count) => ({ query: ofTokens(count) })],
  fields: ['QUERY_TOO_COMPLEX', (count) => ({ query: `{ status { ${many(count - 1, 'dataVersion')} } }` })],
  depth: ['QUERY_TOO_COMPLEX', (count) => ({ query: `{ council(id: "x") { ${nested(count, 'id')} } }` })],
  aliases: [
    'QUERY_TOO_COMPLEX',
    (count) => ({ query: `{ status { ${Array.from({ length: count }, (_, i) => `a${i}: dataVersion`)} } }` }),
  ],
  directives: [
    'QUERY_TOO_COMPLEX',
    (count) => ({ query: `{ status { ${many(count, 'dataVersion @include(if: true)')} } }` }),
  ],
  variablesDepth: [
    'QUERY_TOO_COMPLEX',
    (count) => ({
      query: '{ status { dataVersion } }',
      variables: { more: JSON.parse('['.repeat(count) + ']'.repeat(count)) },
    }),
  ],
  cost: [
    'QUERY_TOO_COMPLEX',
    // 1 + 98 × (2 + 100), and a point for each lone record beside it.
    (count) => ({
      query: `{ councils(first: 98) { nodes { motions(first: 100) { nodes { id } } } } ${lone(count - 9_997)} }`,
    }),
  ],
  page: ['PAGE_TOO_LARGE', (count) => ({ query: `{ wards(first: ${count}) { nodes { id } } }` })],
  ids: ['BAD_USER_INPUT', (count) => ({ query: `{ nodes(ids: [${many(count, '"x"')}]) { id } }` })],
  filterItems: [
    'BAD_USER_INPUT',
    (count) => ({ query: filtered, variables: { w: { id: { oneOf: Array(count).fill('x') } } } }),
  ],
  filterConditions: [
    'QUERY_TOO_COMPLEX',
    (count) => {
      const rest = Array(count - 2).fill({ name: { eq: 'x' } });
      return { query: filtered, variables: { w: { AND: [{ name: { eq: 'x', contains: 'x' } }, ...rest] } } };
    },
  ],
  filterDepth: ['QUERY_TOO_COMPLEX', (count) => ({ query: filtered, variables: { w: filterNested(count) } })],
  orderKeys: [
    'BAD_USER_INPUT',
    (count) => ({
      query: `{ wards(orderBy: [${keys.slice(0, count).map((key) => `{ field: ${key} }`)}]) { nodes { id } } }`,
    }),
  ],
  searchCharacters: [
    'BAD_USER_INPUT',
    (count) => ({ query: `{ search(query: "${'x'.repeat(count)}") { nodes { __typename } } }` }),
  ],
};

describe.each(Object.keys(asked) as Limit[])('%s', (limit) => {
  const [code, question] = asked[limit] as NonNullable<(typeof asked)[Limit]>;
  const most = limits[limit];

  test.each([most - 1, most])('%i is answered', async (count) => {
    expect((await graph.ask(question(count))).errors).toBeUndefined();
  });

  test(`${most + 1} is refused before any statement, and the refusal names ${most}`, async () => {
    const { errors, statements } = await graph.ask(question(most + 1));
    expect([errors?.[0]?.extensions?.code, statements]).toEqual([code, []]);
    expect(errors?.[0]?.message).toContain(String(most));
  });
});

test('bodyBytes', async () => {
  const body = (bytes: number) => {
    const around = JSON.stringify({ query: '{ __typename } #' }).length;
    return JSON.stringify({ query: `{ __typename } #${'x'.repeat(bytes - around)}` });
  };
  const headers = { 'content-type': 'application/json' };
  const statuses = [limits.bodyBytes - 1, limits.bodyBytes, limits.bodyBytes + 1].map(async (bytes) => {
    const payload = body(bytes);
    return [
      payload.length,
      (await app.inject({ method: 'POST', url: '/graphql', headers, payload })).statusCode,
    ];
  });
  expect(await Promise.all(statuses)).toEqual([
    [limits.bodyBytes - 1, 200],
    [limits.bodyBytes, 200],
    [limits.bodyBytes + 1, 413],
  ]);
});

test('checkedDocuments', async () => {
  const statuses = [-1, 0, 1].map(async (more) => {
    const payload = { queries: Array(limits.checkedDocuments + more).fill('{ __typename }') };
    return (await app.inject({ method: 'POST', url: '/graphql/check', payload })).statusCode;
  });
  expect(await Promise.all(statuses)).toEqual([200, 200, 400]);
});

// A record costs a point at least, so that no document meets this limit before the one of cost.
test('nodes', () => {
  keepCostLimits({ cost: 0, nodes: limits.nodes });
  expect(() => keepCostLimits({ cost: 0, nodes: limits.nodes + 1 })).toThrow(`limit is ${limits.nodes}`);
});

test('defaultPage', async () => {
  const { cost } = await graph.ask('{ wards { nodes { id } } }');
  expect(cost).toBe(1 + limits.defaultPage);
});

const elsewhere: Partial<Record<Limit, string>> = {
  requestMs: 'attacks.test.ts',
  costPerMinute: 'rate-limit.test.ts',
  rateAddresses: 'rate-limit.test.ts',
  executionMs: 'time-limits.test.ts',
  streams: 'stream.test.ts',
  underWay: 'under-way.test.ts',
  streamStallMs: 'time-limits.test.ts',
  compiledStatements: 'time-limits.test.ts',
  preparedStatements: 'run.test.ts',
};

test('every limit is shown, here or where it is said', () => {
  const here = readFileSync(import.meta.filename, 'utf8');
  const unshown = (Object.keys(limits) as Limit[]).filter((limit) => {
    if (limit in asked || here.includes(`test('${limit}'`)) return false;
    const file = join(import.meta.dirname, elsewhere[limit] ?? 'none');
    return !existsSync(file) || !readFileSync(file, 'utf8').includes(limit);
  });
  expect(unshown).toEqual([]);
});
