// Shared wording in the store: found whatever the order of writing, kept up to date, and found once.
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore, type Store } from '../../src/store/store.js';
import { deriveTextMatches } from '../../src/store/text-matches.js';
import { families, unrelated } from '../domain/lineage-texts.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

const [lamps = [], swimming = []] = families.map(({ wordings }) => wordings);

let database: TestDatabase;
let store: Store;

beforeEach(async () => {
  await store?.close();
  await database?.drop();
  database = await testDatabase();
  await populate(database.url, ...world());
  store = openStore(database.url);
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const rows = async <T extends object>(sql: string, ...values: unknown[]) =>
  (await store.pool.query<T>(sql, values)).rows;

const say = (id: string, text: string | null) =>
  rows("UPDATE clause SET text = $2, text_status = 'as_decided' WHERE id = $1", id, text);

const matches = () =>
  rows<{ clause_id: string; other_id: string; similarity: number; other_is_earlier: boolean | null }>(
    'SELECT * FROM text_match ORDER BY clause_id, other_id',
  );

const [earlier, later] = ['clause/southwark/2023-03-22/safer/1.a', 'clause/brent/2023-07-10/trust/1'];

describe('a pair of clauses', () => {
  test('stands once from each side, with the passage both print and which came first', async () => {
    await say(earlier, lamps[0] ?? '');
    await say(later, lamps[1] ?? '');
    expect(await deriveTextMatches(store)).toMatchObject({ pairs: 1 });
    const [one, other] = await matches();
    expect(one).toMatchObject({ clause_id: later, other_id: earlier, other_is_earlier: true });
    expect(other).toMatchObject({ clause_id: earlier, other_id: later, other_is_earlier: false });
    const passage = (
      await rows<{ passage: string }>(
        `SELECT substr(c.text, t.span_start + 1, t.span_end - t.span_start) AS passage
       FROM text_match t JOIN clause c ON c.id = t.clause_id`,
      )
    ).map((row) => row.passage);
    expect(passage[0]).toContain('women walking home from the station');
    expect(passage[1]).toBe(passage[0]);
  });

  test('is not found again, and goes when the wording does', async () => {
    await say(earlier, lamps[0] ?? '');
    await say(later, lamps[1] ?? '');
    await deriveTextMatches(store);
    expect(await deriveTextMatches(store)).toEqual({ clauses: 0, pairs: 0 });
    await say(later, unrelated[0] ?? '');
    expect(await deriveTextMatches(store)).toEqual({ clauses: 1, pairs: 0 });
    expect(await matches()).toEqual([]);
    await say(later, lamps[2] ?? '');
    await deriveTextMatches(store);
    expect(await matches()).toHaveLength(2);
    await rows("UPDATE clause SET text = NULL, text_status = 'summary_only' WHERE id = $1", later);
    await deriveTextMatches(store);
    expect(await matches()).toEqual([]);
  });

  test('is found in wording that is held, of which nothing is told', async () => {
    await say(earlier, swimming[0] ?? '');
    await rows('UPDATE clause SET text = NULL WHERE id = $1', later);
    await rows("INSERT INTO held_text VALUES ($1, $2, 'no licence')", later, swimming[1]);
    await deriveTextMatches(store);
    expect(await matches()).toHaveLength(2);
  });

  test('leaves the log one reason, derived', async () => {
    await say(earlier, lamps[0] ?? '');
    await say(later, lamps[1] ?? '');
    await deriveTextMatches(store);
    const logged = await rows(
      "SELECT DISTINCT by, reason, operation FROM revision WHERE entity = 'text_match'",
    );
    expect(logged).toEqual([{ by: 'lineage', reason: 'derived', operation: 'insert' }]);
  });
});

test('what an amendment shares with its motion is not counted', async () => {
  const [amendment] = await rows<{ id: string; parent: string }>(
    `SELECT m.id, (SELECT c.id FROM clause c WHERE c.motion_id = m.amends_id ORDER BY c.seq LIMIT 1) AS parent
     FROM motion m WHERE m.amends_id IS NOT NULL
       AND EXISTS (SELECT FROM clause c WHERE c.motion_id = m.amends_id)`,
  );
  if (!amendment) throw new Error('expected an amendment');
  const id = `${amendment.id.replace('motion/', 'clause/')}/1`;
  await rows(
    `INSERT INTO clause (id, motion_id, seq, address, address_inferred, kind, kind_inferred, stance, text, text_status, wording, source_id)
     SELECT $1, $2, 1, '1', false, kind, false, stance, $4, 'as_decided', 'as_decided', source_id FROM clause WHERE id = $3`,
    ...[id, amendment.id, amendment.parent, swimming[0]],
  );
  await say(amendment.parent, swimming[1] ?? '');
  await deriveTextMatches(store);
  expect(await matches()).toEqual([]);
});

test('a clause that goes takes its pairs along', async () => {
  await say(earlier, lamps[0] ?? '');
  await say(later, lamps[1] ?? '');
  await deriveTextMatches(store);
  await rows('DELETE FROM claim WHERE clause_id = $1', later);
  await rows('DELETE FROM ask_theme');
  await rows('DELETE FROM follow_up_source');
  await rows('DELETE FROM follow_up');
  await rows('DELETE FROM ask WHERE clause_id = $1', later);
  await rows('DELETE FROM citation WHERE clause_id = $1', later);
  await rows('DELETE FROM clause WHERE id = $1', later);
  expect(await matches()).toEqual([]);
});
