// Pages of any filter and order, of any size, forwards and backwards: each record stands on exactly one of
// them, also where the values it is sorted by are missing.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { graphSchema } from '../../../src/graph/schema.js';
import { graphOn, type TestGraph } from '../../support/ask.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { populate, world } from '../../support/world.js';
import { type RandomList, Writer } from '../random.js';
import { readTables } from '../reference.js';
import type { Tables } from '../related.js';

let database: TestDatabase;
let graph: TestGraph;
let tables: Tables;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  graph = await graphOn(database.url);
  tables = await readTables(graph.store);
}, 120_000);

afterAll(async () => {
  await graph?.close();
  await database?.drop();
});

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function pageOf({ root, args, definitions, variables }: RandomList, page: string): Promise<Page> {
  const heads = definitions.length ? `(${definitions.join(', ')})` : '';
  const asked = await graph.ask(
    `query Walk${heads} { page: ${root}(${[page, ...args].join(', ')}) { totalCount edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  expect(asked.errors).toBeUndefined();
  return asked.data.page;
}

/** The ids of a list in its order, gathered page by page from one of its ends. */
async function walk(list: RandomList, size: number, forwards: boolean): Promise<string[]> {
  const [count, from] = forwards ? ['first', 'after'] : ['last', 'before'];
  const pages: string[][] = [];
  for (let cursor = ''; ; ) {
    const page = await pageOf(list, `${count}: ${size}${cursor && `, ${from}: "${cursor}"`}`);
    pages.push(page.edges.map(({ node }) => node.id));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (!(forwards ? hasNextPage : hasPreviousPage)) return (forwards ? pages : pages.reverse()).flat();
    cursor = forwards ? endCursor : startCursor;
  }
}

test('every record of a list stands on exactly one page', async () => {
  const tape = fc.array(fc.nat(9_999), { minLength: 8, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(tape, async (decisions) => {
      const list = new Writer(graphSchema(), tables, decisions).list();
      const whole = await walk(list, 100, true);
      const { totalCount } = await pageOf(list, 'first: 1');
      expect(whole).toHaveLength(totalCount);
      expect(new Set(whole).size).toBe(totalCount);
      expect(await walk(list, list.size, true)).toEqual(whole);
      expect(await walk(list, list.size, false)).toEqual(whole);
    }),
    { numRuns: 150, seed: 20_261_125 },
  );
}, 300_000);
