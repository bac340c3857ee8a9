// The seeds' own snapshot by every validator, and nine broken ones that they have to catch.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../../src/jobs/publish.js';
import { KeySet } from '../../src/validators/key-set.js';
import { openSnapshot } from '../../src/validators/snapshot-folder.js';
import { failures, type Report, validate, validators } from '../../src/validators/validate.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { mutants, mutate } from './mutants.js';

const profiles = [process.env.OPEN_MOTIONS_PROFILES, '../shared/profiles'].find(
  (path) => path && existsSync(join(path, 'datapackage.2.0.json')),
);
const frictionless = existsSync('test/conformance/frictionless/node_modules');

let database: TestDatabase;
let exportsDir: string;
let folder: string;

beforeAll(async () => {
  database = await seededDatabase();
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-validate-'));
  ({ folder } = await publish({ url: database.url, exportsDir }));
}, 120_000);

afterAll(async () => {
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

const status = (report: Report, name: string) =>
  report.receipts.find(({ validator }) => validator === name)?.status;

describe('the snapshot of the seeds', () => {
  test('is valid by every validator that is at hand; the others are skipped and say what they lack', async () => {
    const report = await validate(await openSnapshot(folder), { profiles });
    expect(failures(report)).toEqual([]);
    const skipped = report.receipts.filter((receipt) => receipt.status === 'skipped');
    for (const { note } of skipped) expect(note).toMatch(/--profiles|npm ci|no Parquet/);
    const ran = report.receipts.filter((receipt) => receipt.status === 'passed');
    for (const { checked, sha256 } of ran)
      expect([checked, sha256]).toEqual([
        expect.stringMatching(/\d|cff/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
    expect(ran.map(({ validator }) => validator)).toEqual(
      expect.arrayContaining(['hashes', 'rows', 'duckdb-csv']),
    );
  }, 120_000);

  test('is checked each night by what needs no heavy tool; the rest says that it was not run', async () => {
    const report = await validate(await openSnapshot(folder), { nightly: true });
    expect(failures(report)).toEqual([]);
    const heavy = validators.filter(({ nightly }) => !nightly).map(({ name }) => name);
    expect(heavy.map((name) => status(report, name))).toEqual(heavy.map(() => 'not_run'));
    expect(status(report, 'data-package')).toBe('skipped');
  });

  test('is refused where it is none', async () => {
    await expect(openSnapshot(tmpdir())).rejects.toThrow('expected a snapshot with a manifest.json');
  });
});

/**
 * Which validators catch which fault: the table of what each is good for. The CSV on the Web reader takes any
 * eight digits for a date, checks no keys and takes the columns by their places.
 */
const caughtBy: Record<string, string[]> = {
  'impossible date': ['rows', 'table-schema', 'duckdb-csv'],
  'dangling key': ['rows', 'table-schema', 'duckdb-csv'],
  'duplicate key': ['rows', 'table-schema', 'duckdb-csv', 'csvw'],
  'ragged row': ['rows', 'table-schema', 'duckdb-csv', 'csvw'],
  'swapped headers': ['rows', 'table-schema', 'duckdb-csv', 'csvw'],
  'invalid UTF-8': ['rows', 'table-schema', 'duckdb-csv', 'csvw'],
  'lost row': ['rows', 'table-schema', 'duckdb-csv', 'csvw'],
  'pattern break': ['rows', 'table-schema', 'duckdb-csv', 'csvw'],
  'changed byte': ['hashes'],
};

// The others read descriptions, which no mutant touches.
const ofTheRows = ['hashes', 'rows', 'table-schema', 'duckdb-csv', 'csvw'];

describe('a snapshot with a fault', () => {
  test.each(mutants)(
    '($name) is caught, and it is known by which validators',
    async (mutant) => {
      const broken = await mutate(folder, join(exportsDir, 'mutant', mutant.name), mutant);
      const report = await validate(await openSnapshot(broken), { profiles, only: ofTheRows });
      const there = (name: string) => {
        if (name === 'table-schema') return frictionless;
        return name === 'csvw' ? profiles !== undefined : true;
      };
      expect(failures(report).map(({ validator }) => validator)).toEqual(
        caughtBy[mutant.name]?.filter(there),
      );
      await rm(broken, { recursive: true });
    },
    120_000,
  );
});

test('a set of ids knows every id it was given, and hardly ever another', () => {
  const ids = new KeySet();
  const id = (n: number) => `clause/council-${n % 380}/2023-03-${n % 28}/motion-${n}/2.b.${n % 12}`;
  for (let n = 0; n < 200_000; n += 1) ids.add(id(n));
  let found = 0;
  let wrong = 0;
  for (let n = 0; n < 200_000; n += 1) {
    found += ids.has(id(n)) ? 1 : 0;
    wrong += ids.has(id(n + 200_000)) ? 1 : 0;
  }
  expect([found, wrong]).toEqual([200_000, 0]);
});
