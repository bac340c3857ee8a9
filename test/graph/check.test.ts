import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { check, contracts, withoutDeprecated } from '../../src/graph/check.js';
import { graphPlugin } from '../../src/graph/http.js';
import { limits } from '../../src/graph/limits.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

describe('a document', () => {
  const schema = buildSchema(`
    type Query { name(old: String @deprecated(reason: "2027-07-01"), in: Kind): String, gone: String @deprecated }
    enum Kind { A, B @deprecated }
  `);
  const small = [
    { name: 'current', schema },
    { name: 'next', schema: withoutDeprecated(schema) },
  ];
  const valid = (query: string) => check(query, small).map((each) => each.valid);

  test('that asks for nothing deprecated is valid now and next', () => {
    expect(valid('{ name(in: A) }')).toEqual([true, true]);
  });

  test.each(['{ gone }', '{ name(old: "x") }', '{ name(in: B) }'])('%s is valid now, not next', (query) => {
    expect(valid(query)).toEqual([true, false]);
  });

  test('at fault is told where', () => {
    expect(check('{\n  gone }', small)[1]?.errors).toEqual([
      { message: 'Cannot query field "gone" on type "Query".', locations: [{ line: 2, column: 3 }] },
    ]);
  });
});

describe('the graph', () => {
  let database: TestDatabase;
  let store: Store;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await testDatabase();
    await populate(database.url, ...world());
    store = openStore(database.url);
    app = fastify();
    await app.register(graphPlugin, { store });
    await app.ready();
  }, 120_000);

  afterAll(async () => {
    await app?.close();
    await store?.close();
    await database?.drop();
  });

  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  const names = contracts().map(({ name }) => name);

  test('checks a document against every contract', async () => {
    expect(names.slice(0, 2)).toEqual(['current', 'next']);
    expect(names.length).toBeGreaterThan(2);
    const response = await post('/graphql/check', { query: '{ council(id: "x") { name } }' });
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(response.json()).toEqual({
      documents: [{ contracts: names.map((contract) => ({ contract, valid: true, errors: [] })) }],
    });
  });

  test('checks several, tells what a released contract had not, and what goes beyond a limit', async () => {
    const nested = `{ council(id: "x") ${'{ body '.repeat(limits.depth)}{ id }${' }'.repeat(limits.depth)} }`;
    const queries = ['{ clause(id: "x") { textMatches { totalCount } } }', '{', nested];
    const { documents } = (await post('/graphql/check', { queries })).json();
    const valid = documents.map(({ contracts: all }: { contracts: { valid: boolean }[] }) =>
      all.map((each) => each.valid),
    );
    expect(valid[0].slice(0, 2)).toEqual([true, true]);
    expect([valid[1].includes(true), valid[2].includes(true)]).toEqual([false, false]);
    expect(documents[2].contracts[0].errors[0].message).toContain('nesting');
    expect(documents[1].contracts[0].errors[0].locations).toEqual([{ line: 1, column: 2 }]);
  });

  test.each([
    {},
    [],
    { query: 7 },
    { queries: [] },
    { queries: Array(limits.checkedDocuments + 1).fill('{a}') },
  ])('refuses the body %#', async (body) => {
    const response = await post('/graphql/check', body);
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  test('answers under the next schema what is in it, and knows no other', async () => {
    const query = '{ council(id: "council/brent") { id } }';
    const next = await post('/graphql?schema=next', { query });
    expect([next.statusCode, next.json().data]).toEqual([200, { council: { id: 'council/brent' } }]);
    const got = await app.inject({ url: '/graphql', query: { query, schema: 'next' } });
    expect(got.json().data).toEqual({ council: { id: 'council/brent' } });
    expect((await post('/graphql?schema=first', { query })).statusCode).toBe(400);
    expect(
      (await post('/graphql?schema=next', { query: '{ nothing }' })).json().errors[0].extensions.code,
    ).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
