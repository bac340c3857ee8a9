// The contracts under schema/ are what the code says today: refresh them by `npm run -s cli -- schema` and
// review the difference.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { committedContracts, contracts, writeContracts } from '../../src/contracts.js';
import { testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let generated: Map<string, string>;
let committed: Map<string, string>;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  generated = await contracts(database.url);
  committed = await committedContracts('schema');
  folder = await mkdtemp(join(tmpdir(), 'open-motions-contracts-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database?.drop();
});

test('no contract is missing and none is left over', () => {
  expect([...committed.keys()].sort()).toEqual([...generated.keys()].sort());
});

test('every committed contract is the generated one', () => {
  const stale = [...generated].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path);
  expect(stale).toEqual([]);
});

test('the command writes what is missing, mends what differs, removes what is left over', async () => {
  await cp('schema', folder, { recursive: true });
  await rm(join(folder, 'database.sql'), { force: true });
  await writeFile(join(folder, 'tables', 'wards.json'), '{}\n');
  await writeFile(join(folder, 'tables', 'no_such_table.json'), '{}\n');
  const written = await writeContracts({ url: database.url, folder });
  expect(written).toEqual(
    expect.arrayContaining(['database.sql', 'tables/no_such_table.json', 'tables/wards.json']),
  );
  expect(await committedContracts(folder)).toEqual(generated);
  expect(await writeContracts({ url: database.url, folder })).toEqual([]);
});

test('what is written by hand stays', async () => {
  const byHand = join(folder, 'by-hand.graphql');
  await writeFile(byHand, '{ __typename }\n');
  await writeContracts({ url: database.url, folder });
  expect(await readFile(byHand, 'utf8')).toBe('{ __typename }\n');
});
