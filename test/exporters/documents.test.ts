// What describes a snapshot to programs and to people: it names every file and column, nothing of one machine
// or moment, and is valid by the official profiles where those are at hand.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseYaml } from 'yaml';
import { changesText } from '../../src/exporters/changes.js';
import { type Manifest, manifestOf } from '../../src/exporters/manifest.js';
import type { FileFacts } from '../../src/exporters/staging.js';
import { publishedTables } from '../../src/exporters/table.js';
import { publish } from '../../src/jobs/publish.js';
import { fillWorld } from '../audits/world.js';
import { testDatabase } from '../support/database.js';
import { type Resource, readCsv, readJson } from './snapshot-files.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let exportsDir: string;
let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-documents-'));
  ({ folder } = await publish({ url: database.url, exportsDir }));
  manifest = await readJson<Manifest>(folder, 'manifest.json');
});

afterAll(async () => {
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

const text = (path: string) => readFile(join(folder, path), 'utf8');
const dataFiles = () => manifest.files.filter((file) => file.rows !== undefined);

test.each([
  ...['datapackage.json', 'csv/csv-metadata.json', 'dataset.jsonld', 'catalog.jsonld', 'CITATION.cff'],
  ...['README.md', 'LICENCE.md', 'PRIVACY.md', 'CHANGES.md'],
])('%s names no snapshot, no time of publication and no machine', async (path) => {
  const written = await text(path);
  expect(written).not.toMatch(/\d{4}-\d\d-\d\dT\d{6}Z|localhost|127\.0\.0\.1|undefined|\[object/);
  expect(written.endsWith('\n')).toBe(true);
});

describe('csv-metadata.json', () => {
  interface Table {
    url: string;
    tableSchema: {
      columns: { name: string; titles: string; datatype: unknown; required?: boolean }[];
      primaryKey: string[];
      foreignKeys?: { columnReference: string; reference: { resource: string; columnReference: string } }[];
    };
  }
  const tables = async () => (await readJson<{ tables: Table[] }>(folder, 'csv/csv-metadata.json')).tables;

  test('describes every CSV file with the columns of its header', async () => {
    const described = await tables();
    const found = (await readdir(join(folder, 'csv'))).filter((name) => name.endsWith('.csv'));
    expect(described.map(({ url }) => url).sort()).toEqual(found.sort());
    for (const { url, tableSchema } of described) {
      const { header } = await readCsv(folder, `csv/${url}`);
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
      expect(header).toEqual(expect.arrayContaining(tableSchema.primaryKey));
    }
  });

  test('types every column, and points only at tables and columns that are there', async () => {
    const described = await tables();
    const clauses = described.find(({ url }) => url === 'clauses.csv')?.tableSchema;
    const column = (name: string) => clauses?.columns.find((each) => each.name === name);
    expect(column('seq')).toMatchObject({ datatype: 'integer', required: true });
    expect(column('stance')?.datatype).toMatchObject({
      base: 'string',
      format: expect.stringMatching(/^\^\(.*\|.*\)\$$/),
    });
    expect(column('parent_id')).not.toHaveProperty('required');
    expect(clauses?.foreignKeys).toContainEqual({
      columnReference: 'motion_id',
      reference: { resource: 'motions.csv', columnReference: 'id' },
    });
    const known = new Set(described.map(({ url }) => url));
    const targets = described.flatMap(({ tableSchema }) => tableSchema.foreignKeys ?? []);
    expect(targets.filter(({ reference }) => !known.has(reference.resource))).toEqual([]);
  });
});

test('both catalogues list every data file with its size and hash', async () => {
  const schemaOrg = await readJson<{ distribution: Record<string, string>[] }>(folder, 'dataset.jsonld');
  expect(schemaOrg.distribution.map((each) => [each.contentUrl, each.contentSize, each.sha256])).toEqual(
    dataFiles().map((file) => [file.path, `${file.bytes} B`, file.sha256]),
  );
  const dcat = await readJson<Catalogue>(folder, 'catalog.jsonld');
  const listed = dcat['dcat:dataset']['dcat:distribution'];
  expect(listed.map((each) => each['dcat:downloadURL']['@id'])).toEqual(dataFiles().map((file) => file.path));
});

interface Catalogue {
  'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[] };
}

test('PRIVACY.md names every column that tells something of a person', async () => {
  const written = await text('PRIVACY.md');
  for (const table of publishedTables) {
    const line = written.split('\n').find((each) => each.startsWith(`- \`${table.name}\`:`)) ?? '';
    const personal = table.columns.filter((column) => column.personal).map((column) => `\`${column.name}\``);
    expect(line.match(/`\w+`/g)?.slice(1) ?? []).toEqual(personal);
  }
});

test('CHANGES.md tells which tables gained or lost rows since the snapshot before', () => {
  const facts = (rows: number): FileFacts[] => [
    { path: 'csv/wards.csv', table: 'wards', rows, bytes: 1, sha256: '' },
  ];
  const before = manifestOf(facts(2), { version: 1, asOf: null }, null, { shrink_percent: 2 });
  expect(changesText(facts(3), undefined)).toContain('There is no snapshot before this one.');
  expect(changesText(facts(2), before)).toContain('Every table has as many rows as in the snapshot before.');
  expect(changesText(facts(3), before)).toContain('| wards | 2 | 3 |');
});

const profiles = [process.env.OPEN_MOTIONS_PROFILES, '../shared/profiles'].find(
  (path) => path && existsSync(join(path, 'datapackage.2.0.json')),
);
const named = profiles ? describe : describe.skip;

named('by the official profiles (skipped where ../shared/profiles is missing)', () => {
  async function validator(profile: string) {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    // A hint for forms, not a rule.
    ajv.addFormat('textarea', true);
    return ajv.compile(await readJson<object>(String(profiles), profile));
  }

  test('datapackage.json is valid, with all its resources and schemas', async () => {
    const { resources } = await readJson<{ resources: Resource[] }>(folder, 'datapackage.json');
    const schemas = resources.flatMap(({ schema }) => schema ?? []);
    for (const [profile, values] of [
      ['datapackage.2.0.json', [await readJson(folder, 'datapackage.json')]],
      ['dataresource.2.0.json', resources],
      ['tableschema.2.0.json', schemas],
    ] as const) {
      const validate = await validator(profile);
      for (const value of values) {
        validate(value);
        expect(validate.errors ?? []).toEqual([]);
      }
      expect(validate({ name: 'neither resources nor path nor fields' })).toBe(false);
    }
  });

  test('CITATION.cff is valid', async () => {
    const validate = await validator('cff-schema.json');
    const parsed = parseYaml(await text('CITATION.cff')) as object;
    validate(parsed);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...parsed, authors: [] })).toBe(false);
  });
});
