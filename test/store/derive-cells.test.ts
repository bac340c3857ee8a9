// Cells that are kept are always those the position rule gives, whatever was written.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cellsAgree } from '../../src/audits/cells-agree.js';
import { deriveAllCells } from '../../src/store/derive-cells.js';
import { migrate } from '../../src/store/migrate.js';
import { matrixCells } from '../../src/store/queries/matrix-cells.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, type Writer, writing } from '../../src/store/write.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

const review = 'review/casey-2023';
const southwark = 'council/southwark';
const author: Author = { by: 'test', reason: 'our_correction', note: 'a test' };
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url);
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const write = (work: (writer: Writer) => Promise<unknown>) => writing(store, author, work);
const cellsOf = (council: string) => matrixCells(store.db, { review, councils: [council] });
const states = async (council: string) => (await cellsOf(council)).map(({ evidenceState }) => evidenceState);
const count = async (table: string) =>
  (await store.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;

async function expectAgreement(): Promise<void> {
  expect(await store.db.transaction().execute((db) => cellsAgree(db))).toEqual([]);
}

test('the import of the seeds left a cell for every council searched and every recommendation', async () => {
  await expectAgreement();
  expect(await count('matrix_cell')).toBe(
    ((await count('coverage')) ?? 0) * ((await count('recommendation')) ?? 0),
  );
  expect((await cellsOf(southwark)).some(({ position }) => position !== null)).toBe(true);
});

test('a reading that is retired takes its position along', async () => {
  const before = await cellsOf(southwark);
  await write(({ client }) =>
    client.query(`UPDATE citation SET review_state = 'retired' WHERE clause_id LIKE 'clause/southwark/%'`),
  );
  const after = await cellsOf(southwark);
  expect(after.every(({ position }) => position === null)).toBe(true);
  expect(after).not.toEqual(before);
  await expectAgreement();
});

test('a motion that is lost after all, a search and a recommendation change the cells they bear on', async () => {
  const held = async () => (await states('council/brent')).filter((state) => state === 'found').length;
  expect(await held()).toBeGreaterThan(0);
  await write(({ client }) =>
    client.query(
      `UPDATE motion_event SET outcome = 'lost' WHERE motion_id LIKE 'motion/brent/%' AND outcome = 'carried'`,
    ),
  );
  expect(await held()).toBe(0);
  await write(({ client }) =>
    client.query(`UPDATE coverage SET result = 'not_searched', searched_on = NULL, date_precision = 'unknown', method = NULL
      WHERE council_id = 'council/camden'`),
  );
  expect(new Set(await states('council/camden'))).toEqual(new Set(['not_searched']));
  const before = (await states('council/camden')).length;
  await write(({ client }) =>
    client.query(`INSERT INTO recommendation (id, review_id, slug, number_status, title, summary_status)
      VALUES ('recommendation/casey-2023/one-more', '${review}', 'one-more', 'unverified', 'One more', 'unverified')`),
  );
  expect((await states('council/camden')).length).toBe(before + 1);
  await expectAgreement();
});

test('what is removed leaves nothing behind', async () => {
  await write(async ({ client, remove }) => {
    await remove('recommendation', 'recommendation/casey-2023/one-more', 'entered by mistake');
    await client.query(`DELETE FROM citation WHERE clause_id LIKE 'clause/southwark/%'`);
    await client.query(`DELETE FROM coverage_source WHERE coverage_id LIKE 'coverage/camden/%'`);
    await client.query(`DELETE FROM coverage WHERE council_id = 'council/camden'`);
  });
  expect(await cellsOf('council/camden')).toEqual([]);
  const { rows } = await store.pool.query(`SELECT FROM review_motion WHERE council_id = $1`, [southwark]);
  expect(rows).toEqual([]);
  await expectAgreement();
});

test('a record from before the cells were kept gets them with the next migration, and only then', async () => {
  const before = await cellsOf(southwark);
  await store.pool.query('TRUNCATE matrix_cell, review_motion');
  await migrate(database.url);
  expect(await cellsOf(southwark)).toEqual(before);
  const client = await store.pool.connect();
  await deriveAllCells(client);
  client.release();
  expect(await cellsOf(southwark)).toEqual(before);
  await expectAgreement();
});
