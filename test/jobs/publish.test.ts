// The publication as an operator meets it: once, completely, or not at all.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Manifest } from '../../src/exporters/manifest.js';
import { publish } from '../../src/jobs/publish.js';
import { takePublishLock } from '../../src/jobs/publish-lock.js';
import { fillWorld, motion } from '../audits/world.js';
import { testDatabase } from '../support/database.js';
import { canMount, compile, type Program } from './publish-process.js';

interface Index {
  latest: string | null;
  last_attempt: { result: string; snapshot: string | null; code: string | null; reason: string | null };
  snapshots: { id: string; previous: string | null; rows: number }[];
}

let database: Awaited<ReturnType<typeof testDatabase>>;
let program: Program;
let client: pg.Client;
let exportsDir: string;

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  program = await compile();
});

afterAll(async () => {
  await program?.remove();
  await client?.end();
  await database?.drop();
});

beforeEach(async () => {
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-publish-'));
});

afterEach(async () => {
  await rm(exportsDir, { recursive: true, force: true });
});

const now = () => publish({ url: database.url, exportsDir });

async function index(folder = exportsDir): Promise<Index> {
  return JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as Index;
}

async function manifestOf(id: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(exportsDir, 'snapshots', id, 'manifest.json'), 'utf8')) as Manifest;
}

/** Every file of a folder with its bytes. */
async function bytesOf(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length), await readFile(path, 'latin1')] as const),
    ),
  );
}

async function rename(name: string): Promise<void> {
  await client.query("UPDATE theme SET name = $1 WHERE id = 'theme/funding'", [name]);
}

describe('a publication', () => {
  test('makes a snapshot, then lists it as the latest', async () => {
    const { id, folder, changed } = await now();
    expect([changed, folder]).toEqual([true, join(exportsDir, 'snapshots', id)]);
    expect(await index()).toMatchObject({
      latest: id,
      last_attempt: { result: 'published', snapshot: id, code: null, reason: null },
      snapshots: [{ id, previous: null }],
    });
    expect((await readdir(exportsDir)).sort()).toEqual(['feed.xml', 'index.json', 'snapshots']);
  });

  test('of unchanged data makes no new folder and says that it looked', async () => {
    const first = await now();
    const again = await now();
    expect(again).toEqual({ ...first, changed: false });
    expect(await readdir(join(exportsDir, 'snapshots'))).toEqual([first.id]);
    expect(await index()).toMatchObject({
      latest: first.id,
      last_attempt: { result: 'checked, unchanged', snapshot: first.id },
    });
  });

  test('of changed data names the snapshot before it, with the hash of its manifest', async () => {
    const first = await now();
    await rename('Money');
    const second = await now();
    expect(second.changed).toBe(true);
    const { previous, data_version } = await manifestOf(second.id);
    expect(previous?.id).toBe(first.id);
    expect(previous?.manifest_sha256.slice(0, 8)).toBe(first.id.slice(-8));
    expect(data_version).toBeGreaterThan((await manifestOf(first.id)).data_version);
    expect((await index()).snapshots.map((snapshot) => snapshot.id)).toEqual([second.id, first.id]);
  });

  test('is told in a feed, newest first, each with an id that never changes', async () => {
    const feed = () => readFile(join(exportsDir, 'feed.xml'), 'utf8');
    const ids = (text: string) =>
      [...text.matchAll(/<id>(urn:uuid:[0-9a-f-]{36})<\/id>/g)].map(([, id]) => id);
    const first = await now();
    const [own, entry, ...more] = ids(await feed());
    expect(more).toEqual([]);
    await rename('Feed');
    const second = await now();
    const text = await feed();
    expect(ids(text)).toEqual([own, expect.not.stringContaining(String(entry)), entry]);
    expect([...text.matchAll(/<title>Snapshot (.*)<\/title>/g)].map(([, id]) => id)).toEqual([
      second.id,
      first.id,
    ]);
    expect(text).toMatch(/<summary>\d+ rows in \d+ tables; as many in each as before\.<\/summary>/);
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;)|href="(http|\/)/);
  });

  test('says as of when the data is by its latest change, not by the clock', async () => {
    const { id } = await now();
    const { rows } = await client.query<{ latest: Date }>('SELECT max(changed_at) AS latest FROM revision');
    expect((await manifestOf(id)).as_of).toBe(rows[0]?.latest.toISOString());
  });

  test('is the same to the byte in any time zone and language', async () => {
    const folders = ['one', 'two'].map((name) => join(exportsDir, name));
    const places = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
    ];
    for (const [n, env] of places.entries()) {
      const { code } = await program.publish({ url: database.url, exportsDir: String(folders[n]), env });
      expect(code).toBe(0);
    }
    const [one, two] = await Promise.all(
      folders.map(async (folder) => bytesOf(join(folder, 'snapshots', String((await index(folder)).latest)))),
    );
    expect(one?.size).toBeGreaterThan(140);
    expect(two).toEqual(one);
  });
});

