import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { limits } from '../../src/graph/limits.js';
import { type Asked, graphOn, type TestGraph } from '../support/ask.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

let database: TestDatabase;
let graph: TestGraph;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  graph = await graphOn(database.url);
}, 120_000);

afterAll(async () => {
  await graph?.close();
  await database?.drop();
});

/** A refusal: one error of that code, and no statement. */
function refusal({ errors, statements }: Asked, code: string) {
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions?.code).toBe(code);
  expect(statements).toEqual([]);
  return errors?.[0] as NonNullable<Asked['errors']>[number];
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** `council` fields under each other: as deep as asked, always valid. */
const nested = (depth: number) => `{ ${'wards { nodes { council { '.repeat(0)}${chain(depth)} }`;
function chain(depth: number): string {
  let text = 'id';
  for (let level = depth - 1; level >= 2; level--) text = `replacedBy { ${text} }`;
  return `council(id: "council/brent") { ${text} }`;
}

describe('at a limit a document is answered, over it refused with the limit and what was asked', () => {
  test('depth', async () => {
    expect((await graph.ask(nested(limits.depth))).errors).toBeUndefined();
    const error = refusal(await graph.ask(nested(limits.depth + 1)), 'QUERY_TOO_COMPLEX');
    expect(error.extensions).toMatchObject({
      limit: 'depth',
      maximum: limits.depth,
      asked: limits.depth + 1,
    });
  });

  test('depth through fragments', async () => {
    const fragments = repeat(
      12,
      (i) => `fragment F${i} on Council { replacedBy { ${i === 11 ? 'id' : `...F${i + 1}`} } }`,
    );
    refusal(await graph.ask(`{ council(id: "council/brent") { ...F0 } } ${fragments}`), 'QUERY_TOO_COMPLEX');
  });

  test('introspection is open and not counted as depth', async () => {
    const { errors, data, statements } = await graph.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data.__schema.queryType.name).toBe('Query');
    expect(statements).toEqual([]);
  });

  test('fields under another name', async () => {
    const query = (count: number) => `{ status { ${repeat(count, (i) => `a${i}: dataVersion`)} } }`;
    expect((await graph.ask(query(limits.aliases))).errors).toBeUndefined();
    expect(refusal(await graph.ask(query(limits.aliases + 1)), 'QUERY_TOO_COMPLEX').extensions).toMatchObject(
      { limit: 'aliases' },
    );
    refusal(await graph.ask(`{ ${repeat(101, (i) => `a${i}: __typename`)} }`), 'QUERY_TOO_COMPLEX');
  });

  test('directives', async () => {
    const query = (count: number) =>
      `{ status { ${repeat(count, () => 'dataVersion @include(if: true)')} } }`;
    expect((await graph.ask(query(limits.directives))).errors).toBeUndefined();
    refusal(await graph.ask(query(limits.directives + 1)), 'QUERY_TOO_COMPLEX');
  });

  test('tokens', async () => {
    const query = (count: number) => `{ nodes(ids: [${repeat(count, (i) => `"x/${i}"`)}]) { id } }`;
    refusal(await graph.ask(query(limits.tokens - 12)), 'BAD_USER_INPUT');
    refusal(await graph.ask(query(limits.tokens + 1)), 'QUERY_TOO_COMPLEX');
  });

  test('the same field a thousand times', async () => {
    const error = refusal(await graph.ask(`{ ${repeat(1_000, () => '__typename')} }`), 'QUERY_TOO_COMPLEX');
    expect(error.message).toContain('repeated too often');
  });

  test('the size of a page, which is never cut silently', async () => {
    expect((await graph.ask(`{ wards(first: ${limits.page}) { nodes { id } } }`)).errors).toBeUndefined();
    const error = refusal(await graph.ask('{ wards(first: 101) { nodes { id } } }'), 'PAGE_TOO_LARGE');
    expect(error.extensions).toMatchObject({
      limit: 'page',
      maximum: 100,
      asked: 101,
      snapshot: '/data/latest/csv/wards.csv',
    });
    refusal(
      await graph.ask('query ($n: Int) { wards(last: $n) { nodes { id } } }', { n: 1000 }),
      'PAGE_TOO_LARGE',
    );
    for (const size of [0, -1])
      refusal(await graph.ask(`{ wards(first: ${size}) { nodes { id } } }`), 'BAD_USER_INPUT');
    refusal(await graph.ask('{ wards(first: 1, last: 1) { nodes { id } } }'), 'BAD_USER_INPUT');
  });

  test('the cost, computed from the pages asked for', async () => {
    const query = 'query ($n: Int) { councils(first: 99) { nodes { motions(first: $n) { nodes { id } } } } }';
    const cost = (n: number) => 1 + 99 * (1 + 1 + n);
    expect((await graph.ask(query, { n: 98 })).cost).toBe(cost(98));
    const error = refusal(await graph.ask(query, { n: 100 }), 'QUERY_TOO_COMPLEX');
    expect(error.extensions).toMatchObject({
      limit: 'cost',
      asked: cost(100),
      snapshot: '/data/latest/csv/councils.csv',
    });
    expect(error.message).toBe(`The cost of the operation is ${cost(100)}; the limit is ${limits.cost}.`);
  });

  test('ids of nodes', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `council/${i}`);
    expect((await graph.ask(query, { ids: ids(100) })).errors).toBeUndefined();
    refusal(await graph.ask(query, { ids: ids(101) }), 'BAD_USER_INPUT');
  });

  test('items, conditions and nesting of a filter', async () => {
    const query = 'query ($where: WardWhereInput) { wards(where: $where) { totalCount } }';
    const ids = (count: number) => ({
      where: { id: { oneOf: Array.from({ length: count }, (_, i) => `ward/${i}`) } },
    });
    expect((await graph.ask(query, ids(250))).errors).toBeUndefined();
    refusal(await graph.ask(query, ids(251)), 'BAD_USER_INPUT');
    const nest = (depth: number): object => (depth ? { NOT: nest(depth - 1) } : { name: { eq: 'x' } });
    expect((await graph.ask(query, { where: nest(3) })).errors).toBeUndefined();
    const nested = refusal(await graph.ask(query, { where: nest(4) }), 'QUERY_TOO_COMPLEX');
    expect(nested.extensions).toMatchObject({ limit: 'filterDepth', maximum: limits.filterDepth });
    const many = { AND: Array.from({ length: 250 }, () => ({ name: { eq: 'x', contains: 'y' } })) };
    const crowded = refusal(await graph.ask(query, { where: many }), 'QUERY_TOO_COMPLEX');
    expect(crowded.extensions).toMatchObject({ limit: 'filterConditions', maximum: limits.filterConditions });
  });

  test('the words of a search', async () => {
    refusal(await graph.ask(`{ search(query: "${'x'.repeat(201)}") { totalCount } }`), 'BAD_USER_INPUT');
    refusal(await graph.ask('{ search(query: "  ") { totalCount } }'), 'BAD_USER_INPUT');
  });
});

