import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ImportError } from '../../src/errors.js';
import { importSeeds } from '../../src/importers/seeds.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { motionFile, type SeedFolder, seedFolder } from './seeds-fixture.js';

const clause = 'clause/ashford/2024-05-01/safer-streets';

let database: TestDatabase;
let store: Store;
let seeds: SeedFolder;
beforeEach(async () => {
  database = await testDatabase();
  store = openStore(database.url, { max: 1 });
  seeds = await seedFolder();
});
afterEach(async () => {
  await store.close();
  await database.drop();
  await seeds.remove();
});

const bringIn = (force = false) => importSeeds({ url: database.url, folder: seeds.path, force });

const rows = async (sql: string) => (await store.pool.query(sql)).rows;

async function refusal(): Promise<string> {
  const error = await bringIn().catch((reason: unknown) => reason);
  if (error instanceof ImportError) return error.message;
  throw new Error('the import was not refused', { cause: error });
}

test('importing seeds twice changes nothing and says so', async () => {
  const first = await bringIn();
  expect(first.counts.clause).toEqual({ inserted: 4, updated: 0, unchanged: 0 });
  const told: string[] = [];
  const log = (line: string) => told.push(line);
  expect(await importSeeds({ url: database.url, folder: seeds.path, log })).toEqual({
    skipped: true,
    counts: {},
    removed: 0,
  });
  const again = await importSeeds({ url: database.url, folder: seeds.path, log, force: true });
  for (const counts of Object.values(again.counts)) {
    expect(counts).toMatchObject({ inserted: 0, updated: 0 });
  }
  expect(told[0]).toBe('seeds: unchanged since they were last imported');
  expect(told[1]).toMatch(/^seeds: nothing changed \(0 inserted, 0 updated, \d+ unchanged\)$/);
});

test('a changed seed is the only row updated', async () => {
  await bringIn();
  await seeds.edit(motionFile, 'Streets are less safe.', 'Streets are less safe than before.');
  const { counts } = await bringIn();
  expect(counts.clause).toEqual({ inserted: 0, updated: 1, unchanged: 3 });
  expect(await rows('SELECT DISTINCT by, note, operation, reason FROM revision ORDER BY operation')).toEqual([
    ...[
      { operation: 'insert', reason: 'new_coverage' },
      { operation: 'update', reason: 'our_correction' },
    ].map((change) => ({ by: 'seed', note: 'the curated seeds were imported', ...change })),
  ]);
});

test('a seed never erases a field it does not state', async () => {
  await bringIn();
  await store.pool.query("UPDATE ward SET start_date = '2019-05-02', seats = 2");
  await seeds.edit('wards.csv', ',1,verified,', ',,,');
  await bringIn();
  expect(await rows('SELECT seats, start_date FROM ward')).toEqual([{ seats: 2, start_date: '2019-05-02' }]);
  await seeds.edit('wards.csv', ',,,source', ',null,null,source');
  await bringIn();
  expect(await rows('SELECT seats, start_date FROM ward')).toEqual([
    { seats: null, start_date: '2019-05-02' },
  ]);
});

test('the wording of an imported document outlives the next seeds', async () => {
  await bringIn();
  await store.pool.query(
    `UPDATE clause SET text = 'Words', text_status = 'as_tabled', wording = 'as_tabled' WHERE id = '${clause}/2'`,
  );
  await seeds.edit(motionFile, 'wording: as_decided', 'wording: unknown');
  await bringIn();
  expect(await rows(`SELECT address, text_status, wording FROM clause ORDER BY seq`)).toEqual([
    { address: '1', text_status: 'summary_only', wording: 'unknown' },
    { address: '1.a', text_status: 'summary_only', wording: 'unknown' },
    { address: '1.b', text_status: 'summary_only', wording: 'unknown' },
    { address: '2', text_status: 'as_tabled', wording: 'as_tabled' },
  ]);
});

test('clauses may be put between others, and taken out again for a reason', async () => {
  await bringIn();
  await seeds.edit(
    motionFile,
    '      - part: b\n',
    '      - part: aa\n        kind: notes\n        stance: states\n      - part: b\n',
  );
  expect((await bringIn()).counts.clause).toEqual({ inserted: 1, updated: 2, unchanged: 2 });
  await seeds.edit(motionFile, '      - part: aa\n        kind: notes\n        stance: states\n', '');
  await seeds.write('removed.csv', `id,reason\n${clause}/1.aa,It was part of clause 1.b.\n`);
  expect(await bringIn()).toMatchObject({ removed: 1, counts: { clause: { inserted: 0, updated: 2 } } });
  expect(await rows('SELECT id, reason FROM tombstone')).toEqual([
    { id: `${clause}/1.aa`, reason: 'It was part of clause 1.b.' },
  ]);
});

test('a faulty seed keeps nothing of its run', async () => {
  await seeds.edit('wards.csv', 'E05004880,1,verified', 'E05004880,1,');
  expect(await refusal()).toContain('seeds/wards.csv:2');
  expect(await rows('SELECT FROM council')).toEqual([]);
  expect(await rows('SELECT FROM seed_state')).toEqual([]);
});

