// Two records made one, as a curator does it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findingsOf } from '../../src/audits/audit.js';
import { mergeRecords } from '../../src/importers/merge.js';
import { reading } from '../../src/store/reading.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, writing } from '../../src/store/write.js';
import { fillWorld, motion } from '../audits/world.js';
import { testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;

const author: Author = { by: 'editor', reason: 'our_correction', note: 'a test' };
const twin = 'councillor/southwark/a-lee';
const ann = 'councillor/southwark/ann-lee';

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  store = openStore(database.url, { max: 1 });
  await writing(store, author, async ({ merge }) => {
    await merge('councillor', [{ row: { id: twin, name: 'A Lee', sort_name: 'Lee, A' } }]);
    await merge('source', [
      {
        row: {
          id: 'source/second',
          title: 'Second',
          kind: 'news',
          published_precision: 'unknown',
          completeness: 'full',
        },
      },
    ]);
    await merge('councillor_source', [
      { row: { councillor_id: twin, source_id: 'source/minutes' } },
      { row: { councillor_id: twin, source_id: 'source/second' } },
    ]);
    await merge('council', [
      {
        row: {
          id: 'council/sauthwark',
          name: 'Sauthwark',
          short_name: 'Sauthwark',
          slug: 'sauthwark',
          type: 'london_borough',
        },
      },
    ]);
    await merge('council_source', [
      { row: { council_id: 'council/sauthwark', source_id: 'source/minutes' } },
    ]);
  });
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const unite = (from: string, into: string) =>
  mergeRecords(database.url, { from, into, by: 'editor-2', note: 'the same by the register' });
const rows = async (sql: string, values: unknown[] = []) => (await store.pool.query(sql, values)).rows;

test('what points at the one points at the other, and its id leads there', async () => {
  const { moved, dropped } = await unite(twin, ann);
  expect([moved, dropped]).toEqual([
    2,
    { name: { was: 'A Lee', kept: 'Ann Lee' }, sort_name: { was: 'Lee, A', kept: null } },
  ]);
  expect(
    await rows('SELECT source_id FROM councillor_source WHERE councillor_id = $1 ORDER BY 1', [ann]),
  ).toContainEqual({
    source_id: 'source/second',
  });
  expect(await rows('SELECT * FROM councillor WHERE id = $1', [twin])).toEqual([]);
  expect(await rows('SELECT * FROM redirect')).toEqual([{ old_id: twin, new_id: ann }]);
  const log = await rows('SELECT reason, by FROM revision WHERE record_id = $1 ORDER BY seq DESC LIMIT 1', [
    twin,
  ]);
  expect(log).toEqual([{ reason: 'merge', by: 'editor-2' }]);
});

test('a chain of merges is one step for readers', async () => {
  await writing(store, author, ({ merge }) =>
    merge('councillor', [{ row: { id: 'councillor/southwark/third', name: 'Third' } }]),
  );
  await unite(ann, 'councillor/southwark/third');
  expect(await rows('SELECT * FROM redirect ORDER BY old_id')).toEqual([
    { old_id: twin, new_id: 'councillor/southwark/third' },
    { old_id: ann, new_id: 'councillor/southwark/third' },
  ]);
});

test('councils take their motions and the cells of the matrix along', async () => {
  await unite('council/southwark', 'council/sauthwark');
  expect(await rows('SELECT council_id FROM motion WHERE id = $1', [`motion/${motion}`])).toEqual([
    { council_id: 'council/sauthwark' },
  ]);
  expect(await rows("SELECT DISTINCT council_id FROM matrix_cell WHERE evidence_state = 'found'")).toEqual([
    { council_id: 'council/sauthwark' },
  ]);
  expect(await rows("SELECT FROM matrix_cell WHERE council_id = 'council/southwark'")).toEqual([]);
  const broken = (await reading(database.url, ({ db }) => findingsOf(db))).filter(({ code }) =>
    ['A104', 'A108', 'A109', 'A112', 'A116'].includes(code),
  );
  expect(broken).toEqual([]);
});

test('what cannot be one is refused with the reason, and nothing is changed', async () => {
  const refused = (from: string, into: string, message: string) =>
    expect(unite(from, into)).rejects.toMatchObject({
      code: 'EDIT_REFUSED',
      message: expect.stringContaining(message),
    });
  await refused(ann, 'council/brent', 'expected the ids of two records of one kind');
  await refused('theme/funding', 'theme/funding', 'expected the ids of two records of one kind');
  await refused(twin, 'councillor/southwark/third', `expected the id of a recorded record, got ${twin}`);
  await refused(`clause/${motion}/1`, `clause/${motion}/1.a`, 'to point at');
  await store.pool.query("INSERT INTO seed_record VALUES ('theme/funding', 'theme', 'themes.csv')");
  await store.pool.query("INSERT INTO theme VALUES ('theme/money', 'Money')");
  await refused('theme/funding', 'theme/money', 'themes.csv: expected the merge in the seeds');
});