describe('a publication that fails', () => {
  test('by a broken MUST leaves the snapshot and says why', async () => {
    const { id } = await now();
    await client.query('UPDATE source SET licence_id = NULL');
    await expect(now()).rejects.toMatchObject({ code: 'AUDIT_FAILED' });
    await client.query("UPDATE source SET licence_id = 'licence/open'");
    expect(await readdir(join(exportsDir, 'snapshots'))).toEqual([id]);
    const { latest, last_attempt } = await index();
    expect([latest, last_attempt.result, last_attempt.code]).toEqual([id, 'failed', 'AUDIT_FAILED']);
    expect(last_attempt.reason).toContain('A106 expected that wording is published only where the licence');
    expect(last_attempt.reason).toContain(`clause/${motion}/1.a`);
  });

  test('before there is any snapshot is shown as well', async () => {
    await client.query('UPDATE source SET licence_id = NULL');
    await expect(now()).rejects.toMatchObject({ code: 'AUDIT_FAILED' });
    await client.query("UPDATE source SET licence_id = 'licence/open'");
    expect(await index()).toMatchObject({ latest: null, snapshots: [], last_attempt: { result: 'failed' } });
  });

  test('because records vanished without a tombstone leaves the snapshot', async () => {
    const { id } = await now();
    await client.query('CREATE TABLE kept AS TABLE vote');
    await client.query('DELETE FROM vote');
    await expect(now()).rejects.toThrow('votes holds 0 rows, expected at least 1 and no tombstone');
    await client.query('INSERT INTO vote TABLE kept');
    await client.query('DROP TABLE kept');
    expect(await index()).toMatchObject({ latest: id, last_attempt: { code: 'PUBLISH_FAILED' } });
  });

  test('while another one runs is refused and leaves no trace', async () => {
    const lock = await takePublishLock(database.url);
    await expect(now()).rejects.toMatchObject({ code: 'PUBLISH_LOCKED' });
    await lock.release();
    expect(await readdir(exportsDir)).toEqual([]);
    expect((await now()).changed).toBe(true);
  }, 30_000);

  test.each(['open-motions', 'open-motions publish'])(
    'because its connection %s is cut midway leaves the snapshot, and the next run succeeds',
    async (name) => {
      const { id } = await now();
      await rename(`Cut at ${name}`);
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = '${name}'`;
      const log = (line: string) => void (line.startsWith('clauses') && client.query(cut));
      await expect(publish({ url: database.url, exportsDir, log })).rejects.toMatchObject({
        code: 'PUBLISH_FAILED',
      });
      expect(await index()).toMatchObject({ latest: id, last_attempt: { result: 'failed' } });
      expect((await now()).changed).toBe(true);
    },
  );

  test('without a database says so', async () => {
    const url = database.url.replace(/\/[^/]*$/, '/no_such_database');
    await expect(publish({ url, exportsDir })).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  test('in a folder that is a file says what was expected', async () => {
    const file = join(exportsDir, 'a-file');
    await writeFile(file, '');
    await expect(publish({ url: database.url, exportsDir: file })).rejects.toMatchObject({
      code: 'PUBLISH_FAILED',
      message: `expected a folder that can be written, got ${file}`,
    });
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('in a place where no folder can be made is refused at once (Linux only)', async () => {
    await expect(publish({ url: database.url, exportsDir: '/proc/a/b' })).rejects.toThrow(
      'expected a folder that can be written, got /proc/a/b',
    );
  });

  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('in a folder that cannot be written says what was expected (skipped for root)', async () => {
    const folder = join(exportsDir, 'read-only');
    await mkdir(folder);
    await chmod(folder, 0o555);
    await expect(publish({ url: database.url, exportsDir: folder })).rejects.toThrow(
      'expected a folder that can be written',
    );
  });

  const onOwnDisk = canMount ? test : test.skip;
  onOwnDisk(
    'on a full disk says so and leaves no staging, and the next run succeeds (skipped where no disk may be mounted)',
    async () => {
      const { out, err } = await program.publishOnSmallDisk({ url: database.url, exportsDir });
      expect(err).toBe('');
      expect(JSON.parse(out)).toEqual({
        refused: { code: 'PUBLISH_FAILED', message: 'The disk that holds EXPORTS_DIR is full.' },
        left: expect.not.arrayContaining([expect.stringMatching(/^\.|^snapshots$/)]),
        shown: 'failed',
        changed: true,
        after: ['feed.xml', 'index.json', 'snapshots'],
      });
    },
    60_000,
  );

  test('because snapshots cannot be made in it leaves no staging behind', async () => {
    await writeFile(join(exportsDir, 'snapshots'), 'in the way');
    await expect(now()).rejects.toMatchObject({ code: 'PUBLISH_FAILED' });
    expect(await readdir(exportsDir)).toEqual(['snapshots']);
  });
});

describe('a publication killed', () => {
  test.each(['audits', 'licences', 'clauses', 'flat_positions', 'files', 'snapshot', 'index'])(
    'at %s leaves the snapshots whole, and the next run succeeds and cleans up',
    async (dieAt) => {
      const first = await now();
      const before = await bytesOf(first.folder);
      await rename(`Killed at ${dieAt}`);
      const ending = await program.publish({ url: database.url, exportsDir, dieAt });
      expect([ending.signal, ending.err]).toEqual(['SIGKILL', '']);
      expect(await bytesOf(first.folder)).toEqual(before);
      expect([dieAt === 'index', first.id === (await index()).latest]).toContain(true);
      const next = await now();
      expect(next.changed).toBe(!['snapshot', 'index'].includes(dieAt));
      expect((await index()).snapshots.map((snapshot) => snapshot.id)).toEqual([next.id, first.id]);
      const folders = ['changes', 'feed.xml', 'index.json', 'snapshots'];
      expect((await readdir(exportsDir)).sort()).toEqual(folders);
      expect(await readdir(join(exportsDir, 'changes'))).toEqual([`${first.id}..${next.id}.jsonl`]);
    },
  );
});

test('a snapshot whose manifest was tampered with is left out of the index and told', async () => {
  const { id } = await now();
  await writeFile(join(exportsDir, 'snapshots', id, 'manifest.json'), '{}');
  const lines: string[] = [];
  const next = await publish({ url: database.url, exportsDir, log: (line) => lines.push(line) });
  expect(lines).toContain(`snapshots/${id} is left out of the index: its manifest does not match its id`);
  expect((await index()).snapshots.map((snapshot) => snapshot.id)).toEqual([next.id]);
});