describe('what would cost the measuring itself', () => {
  test('fragments that double at every step are measured once each', async () => {
    const fragments = repeat(
      7,
      (i) => `fragment F${i} on Council { a: replacedBy { ...F${i + 1} } b: replacedBy { ...F${i + 1} } }`,
    );
    const before = performance.now();
    const asked = await graph.ask(
      `{ council(id: "council/brent") { ...F0 } } ${fragments} fragment F7 on Council { id }`,
    );
    expect(asked.errors ?? []).toHaveLength(0);
    expect(performance.now() - before).toBeLessThan(1500);
  });

  test('a cycle of fragments is no document', async () => {
    refusal(
      await graph.ask('{ council(id: "x") { ...A } } fragment A on Council { replacedBy { ...A } }'),
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});

describe('values never reach the database as anything but values', () => {
  const hostile = ["'; DROP TABLE motion; --", '\\', '%', '_', '" OR 1=1', '💥', '\ud800', '((('];

  test.each(hostile)('%j in every text argument', async (text) => {
    for (const query of [
      'query ($t: String!) { search(query: $t) { totalCount edges { highlights } } }',
      'query ($t: String) { clauses(search: $t) { totalCount } }',
      'query ($t: String) { motions(where: { title: { contains: $t } }) { totalCount } }',
      'query ($t: String) { motions(where: { OR: [{ title: { eq: $t } }, { slug: { oneOf: [$t] } }] }) { totalCount } }',
      'query ($t: ID!) { node(id: $t) { id } motion(id: $t) { id } nodes(ids: [$t]) { id } }',
    ]) {
      const { errors } = await graph.ask(query.replace('$t: String)', '$t: String!)'), { t: text });
      expect(errors).toBeUndefined();
    }
    expect(graph.faults).toEqual([]);
  });

  test('U+0000 is refused before the database could', async () => {
    refusal(
      await graph.ask('query ($t: String!) { motions(where: { title: { eq: $t } }) { totalCount } }', {
        t: 'a\0',
      }),
      'BAD_USER_INPUT',
    );
  });

  test('null in a condition is refused, for it would match everything', async () => {
    refusal(await graph.ask('{ motions(where: { title: { eq: null } }) { totalCount } }'), 'BAD_USER_INPUT');
    refusal(
      await graph.ask('query ($w: CouncilWhereInput) { motions(where: { council: $w }) { totalCount } }', {
        w: null,
      }),
      'BAD_USER_INPUT',
    );
  });

  test('a day that is none is refused', async () => {
    const query = 'query ($d: Date) { motions(where: { date: { eq: $d } }) { totalCount } }';
    for (const d of ['2023-02-30', '0000-01-01', '23-1-1', 'infinity'])
      refusal(await graph.ask(query, { d }), 'BAD_USER_INPUT');
    refusal(
      await graph.ask(
        '{ compare(review: "review/casey-2023", asOf: "soon") { rows { recommendation { id } } } }',
      ),
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});
