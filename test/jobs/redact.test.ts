// A value taken out for good: of the store, of its log, and of everything that was published.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publish } from '../../src/jobs/publish.js';
import { redact } from '../../src/jobs/redact.js';
import { verify } from '../../src/jobs/verify.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, writing } from '../../src/store/write.js';
import { fillWorld, motion } from '../audits/world.js';
import { testDatabase } from '../support/database.js';
import { serving } from '../web/serving.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let exportsDir: string;
/** Before the value, with it, and with another in its place. */
const ids: string[] = [];
const theme = 'theme/held';
const secret = 'Zebedee Quill';
const seeds = resolve('seeds');
const author: Author = { by: 'editor', reason: 'our_correction', note: 'a test' };

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  store = openStore(database.url, { max: 1 });
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-redact-'));
  const next = async () => ids.push((await publish({ url: database.url, exportsDir })).id);
  const name = (text: string) =>
    writing(store, author, ({ merge }) => merge('theme', [{ row: { id: theme, name: text } }]));
  await next();
  await name(secret);
  await next();
  await name('Another');
  await writing(store, author, ({ merge }) =>
    merge('theme', [{ row: { id: 'theme/more', name: 'The Another Office' } }]),
  );
  await next();
}, 120_000);

afterAll(async () => {
  await store?.close();
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

const ask = { id: theme, columns: ['name'], by: 'editor-2', note: 'it named a private person' };
const take = (change: object = {}) => redact({ url: database.url, exportsDir, seeds, ...ask, ...change });

async function everything(): Promise<string> {
  const files = (await readdir(exportsDir, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
  const { rows } = await store.pool.query<{ all: string }>(
    "SELECT (SELECT string_agg(r::text, '') FROM revision r) || (SELECT string_agg(t::text, '') FROM theme t) || (SELECT coalesce(string_agg(w::text, ''), '') FROM search_word w) AS all",
  );
  return texts.join('') + rows[0]?.all;
}

test('what cannot be taken out is refused, with nothing changed', async () => {
  const refused = async (change: object, message: string) =>
    expect(take(change)).rejects.toMatchObject({
      code: 'EDIT_REFUSED',
      message: expect.stringContaining(message),
    });
  await refused({ columns: ['id'] }, 'expected columns of theme in words: ');
  await refused(
    { id: 'theme/nobody' },
    'expected the id of a record that is or was recorded, got theme/nobody',
  );
  await refused({ id: 'nothing' }, 'got nothing');
  await refused({ by: 'Zebedee' }, 'expected a handle');
  await refused({ note: 'Another was wrong' }, 'expected a note that does not repeat what is taken out');
  await refused({ id: 'theme/funding' }, 'themes.csv');
  await refused(
    {
      id: 'coverage/southwark/casey-2023',
      columns: ['method'],
      seeds: await mkdtemp(join(exportsDir, 'seeds-')),
    },
    'expected columns that this record can do without, got coverage_search_has_a_method',
  );
  expect((await readdir(join(exportsDir, 'snapshots'))).sort()).toEqual(ids);
});

test('it leaves the store, the log, every snapshot and every delta that held it', async () => {
  expect(await everything()).toContain(secret);
  // Two snapshots hold a value of it; one delta brought it, one replaced it.
  expect(await take()).toEqual({
    ...{ snapshots: 2, deltas: 2 },
    elsewhere: [{ record: 'theme/more', column: 'name' }],
  });
  expect(await everything()).not.toMatch(/Zebedee|Quill|zebede/);
  const { rows } = await store.pool.query('SELECT name FROM theme WHERE id = $1', [theme]);
  expect(rows).toEqual([{ name: '[redacted]' }]);
  expect(await readdir(join(exportsDir, 'snapshots', String(ids[1])))).toEqual(['manifest.json']);
  const manifest = JSON.parse(
    await readFile(join(exportsDir, 'snapshots', String(ids[1]), 'manifest.json'), 'utf8'),
  );
  const hashOf = (path: string) => manifest.files.find((file: { path: string }) => file.path === path).sha256;
  expect([manifest.content_sha256, hashOf('csv/themes.csv'), hashOf('sqlite/open-motions.sqlite')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(hashOf('csv/councils.csv')).toMatch(/^[0-9a-f]{64}$/);
});

test('the next publication follows the one that was taken off, and both can be verified', async () => {
  const { id } = await publish({ url: database.url, exportsDir });
  const manifest = JSON.parse(await readFile(join(exportsDir, 'snapshots', id, 'manifest.json'), 'utf8'));
  expect(manifest.previous.id).toBe(ids[2]);
  const check = (each: string) =>
    verify({ url: database.url, exportsDir, folder: join(exportsDir, 'snapshots', each) });
  const found = await check(id);
  expect([found.faults, found.chain]).toEqual([[], { length: 3, end: 'the first of all', broken: null }]);
  expect((await check(String(ids[0]))).faults).toEqual([]);
  ids.push(id);
}, 60_000);

test('the wording of a clause goes with what is derived from it, held wording too', async () => {
  const id = `clause/${motion}/1.a`;
  await take({ id, columns: ['text'] });
  const { rows } = await store.pool.query(
    `SELECT text, text_status, (SELECT count(*)::int FROM clause_print WHERE clause_id = c.id) AS prints
     FROM clause c WHERE id = $1`,
    [id],
  );
  expect(rows).toEqual([{ text: null, text_status: 'summary_only', prints: 0 }]);
  const other = `clause/${motion}/1`;
  await store.pool.query("INSERT INTO held_text VALUES ($1, 'Held words.', 'a test')", [other]);
  await take({ id: other, columns: ['text'] });
  expect((await store.pool.query('SELECT FROM held_text')).rowCount).toBe(0);
  ids.push((await publish({ url: database.url, exportsDir })).id);
}, 60_000);

test('readers are told that it is gone, why, and which is the next', async () => {
  const server = await serving(database.url, { exportsDir });
  try {
    const gone = await server.app.inject(`/data/snapshots/${ids[1]}/csv/themes.csv`);
    expect([gone.statusCode, gone.json().error.reason]).toEqual([410, 'redaction']);
    expect(gone.json().error.next).toBe(`/data/snapshots/${ids.at(-1)}/csv/themes.csv`);
    const manifest = await server.app.inject(`/data/snapshots/${ids[1]}/manifest.json`);
    expect([manifest.statusCode, manifest.json().content_sha256]).toEqual([200, null]);
    expect((await server.app.inject(`/data/changes/${ids[0]}..${ids[1]}.jsonl`)).statusCode).toBe(410);
  } finally {
    await server.close();
  }
}, 60_000);
