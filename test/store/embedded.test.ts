import { chmod, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Embedded, openEmbedded } from '../../src/store/embedded.js';
import { removeCluster } from '../support/global-teardown.js';

let dataDir: string;
let log: string[];
const opened: Embedded[] = [];
const folders: string[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'open-motions-embedded-'));
  await chmod(dataDir, 0o755);
  folders.push(dataDir);
  log = [];
});

afterEach(async () => {
  for (const embedded of opened.splice(0)) await embedded.release();
});

afterAll(async () => {
  for (const folder of folders) await removeCluster(folder);
});

async function open(settings: Record<string, string> = {}): Promise<Embedded> {
  const embedded = await openEmbedded({
    dataDir,
    log: (line) => log.push(line),
    settings: { fsync: 'off', ...settings },
  });
  opened.push(embedded);
  return embedded;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10);
}

async function endedOf(pid: number): Promise<void> {
  for (let tries = 0; tries < 500 && isRunning(pid); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('an empty folder becomes a database, and what it holds survives a stop', async () => {
  const first = await open();
  expect(first.started).toBe(true);
  const pid = await serverPid();
  await ask(first.url, "CREATE TABLE motion AS SELECT 'Safer Southwark communities' AS title");
  await first.stop();
  expect(isRunning(pid)).toBe(false);
  const second = await open();
  expect(second.started).toBe(true);
  expect(await ask(second.url, 'SELECT title FROM motion')).toEqual(['Safer Southwark communities']);
  expect(log.at(-1)).toMatch(/^started PostgreSQL on 127\.0\.0\.1:\d+, data in /);
});

test('it sorts by code point, speaks UTF-8 and UTC, and lets nobody in without the password', async () => {
  const { url } = await open();
  expect(await ask(url, "SELECT x FROM (VALUES ('é'), ('a'), ('Z')) AS v (x) ORDER BY x")).toEqual([
    'Z',
    'a',
    'é',
  ]);
  expect(await ask(url, "SELECT current_setting('server_encoding'), current_setting('timezone')")).toEqual([
    'UTF8',
    'UTC',
  ]);
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('two starts at once on an empty folder share one server', async () => {
  const both = await Promise.all([open(), open()]);
  expect(both.map((embedded) => embedded.started).sort()).toEqual([false, true]);
  expect(both[0].url).toBe(both[1].url);
});

test('it is stopped only by the process that started it, and only when nobody else is connected', async () => {
  const owner = await open();
  const guest = await open();
  const pid = await serverPid();
  await owner.stop();
  expect(await ask(guest.url, 'SELECT 1')).toEqual([1]);
  await guest.stop();
  expect(isRunning(pid)).toBe(true);
});

test('a server that was left running is found again', async () => {
  const first = await open();
  await first.release();
  const second = await open();
  expect(second.started).toBe(false);
  expect(second.url).toBe(first.url);
});

test('after a kill of the server the next start brings back what was committed', async () => {
  const first = await open({ fsync: 'on' });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  await endedOf(pid);
  const second = await open();
  expect(second.started).toBe(true);
  expect(await ask(second.url, 'SELECT one FROM kept')).toEqual([1]);
  const ended = log.filter((line) => line.includes('has ended'));
  expect(ended).toEqual(['PostgreSQL has ended; start again to bring it back']);
});

test('a process id that another program got after a crash does not stop the start', async () => {
  const first = await open();
  await first.stop();
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const lines = [
    process.pid,
    join(dataDir, 'postgres', 'data'),
    1,
    5432,
    '',
    '127.0.0.1',
    '',
    'ready   ',
    '',
  ];
  await writeFile(file, lines.join('\n'));
  expect((await open()).started).toBe(true);
});

test('a first run that was cut short is begun again', async () => {
  const first = await open();
  await first.stop();
  const home = await realpath(join(dataDir, 'postgres'));
  await rm(join(home, 'data'), { recursive: true });
  await writeFile(join(home, 'draft-cut-short'), 'what initdb had written when it was killed');
  const second = await open();
  expect(await ask(second.url, 'SELECT 1')).toEqual([1]);
  expect((await readdir(home)).filter((name) => name.startsWith('draft'))).toEqual([]);
});

test('the lock of a process that died is taken over', async () => {
  // No system gives out a process id this high.
  await writeFile(join(dataDir, 'postgres.lock'), '999999999 0.5');
  expect((await open()).started).toBe(true);
  expect(await readdir(dataDir)).toEqual(['postgres']);
});
