import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nouns } from '../../src/graph/nouns.js';
import { spellKey } from '../../src/graph/order.js';
import { graphOn, type TestGraph } from '../support/ask.js';
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

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function pageOf(root: string, args: string): Promise<Page> {
  const asked = await graph.ask(
    `{ page: ${root}(${args}) { nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  expect(asked.errors).toBeUndefined();
  expect(asked.statements).toHaveLength(1);
  return asked.data.page;
}

async function walk(root: string, order: string, size: number, forwards: boolean): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const count = forwards ? `first: ${size}` : `last: ${size}`;
    const from = cursor ? `, ${forwards ? 'after' : 'before'}: "${cursor}"` : '';
    const page: Page = await pageOf(root, `${count}${from}${order}`);
    const ids = page.nodes.map(({ id }) => id);
    expect(page.edges.map(({ node }) => node.id)).toEqual(ids);
    if (forwards) seen.push(...ids);
    else seen.unshift(...ids);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    expect(forwards ? hasPreviousPage : hasNextPage).toBe(cursor !== null);
    if (!(forwards ? hasNextPage : hasPreviousPage)) return seen;
    cursor = forwards ? endCursor : startCursor;
  }
}

const orders = nouns
  .filter(
    ({ options, type }) =>
      options.many &&
      ['Motion', 'Ward', 'Membership', 'Source', 'MotionEvent', 'Recommendation'].includes(type),
  )
  .flatMap(({ options, fields, type }) =>
    [...fields]
      .filter(([, field]) => field.is === 'column')
      .map(([name]) => ({ type, root: options.many as string, key: spellKey(name) })),
  );

describe('pages of every order meet each record once, forwards and backwards, with and without a value', () => {
  test.each(orders)('$type by $key', async ({ root, key }) => {
    for (const direction of ['ASC', 'DESC']) {
      for (const nulls of ['FIRST', 'LAST']) {
        const order = `, orderBy: [{ field: ${key}, direction: ${direction}, nulls: ${nulls} }]`;
        const whole = (await pageOf(root, `first: 100${order}`)).nodes.map(({ id }) => id);
        expect(new Set(whole).size).toBe(whole.length);
        expect(await walk(root, order, 2, true)).toEqual(whole);
        expect(await walk(root, order, 2, false)).toEqual(whole);
      }
    }
  });
});

test('between two cursors lies exactly what stands between them', async () => {
  const { edges } = await pageOf('clauses', 'first: 5');
  const cursors = edges.map(({ cursor }) => cursor);
  const between = await pageOf('clauses', `first: 5, after: "${cursors[0]}", before: "${cursors[3]}"`);
  expect(between.nodes).toEqual([edges[1]?.node, edges[2]?.node]);
});

describe('a cursor is refused', () => {
  const refused = async (args: string) => {
    const { errors, statements } = await graph.ask(`{ motions(${args}) { nodes { id } } }`);
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_CURSOR');
    expect(statements).toEqual([]);
  };

  test('when it cannot be read', async () => {
    for (const cursor of ['', 'x', '💥', 'e30', Buffer.from('[1]').toString('base64url')])
      await refused(`after: ${JSON.stringify(cursor)}`);
  });

  test('when it belongs to another order, filter or list', async () => {
    const [{ cursor } = { cursor: '' }] = (await pageOf('motions', 'first: 1')).edges;
    await refused(`after: "${cursor}", orderBy: [{ field: TITLE }]`);
    await refused(`after: "${cursor}", where: { slug: { eq: "trust" } }`);
    await refused(`after: "${cursor}", includeAmendments: true`);
    const [{ cursor: other } = { cursor: '' }] = (await pageOf('wards', 'first: 1')).edges;
    await refused(`after: "${other}"`);
  });

  test('when its values were changed into what the order cannot hold', async () => {
    const [{ cursor } = { cursor: '' }] = (await pageOf('motions', 'first: 1')).edges;
    const [version, hash] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    for (const values of [
      ["x'; DROP TABLE motion; --", 'y'],
      ['2023-02-30', 'y'],
      [7, 'y'],
      ['2023-02-20', null],
      ['2023-02-20', 'a\0'],
    ]) {
      await refused(
        `after: "${Buffer.from(JSON.stringify([version, hash, ...values])).toString('base64url')}"`,
      );
    }
  });
});
