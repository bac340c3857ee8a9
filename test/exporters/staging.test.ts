// The staging folder where two publishers of two databases were given one EXPORTS_DIR.
import { mkdtemp, readdir, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Staging } from '../../src/exporters/staging.js';

let exportsDir: string;

beforeEach(async () => {
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-staging-'));
});

afterEach(() => rm(exportsDir, { recursive: true, force: true }));

test('what a killed run has left is cleared away by the next', async () => {
  await (await Staging.start(exportsDir)).write('csv/wards.csv', 'id\r\n');
  const next = await Staging.start(exportsDir);
  await next.discard();
  expect(await readdir(exportsDir)).toEqual([]);
});

test('a run whose folder another has cleared away stops, and writes into nothing of the other', async () => {
  const first = await Staging.start(exportsDir);
  await first.write('csv/wards.csv', 'id\r\n');
  const second = await Staging.start(exportsDir);
  await expect(first.write('csv/parties.csv', 'id\r\n')).rejects.toThrow('ENOENT');
  await second.write('csv/wards.csv', 'id,name\r\n');
  await second.publish(exportsDir, 'second');
  expect(await readdir(join(exportsDir, 'snapshots', 'second', 'csv'))).toEqual(['wards.csv']);
});

test('a snapshot one of whose files has gone is not published', async () => {
  const staging = await Staging.start(exportsDir);
  await staging.write('csv/wards.csv', 'id\r\n');
  const [folder = ''] = await readdir(exportsDir);
  await unlink(join(exportsDir, folder, 'csv', 'wards.csv'));
  await expect(staging.publish(exportsDir, 'id')).rejects.toThrow('csv/wards.csv is not whole any more');
});
