// Retention in a folder of snapshots: what is over goes, whenever the run that removes it is cut short.
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { markGone, readGone } from '../../src/exporters/gone.js';
import { publish } from '../../src/jobs/publish.js';
import { prune } from '../../src/jobs/retention.js';
import { testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let exportsDir: string;
let newest: string;
const ids: string[] = [];

// Snapshots of the same data, as if they had been published long ago: an id ends in the hash of its manifest.
beforeAll(async () => {
  database = await testDatabase();
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-retention-'));
  newest = (await publish({ url: database.url, exportsDir })).id;
  for (const date of ['2025-01-05', '2025-01-06', '2025-01-07']) {
    const old = `${date}T020000Z-${newest.slice(-8)}`;
    await cp(join(exportsDir, 'snapshots', newest), join(exportsDir, 'snapshots', old), { recursive: true });
    ids.push(old);
  }
}, 120_000);

afterAll(async () => {
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

const index = async () => JSON.parse(await readFile(join(exportsDir, 'index.json'), 'utf8'));
const folders = async () => (await readdir(join(exportsDir, 'snapshots'))).sort();
const kept = () => [String(ids[0]), newest].sort();

test('a snapshot said to be gone is neither listed nor counted, and removed by the next run', async () => {
  await markGone(exportsDir, [
    { path: `snapshots/${ids[1]}`, reason: 'retention', at: '2025-05-01T02:00:00Z' },
  ]);
  await rm(join(exportsDir, 'snapshots', String(ids[1]), 'csv'), { recursive: true });
  const lines: string[] = [];
  expect(await prune({ url: database.url, exportsDir, log: (line) => lines.push(line) })).toBe(1);
  expect(lines).toEqual(['retention: 1 of 3 snapshots removed']);
  expect(await folders()).toEqual(kept());
});

test('what is over is listed as gone with the hash that the next one names, and the rule is told', async () => {
  const { snapshots, gone, latest, retention, last_attempt } = await index();
  expect(snapshots.map((snapshot: { id: string }) => snapshot.id).sort()).toEqual(kept());
  expect(gone).toEqual(await readGone(exportsDir));
  expect(gone.map(({ path }: { path: string }) => path)).toEqual([
    `snapshots/${ids[1]}`,
    `snapshots/${ids[2]}`,
  ]);
  expect(gone[1].manifest_sha256.slice(0, 8)).toBe(newest.slice(-8));
  expect([latest, last_attempt.result]).toEqual([newest, 'published']);
  expect(retention).toBe('Each snapshot is kept for 90 days, the first of each month for ever.');
});

test('nothing more goes the second time', async () => {
  expect(await prune({ url: database.url, exportsDir })).toBe(0);
  expect(await folders()).toEqual(kept());
});