test('a record that disappears is refused until its reason is given', async () => {
  await bringIn();
  await seeds.edit('themes.csv', 'theme/oversight', 'theme/scrutiny');
  await seeds.edit(motionFile, 'theme/oversight', 'theme/scrutiny');
  expect(await refusal()).toBe(
    'Import refused, nothing was kept: a fault.\n' +
      '  seeds/themes.csv: expected theme/oversight, or a line with its id and the reason in removed.csv beside it, got neither',
  );
  await seeds.write('removed.csv', 'id,reason\ntheme/oversight,Scrutiny is the word that councils use.\n');
  expect(await bringIn()).toMatchObject({ removed: 1 });
  expect(await rows('SELECT theme_id FROM ask_theme')).toEqual([{ theme_id: 'theme/scrutiny' }]);
});

test('the reason for a motion covers its parts', async () => {
  await bringIn();
  await seeds.write(
    'motions/ashford/2024-05-02-safer-streets.yaml',
    'kind: not_stated\ntext_status: full\nsources: [source/news]\n',
  );
  await seeds.drop(motionFile);
  const motion = 'motion/ashford/2024-05-01/safer-streets';
  expect(await refusal()).toContain(`expected ${motion}, or a line`);
  await seeds.write('removed.csv', `id,reason\n${motion},The meeting was a day later.\n`);
  expect((await bringIn()).removed).toBe(10);
  expect(await rows('SELECT DISTINCT reason, count(*) FROM tombstone GROUP BY reason')).toEqual([
    { reason: 'The meeting was a day later.', count: 10 },
  ]);
  expect(await rows('SELECT id FROM motion')).toEqual([{ id: 'motion/ashford/2024-05-02/safer-streets' }]);
});

test('a source that no longer shows a record is taken off it without more ado', async () => {
  await bringIn();
  await seeds.edit('wards.csv', 'source/minutes source/news', 'source/minutes');
  expect((await bringIn()).removed).toBe(0);
  expect(await rows('SELECT source_id FROM ward_source')).toEqual([{ source_id: 'source/minutes' }]);
});

test('an id that was removed is never used again', async () => {
  await bringIn();
  await store.pool.query(
    "INSERT INTO tombstone (id, reason, removed_at) VALUES ('theme/new', 'It was a mistake.', '2026-01-01')",
  );
  await seeds.edit('themes.csv', 'theme/oversight,Oversight\n', 'theme/oversight,Oversight\ntheme/new,New\n');
  expect(await refusal()).toContain(
    'seeds/themes.csv:3: expected an id that was never removed or merged, got theme/new',
  );
});

test('a record found to be another leads to it, and whatever pointed at it points there', async () => {
  await bringIn();
  await store.pool.query(
    "INSERT INTO ward (id, council_id, council_inferred, name) VALUES ('ward/x', 'council/ashford', false, 'X')",
  );
  await store.pool.query("INSERT INTO ward_source VALUES ('ward/x', 'source/news')");
  await seeds.edit('sources.csv', 'source/news,A news report,news,unknown,partial\n', '');
  await seeds.edit('wards.csv', ' source/news', '');
  await seeds.write('removed.csv', 'id,reason,merged_into\nsource/news,It was the same.,source/other\n');
  expect(await refusal()).toContain(
    'seeds/removed.csv: expected a record that the seeds state as merged_into, got source/other',
  );
  await seeds.write('removed.csv', 'id,reason,merged_into\nsource/news,It was the same.,source/minutes\n');
  expect((await bringIn()).removed).toBe(1);
  expect(await rows("SELECT source_id FROM ward_source WHERE ward_id = 'ward/x'")).toEqual([
    { source_id: 'source/minutes' },
  ]);
  expect(await rows('SELECT * FROM redirect')).toEqual([{ old_id: 'source/news', new_id: 'source/minutes' }]);
  expect(await rows('SELECT * FROM tombstone')).toEqual([]);
  await seeds.edit(
    'sources.csv',
    'source/minutes,',
    'source/news,Again,news,unknown,partial\nsource/minutes,',
  );
  await seeds.write('removed.csv', 'id,reason\n');
  expect(await refusal()).toContain('expected an id that was never removed or merged, got source/news');
});

test('a record that others still point at is not removed', async () => {
  await bringIn();
  await store.pool.query(
    "INSERT INTO ward (id, council_id, council_inferred, name) VALUES ('ward/x', 'council/ashford', false, 'X')",
  );
  await seeds.write('removed.csv', 'id,reason\nsource/news,It was the same report.\n');
  await seeds.edit('sources.csv', 'source/news,A news report,news,unknown,partial\n', '');
  await seeds.edit('wards.csv', ' source/news', '');
  await store.pool.query("INSERT INTO ward_source VALUES ('ward/x', 'source/news')");
  expect(await refusal()).toContain('seeds/sources.csv: expected nothing left that points at source/news');
});
