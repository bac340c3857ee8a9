// A snapshot rebuilt from the store, as an operator or an auditor asks for it.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publish } from '../../src/jobs/publish.js';
import { verify } from '../../src/jobs/verify.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, writing } from '../../src/store/write.js';
import { fillWorld } from '../audits/world.js';
import { testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let exportsDir: string;
const ids: string[] = [];

const author: Author = { by: 'editor', reason: 'our_correction', note: 'a test' };
const folderOf = (id: string | undefined) => join(exportsDir, 'snapshots', String(id));
const check = (id: string | undefined, folder = folderOf(id)) =>
  verify({ url: database.url, exportsDir, folder });

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  store = openStore(database.url, { max: 1 });
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-verify-test-'));
  const next = async () => ids.push((await publish({ url: database.url, exportsDir })).id);
  await next();
  // What moves positions, and a record that comes and goes.
  await writing(store, author, async ({ client, merge }) => {
    await merge('theme', [{ row: { id: 'theme/new', name: 'New' } }]);
    await client.query("UPDATE citation SET direction = 'opposes'");
    await client.query("UPDATE motion_event SET outcome = 'lost' WHERE outcome = 'carried'");
  });
  await next();
  await writing(store, author, async ({ remove, client }) => {
    await remove('theme', 'theme/new', 'Nobody uses it.');
    await client.query('DELETE FROM citation');
    await client.query("UPDATE motion SET title = 'Another'");
  });
  await next();
}, 120_000);

afterAll(async () => {
  await store?.close();
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

test('every snapshot is rebuilt to the byte, whatever has changed since, and its chain leads to the first', async () => {
  for (const [n, id] of ids.entries()) {
    const found = await check(id);
    expect(found.faults).toEqual([]);
    expect(found.files).toBeGreaterThan(250);
    expect(found.left_out.map(({ path }) => path)).toEqual(['all.zip', 'validation/report.json']);
    expect(found.chain).toEqual({ length: n, end: 'the first of all', broken: null });
  }
}, 120_000);

test('the first byte that differs is named with its line, and what should stand there', async () => {
  const copy = await mkdtemp(join(exportsDir, 'copy-'));
  await cp(folderOf(ids[0]), copy, { recursive: true });
  const path = join(copy, 'csv/themes.csv');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('Funding', 'Fundinf'));
  await writeFile(join(copy, 'json/themes.json.gz'), 'nonsense');
  await rm(join(copy, 'LICENCE.md'));
  const found = await check(ids[0], copy);
  expect(found.faults).toEqual([
    { path: 'LICENCE.md', kind: 'missing' },
    {
      ...{ path: 'csv/themes.csv', kind: 'differs', byte: text.indexOf('Funding') + 6, line: 2 },
      ...{ published: 'f,\r\n', rebuilt: 'g,\r\n' },
    },
    { path: 'json/themes.json.gz', kind: 'badly_compressed' },
  ]);
  await rm(copy, { recursive: true });
}, 60_000);

test('nothing is left behind, and nothing is said where it cannot be known', async () => {
  const left = async () =>
    (await readdir(tmpdir())).filter(
      (name) => name.startsWith('open-motions-verify-') && !name.includes('test'),
    );
  expect(await left()).toEqual([]);
  const copy = await mkdtemp(join(exportsDir, 'copy-'));
  const manifest = JSON.parse(await readFile(join(folderOf(ids[0]), 'manifest.json'), 'utf8'));
  const as = async (change: object) => {
    await writeFile(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, ...change }));
    return check(ids[0], copy);
  };
  const code = 'NOT_VERIFIABLE';
  await expect(as({ schema_version: '0.1.0' })).rejects.toMatchObject({
    code,
    message: expect.stringContaining('Use the release that writes 0.1.0'),
  });
  await expect(as({ as_of: '2020-01-01T00:00:00.000Z' })).rejects.toMatchObject({
    code,
    message: expect.stringContaining('published from another store'),
  });
  await rm(copy, { recursive: true });
}, 60_000);

test('a chain with an exchanged manifest is told', async () => {
  const path = join(folderOf(ids[0]), 'manifest.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, `${text} `);
  const { chain, left_out } = await check(ids[1]);
  await writeFile(path, text);
  expect(chain.broken).toContain(`the manifest of ${ids[0]} has the hash`);
  expect(left_out.map(({ path: each }) => each)).toContain('CHANGES.md');
}, 60_000);
