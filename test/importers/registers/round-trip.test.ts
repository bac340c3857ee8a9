// Whatever small record is made up, what it says in an interchange format survives an empty store, byte for byte.
// `npm run bench -- round-trip` makes many more.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { interchangeFormats } from '../../../src/exporters/interchange-formats.js';
import { importFiles } from '../../../src/importers/import-files.js';
import { openStore } from '../../../src/store/store.js';
import { writing } from '../../../src/store/write.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { randomRecord } from './random-record.js';
import { roundTrip } from './round-trip.js';

let databases: TestDatabase[];
let folder: string;

beforeAll(async () => {
  databases = [await testDatabase(), await testDatabase()];
  folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
}, 120_000);
afterAll(async () => {
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true });
});

test.each(['popolo', 'ocd'] as const)(
  '%s of a made-up record comes back as it was',
  async (format) => {
    const [from = '', to = ''] = databases.map(({ url }) => url);
    const tools = { interchangeFormats, importFiles, openStore, writing };
    await fc.assert(
      fc.asyncProperty(randomRecord, async (record) => {
        const { rejected, out, again } = await roundTrip(tools, { from, to, folder }, record, format);
        expect(rejected).toEqual([]);
        expect(again).toBe(out);
      }),
      { numRuns: 3 },
    );
  },
  60_000,
);
