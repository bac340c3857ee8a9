// The record as it stood at any version is what it was: random changes, each table kept as it was read at the time.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishedTables } from '../../src/exporters/table.js';
import { tableQuery } from '../../src/exporters/traversal.js';
import { readingPast } from '../../src/store/past.js';
import { type Reading, reading } from '../../src/store/reading.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, type Writer, writing } from '../../src/store/write.js';
import { fillWorld } from '../audits/world.js';
import { testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  store = openStore(database.url, { max: 1 });
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const author: Author = { by: 'editor', reason: 'our_correction', note: 'a test' };
const stored = publishedTables.filter((table) => table.stored !== null);
const changing = stored.filter(({ name }) =>
  ['themes', 'sources', 'clauses', 'motion_sources'].includes(name),
);

async function contents({ copy }: Reading, tables = stored): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const table of tables) {
    const pieces: Buffer[] = [];
    for await (const piece of copy(tableQuery(table))) pieces.push(piece);
    all[table.name] = Buffer.concat(pieces).toString();
  }
  return all;
}

async function version(): Promise<number> {
  const { rows } = await store.pool.query<{ version: number }>('SELECT version FROM data_version');
  return Number(rows[0]?.version);
}

const slug = fc.integer({ min: 1, max: 3 });
const words = fc.stringMatching(/^[a-z\\"é\t ]{0,6}z$/);

/** Ways to change the record: rows that come, change once or twice, go, and come to a bridge table. */
const change = fc.oneof(
  fc.record({ do: fc.constant('add' as const), slug, words }),
  fc.record({ do: fc.constant('change' as const), slug, words }),
  fc.record({ do: fc.constant('drop' as const), slug }),
  fc.record({ do: fc.constant('bridge' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('null' as const), words: fc.option(words, { nil: null }) }),
  fc.record({ do: fc.constant('flag' as const), on: fc.boolean() }),
);

type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

// By SQL and without tombstones, since an id may come back here, which the log has to bear as well.
async function apply({ client }: Writer, one: Change): Promise<void> {
  const run = (sql: string, ...values: unknown[]) => client.query(sql, values);
  if (one.do === 'add')
    await run('INSERT INTO theme VALUES ($1, $2) ON CONFLICT DO NOTHING', `theme/t${one.slug}`, one.words);
  if (one.do === 'change')
    await run('UPDATE theme SET name = $2 WHERE id = $1', `theme/t${one.slug}`, one.words);
  if (one.do === 'drop') await run('DELETE FROM theme WHERE id = $1', `theme/t${one.slug}`);
  if (one.do === 'null') await run('UPDATE source SET note = $1', one.words);
  if (one.do === 'flag') await run('UPDATE clause SET address_inferred = $1', one.on);
  if (one.do === 'bridge' && !one.on) await run('DELETE FROM motion_source');
  if (one.do === 'bridge' && one.on)
    await run('INSERT INTO motion_source SELECT m.id, s.id FROM motion m, source s ON CONFLICT DO NOTHING');
}

const changingOf = (at: Reading) => contents(at, changing);

test('each version of a random history is read as it was, in one transaction or many', async () => {
  const histories = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(histories, async (transactions) => {
      const then = new Map([[await version(), await reading(database.url, changingOf)]]);
      for (const changes of transactions) {
        await writing(store, author, async (writer) => {
          for (const one of changes) await apply(writer, one);
        });
        then.set(await version(), await reading(database.url, changingOf));
      }
      for (const [at, expected] of then) {
        expect(await readingPast(database.url, at, changingOf)).toEqual(expected);
      }
    }),
    { numRuns: 12, seed: 20_261_125, endOnFailure: true },
  );
}, 120_000);

test('what is stored stays as it is', async () => {
  const before = await reading(database.url, contents);
  await readingPast(database.url, 0, async (past) => {
    const nothing = Object.values(await contents(past)).join('');
    expect(nothing).toBe('');
  });
  expect(await reading(database.url, contents)).toEqual(before);
});
