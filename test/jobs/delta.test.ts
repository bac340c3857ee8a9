// The delta between two publications, as a reader uses it: with a program of their own that knows only its form.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishedTables } from '../../src/exporters/table.js';
import { publish } from '../../src/jobs/publish.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type Author, writing } from '../../src/store/write.js';
import { fillWorld } from '../audits/world.js';
import { testDatabase } from '../support/database.js';

interface Line {
  table: string;
  kind: string;
  key: Record<string, string>;
  reason: string;
  into?: string;
  row?: Record<string, unknown>;
}

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let exportsDir: string;

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  store = openStore(database.url, { max: 1 });
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-delta-'));
}, 120_000);

afterAll(async () => {
  await store?.close();
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

const editor: Author = { by: 'editor', reason: 'our_correction', note: 'a test' };
const log: string[] = [];

async function next(): Promise<string> {
  log.length = 0;
  return (await publish({ url: database.url, exportsDir, log: (line) => log.push(line) })).id;
}

async function rows(id: string, table: string): Promise<string[]> {
  const text = await readFile(join(exportsDir, 'snapshots', id, 'jsonl', `${table}.jsonl`), 'utf8');
  return text.split('\n').slice(0, -1);
}

async function deltaOf(from: string, to: string): Promise<Line[]> {
  const text = await readFile(join(exportsDir, 'changes', `${from}..${to}.jsonl`), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** A reader's own way: rows by key, changed as told, compared as sets. */
async function expectLeads(from: string, to: string): Promise<Line[]> {
  const lines = await deltaOf(from, to);
  for (const { name, key } of publishedTables) {
    const keyOf = (row: Record<string, unknown>) => JSON.stringify(key.map((column) => row[column]));
    const parsed = (await rows(from, name)).map((line) => JSON.parse(line) as Record<string, unknown>);
    const held = new Map(parsed.map((row) => [keyOf(row), JSON.stringify(row)]));
    for (const line of lines.filter(({ table }) => table === name)) {
      if (line.row) held.set(keyOf(line.row), JSON.stringify(line.row));
      else held.delete(keyOf(line.key));
    }
    expect([...held.values()].sort()).toEqual((await rows(to, name)).sort());
  }
  return lines;
}

const told = (lines: readonly Line[], table: string) =>
  lines
    .filter((line) => line.table === table)
    .map(({ kind, key, reason, into }) => [kind, ...Object.values(key), reason, ...(into ? [into] : [])]);

test('each way to change the record has its kind and its reason', async () => {
  const from = await next();
  expect(await readdir(exportsDir)).not.toContain('changes');
  await writing(store, editor, (writer) =>
    writer.merge('theme', [
      { row: { id: 'theme/funding', name: 'Money' } },
      { row: { id: 'theme/new', name: 'New \u2028 line' } },
      { row: { id: 'theme/twice', name: 'New' } },
    ]),
  );
  await writing(store, { ...editor, reason: 'source_changed' }, async ({ client }) => {
    await client.query("UPDATE citation SET direction = 'opposes'");
  });
  const second = await next();
  const lines = await expectLeads(from, second);
  expect(told(lines, 'themes')).toEqual([
    ['changed', 'theme/funding', 'our_correction'],
    ['added', 'theme/new', 'new_coverage'],
    ['added', 'theme/twice', 'new_coverage'],
  ]);
  expect(told(lines, 'citations')).toEqual([['changed', expect.any(String), 'source_changed']]);
  const derived = lines.filter(({ table }) => table === 'flat_positions');
  expect(derived.map(({ kind, reason }) => `${kind} ${reason}`)).toContain('changed derived');

  await writing(store, editor, (writer) => writer.remove('theme', 'theme/new', 'Nobody uses it.'));
  await writing(store, { ...editor, reason: 'merge' }, async ({ client }) => {
    await client.query("DELETE FROM theme WHERE id = 'theme/twice'");
    await client.query("INSERT INTO redirect VALUES ('theme/twice', 'theme/funding')");
  });
  const after = await expectLeads(second, await next());
  expect(told(after, 'themes')).toEqual([
    ['removed', 'theme/new', 'our_correction'],
    ['merged', 'theme/twice', 'merge', 'theme/funding'],
  ]);
  expect(told(after, 'tombstones')).toEqual([['added', 'theme/new', 'our_correction']]);
  expect(told(after, 'redirects')).toEqual([['added', 'theme/twice', 'merge']]);
}, 120_000);

test('all are listed with their hashes, and one whose snapshot never came to be is removed', async () => {
  const index = async () => JSON.parse(await readFile(join(exportsDir, 'index.json'), 'utf8'));
  const before = await index();
  expect(before.changes).toHaveLength(2);
  expect(before.changes[0]).toMatchObject({ to: before.latest, from: before.snapshots[1].id });
  const orphan = `${before.latest}..2099-01-01T000000Z-00000000.jsonl`;
  await mkdir(join(exportsDir, 'changes'), { recursive: true });
  await writeFile(join(exportsDir, 'changes', orphan), '{}\n');
  await next();
  expect(await readdir(join(exportsDir, 'changes'))).not.toContain(orphan);
  expect((await index()).changes).toEqual(before.changes);
});

test('none leads from a snapshot that is not what was published', async () => {
  const { latest } = JSON.parse(await readFile(join(exportsDir, 'index.json'), 'utf8'));
  await writeFile(join(exportsDir, 'snapshots', latest, 'jsonl', 'themes.jsonl'), '{"id":"theme/other"}\n');
  await writing(store, editor, (writer) =>
    writer.merge('theme', [{ row: { id: 'theme/funding', name: 'Funding' } }]),
  );
  const id = await next();
  expect(log.join('\n')).toMatch(
    /^changes: none are told, because .*themes\.jsonl is not what was published$/m,
  );
  expect(await readdir(join(exportsDir, 'changes'))).not.toContain(`${latest}..${id}.jsonl`);
});
