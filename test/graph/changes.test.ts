// The feed of changes: what it tells of each way to write, and that a reader can come back to it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, writing } from '../../src/store/write.js';
import { graphOn, type TestGraph } from '../support/ask.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

let database: TestDatabase;
let graph: TestGraph;
let store: Store;

const editor: Author = { by: 'editor', reason: 'our_correction', note: 'a test' };

beforeAll(async () => {
  database = await testDatabase();
  graph = await graphOn(database.url);
  store = openStore(database.url, { max: 1 });
  const name = (id: string, text: string) =>
    writing(store, editor, (writer) => writer.merge('theme', [{ row: { id: `theme/${id}`, name: text } }]));
  await name('one', 'One');
  await name('two', 'Two');
  await name('one', 'First');
  await writing(store, { ...editor, reason: 'source_changed' }, (writer) =>
    writer.remove('theme', 'theme/one', 'Nobody uses it.'),
  );
  await writing(store, { ...editor, reason: 'merge' }, async ({ client }) => {
    await client.query("DELETE FROM theme WHERE id = 'theme/two'");
    await client.query("INSERT INTO redirect VALUES ('theme/two', 'theme/three')");
  });
}, 120_000);

afterAll(async () => {
  await graph?.close();
  await store?.close();
  await database?.drop();
});

interface Page {
  changes: {
    nodes: { kind: string; id: string; reason: string; into: string | null; columns: string[] }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const feed = async (args: string) => {
  const { data, errors } = await graph.ask(
    `{ changes(${args}) { nodes { kind id reason into columns } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as Page).changes;
};

test('tells of each change what it was and why, oldest first', async () => {
  const { nodes } = await feed('first: 100');
  const told = nodes.map(({ kind, id, reason, into, columns }) => [kind, id, reason, into, columns.join()]);
  expect(told).toEqual([
    ['ADDED', 'theme/one', 'NEW_COVERAGE', null, ''],
    ['ADDED', 'theme/two', 'NEW_COVERAGE', null, ''],
    ['CHANGED', 'theme/one', 'OUR_CORRECTION', null, 'name'],
    ['REMOVED', 'theme/one', 'SOURCE_CHANGED', null, ''],
    ['ADDED', 'theme/one', 'SOURCE_CHANGED', null, ''],
    ['MERGED', 'theme/two', 'MERGE', 'theme/three', ''],
    ['ADDED', 'theme/two', 'MERGE', null, ''],
  ]);
});

test('begins after a data version, and is empty after the newest', async () => {
  expect((await feed('since: 2')).nodes[0]).toMatchObject({ kind: 'CHANGED', id: 'theme/one' });
  expect((await feed('since: 5')).nodes).toEqual([]);
});

test('is paged with cursors that stay good, forwards and backwards, whatever it is asked since', async () => {
  const first = await feed('first: 3');
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = await feed(`since: 1, first: 100, after: "${first.pageInfo.endCursor}"`);
  expect(first.nodes.length + rest.nodes.length).toBe((await feed('first: 100')).nodes.length);
  expect(rest.nodes[0]?.kind).toBe('REMOVED');
  const back = await feed(`last: 2, before: "${rest.edges[0]?.cursor}"`);
  expect(back.nodes).toEqual(first.nodes.slice(1));
});

test('refuses a cursor of another list', async () => {
  const { errors } = await graph.ask('{ changes(after: "WzEsIngiLDFd") { nodes { id } } }');
  expect(errors?.[0]?.extensions?.code).toBe('INVALID_CURSOR');
});
