// The nightly job on a real database: what it does, what it keeps of it, and that it runs once at a time.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { importSeeds } from '../../src/importers/seeds.js';
import { dueAt } from '../../src/jobs/due.js';
import { history } from '../../src/jobs/history.js';
import { recentRuns } from '../../src/jobs/job-run.js';
import { type NightlyOptions, nightly } from '../../src/jobs/nightly.js';
import { publish } from '../../src/jobs/publish.js';
import { type SeedFolder, seedFolder } from '../importers/seeds-fixture.js';
import { testDatabase } from '../support/database.js';

const coverage = `id,council_id,review_id,searched_on,date_precision,method,result,sources
coverage/ashford/first,council/ashford,review/first,2024-06-01,day,read,found,source/minutes
`;

let database: Awaited<ReturnType<typeof testDatabase>>;
let client: pg.Client;
let seeds: SeedFolder;
let exportsDir: string;
let lines: string[];

beforeAll(async () => {
  database = await testDatabase();
  seeds = await seedFolder();
  await seeds.write('coverage.csv', coverage);
  await importSeeds({ url: database.url, folder: seeds.path });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client?.end();
  await seeds?.remove();
  await database?.drop();
});

beforeEach(async () => {
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-nightly-'));
  lines = [];
  await client.query('TRUNCATE job_run');
});

afterEach(async () => {
  await rm(exportsDir, { recursive: true, force: true });
});

const tonight = (options: Partial<NightlyOptions> = {}) =>
  nightly({
    ...{ url: database.url, exportsDir, seedsFolder: seeds.path, trigger: 'hand' },
    log: (line) => lines.push(line),
    detail: () => {},
    ...options,
  });

const attempt = async () => JSON.parse(await readFile(join(exportsDir, 'index.json'), 'utf8')).last_attempt;

describe('a run of the nightly job', () => {
  test('takes its steps in order, a line for each, and is kept in the history', async () => {
    const done = await tonight();
    expect(done).toMatchObject({ changed: true });
    expect([...new Set(lines.map((line) => line.split(':')[0]))]).toEqual([
      ...['seeds', 'audits', 'validators', 'files', 'snapshot', 'index', 'retention'],
    ]);
    expect(await recentRuns(database.url)).toEqual([
      {
        ...{ trigger: 'hand', result: 'published', snapshot: done?.id, code: null, reason: null },
        startedAt: expect.any(Date),
        endedAt: expect.any(Date),
      },
    ]);
    expect(await tonight({ trigger: 'schedule' })).toEqual({ ...done, changed: false });
    expect((await recentRuns(database.url))[0]).toMatchObject({ trigger: 'schedule', result: 'unchanged' });
  });

  test('imports the seeds first where they changed, and shows everybody that it could not', async () => {
    await seeds.edit('themes.csv', 'Oversight', 'Changed overnight');
    const done = await tonight();
    const themes = await readFile(join(String(done?.folder), 'csv', 'themes.csv'), 'utf8');
    expect(themes).toContain('theme/oversight,Changed overnight');
    await seeds.edit('themes.csv', 'id,name', 'id,nonsense');
    await expect(tonight()).rejects.toMatchObject({ code: 'IMPORT_REFUSED' });
    await seeds.edit('themes.csv', 'id,nonsense', 'id,name');
    expect(await attempt()).toMatchObject({ result: 'failed', code: 'IMPORT_REFUSED' });
    const [last] = await recentRuns(database.url);
    expect(last).toMatchObject({ result: 'failed', code: 'IMPORT_REFUSED', snapshot: null });
    expect(last?.reason).toContain('themes.csv');
  });

  test('that an audit stops is kept with its reason, shown to everybody, and due again later', async () => {
    await client.query("UPDATE coverage SET result = 'searched_none_found'");
    await expect(tonight()).rejects.toMatchObject({ code: 'AUDIT_FAILED' });
    await client.query("UPDATE coverage SET result = 'found'");
    const [last] = await recentRuns(database.url);
    expect(last).toMatchObject({ result: 'failed', code: 'AUDIT_FAILED' });
    expect(last?.reason).toContain('A110');
    expect(await attempt()).toMatchObject({ result: 'failed', code: 'AUDIT_FAILED' });
    const slot = new Date((last?.startedAt ?? new Date()).getTime() - 1);
    const due = dueAt(slot, await history(database.url, exportsDir));
    expect(due?.getTime()).toBeGreaterThan(Date.now());
  });

  test('leaves alone a database that never took the seeds', async () => {
    const own = await testDatabase();
    await tonight({ url: own.url });
    await own.drop();
    expect(lines[0]).toBe('seeds: not used by this database');
  });

  test('is not made again where it is not due once its turn has come', async () => {
    expect(await tonight({ isDue: async () => false })).toBeNull();
    expect(await recentRuns(database.url)).toEqual([]);
  });

  test('finds that the one before was cut short', async () => {
    await client.query(
      "INSERT INTO job_run (trigger, started_at, result) VALUES ('schedule', '2026-11-20T02:00:00Z', 'running')",
    );
    await tonight();
    expect((await recentRuns(database.url)).map(({ result }) => result)).toEqual(['published', 'cut_short']);
  });
});

test('of two servers told at once one runs the job, and the other says so', async () => {
  const ends = await Promise.allSettled([tonight(), tonight()]);
  const won = ends.filter(({ status }) => status === 'fulfilled');
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  // The second may also come late enough to find that nothing has changed.
  expect(won.length).toBeGreaterThanOrEqual(1);
  for (const reason of refused) expect(reason).toMatchObject({ code: 'NIGHTLY_LOCKED' });
  expect(await recentRuns(database.url)).toHaveLength(won.length);
});

test('a snapshot published by hand is as good as one of the job', async () => {
  const slot = new Date();
  expect(dueAt(slot, await history(database.url, exportsDir))).toEqual(slot);
  await publish({ url: database.url, exportsDir });
  expect(dueAt(slot, await history(database.url, exportsDir))).toBeNull();
});
