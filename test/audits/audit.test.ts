import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { audit, findingsOf } from '../../src/audits/audit.js';
import { checks } from '../../src/audits/checks.js';
import { openStore, type Store } from '../../src/store/store.js';
import { testDatabase } from '../support/database.js';
import { fillWorld, motion } from './world.js';

/** For each rule: statements that break it, and a record that must then be named. */
const breaks: Record<string, { by: string[]; record: string }> = {
  A101: {
    by: [`DELETE FROM motion_source WHERE motion_id = 'motion/${motion}'`],
    record: `motion/${motion}`,
  },
  A102: {
    by: ['SET CONSTRAINTS ALL DEFERRED', 'UPDATE clause SET seq = 3 - seq'],
    record: `clause/${motion}/1.a`,
  },
  A103: {
    by: [
      without('motion_event', 'outcome IS NOT NULL'),
      'UPDATE motion_event SET outcome = NULL WHERE authoritative',
    ],
    record: `event/${motion}/decided`,
  },
  A104: {
    by: [`UPDATE motion SET current_outcome = 'lost' WHERE id = 'motion/${motion}'`],
    record: `motion/${motion}`,
  },
  A105: {
    by: [without('citation', 'collective_all'), "UPDATE citation SET basis = 'collective_all'"],
    record: `citation/${motion}/1.a/reset`,
  },
  A106: { by: ['UPDATE source SET licence_id = NULL'], record: `clause/${motion}/1.a` },
  A107: {
    by: [`INSERT INTO held_text VALUES ('clause/${motion}/1.a', 'to act', 'a reason')`],
    record: `clause/${motion}/1.a`,
  },
  A108: {
    by: ["INSERT INTO tombstone VALUES ('council/brent', 'a reason', '2026-11-01')"],
    record: 'council/brent',
  },
  A109: {
    by: ["INSERT INTO redirect VALUES ('council/old', 'council/nowhere')"],
    record: 'council/old',
  },
  A110: {
    by: ["UPDATE coverage SET result = 'searched_none_found'"],
    record: `motion/${motion}`,
  },
  A111: { by: ["UPDATE coverage SET result = 'found'"], record: 'coverage/brent/casey-2023' },
  A112: {
    by: ["UPDATE motion SET council_id = 'council/brent' WHERE kind = 'amendment'"],
    record: `motion/${motion}/amendment-a`,
  },
  A113: {
    by: [`UPDATE motion_event SET amendment_id = 'motion/${motion}' WHERE amendment_id IS NOT NULL`],
    record: `event/${motion}/amendment-decided`,
  },
  A114: {
    by: ["UPDATE motion_event SET decision_mode = 'show_of_hands'"],
    record: `vote/${motion}/decided/ann-lee`,
  },
  A115: {
    by: ["UPDATE meeting SET body_id = 'body/brent/council'"],
    record: 'meeting/southwark/2023-03-22/assembly',
  },
  A116: {
    by: ["UPDATE citation SET direction = 'opposes'"],
    record: 'council/southwark review/casey-2023',
  },
  A201: { by: ["UPDATE clause SET summary = NULL WHERE address = '1'"], record: `clause/${motion}/1` },
  A202: { by: ['UPDATE ask SET addressee_id = NULL'], record: `ask/${motion}/1.a/1` },
  A203: {
    by: ["UPDATE citation SET review_state = 'retired'"],
    record: 'coverage/southwark/casey-2023',
  },
  A204: { by: ['UPDATE review SET recommendation_count = 16'], record: 'review/casey-2023' },
  A205: {
    by: ['UPDATE motion_event SET votes_for = 40 WHERE votes_for = 1'],
    record: `event/${motion}/decided`,
  },
  A206: { by: ["UPDATE clause SET address = '2.a' WHERE address = '1.a'"], record: `clause/${motion}/1.a` },
  A207: { by: ['UPDATE membership SET start_date = NULL'], record: 'membership/southwark/ann-lee/1' },
  A208: {
    by: ["UPDATE motion_event SET body_id = 'body/brent/council' WHERE meeting_id IS NULL"],
    record: `event/${motion}/amendment-decided`,
  },
  A209: { by: ['DELETE FROM clause_print'], record: `clause/${motion}/1.a` },
  A301: { by: ['UPDATE motion SET title = NULL'], record: `motion/${motion}` },
  A302: { by: ["UPDATE motion SET date = NULL, date_precision = 'unknown'"], record: `motion/${motion}` },
  A303: { by: ['UPDATE source SET url = NULL'], record: 'source/minutes' },
  A304: { by: ["UPDATE ask SET review_state = 'suggested'"], record: `ask/${motion}/1.a/1` },
};

/** Takes away the constraint that would not let the rule be broken at all. */
function without(table: string, definition: string): string {
  return `DO $$ DECLARE c text; BEGIN
    FOR c IN SELECT conname FROM pg_constraint
      WHERE conrelid = '${table}'::regclass AND pg_get_constraintdef(oid) LIKE '%${definition}%'
    LOOP EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', c); END LOOP;
  END $$`;
}

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  store = openStore(database.url);
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

test('a world in which every rule holds gives no findings', async () => {
  expect(await audit({ url: database.url })).toEqual({ findings: [] });
});

test('codes are unique, in order, and say their level by their hundred', () => {
  const levels = { MUST: 'A1', SHOULD: 'A2', MAY: 'A3' };
  expect(checks.map((check) => check.code)).toEqual([...new Set(checks.map((check) => check.code))].sort());
  for (const { code, level } of checks) expect(code.slice(0, 2)).toBe(levels[level]);
});

test('for every rule there is a way to break it', () => {
  expect(Object.keys(breaks)).toEqual(checks.map((check) => check.code));
});

class RollBack extends Error {}

describe.each(checks)('$code: $rule', ({ code, level }) => {
  test('fails where it is broken, and names the record', async () => {
    const { by, record } = breaks[code] ?? { by: [], record: '' };
    const work = store.db.transaction().execute(async (db) => {
      for (const statement of by) await sql.raw(statement).execute(db);
      const finding = (await findingsOf(db)).find((each) => each.code === code);
      expect(finding).toMatchObject({ code, level });
      expect(finding?.records).toContain(record);
      throw new RollBack();
    });
    await expect(work).rejects.toThrow(RollBack);
  });
});
