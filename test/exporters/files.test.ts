// One snapshot of the test world, read back and compared with the database it was made from.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Manifest } from '../../src/exporters/manifest.js';
import { everyFile } from '../../src/exporters/staging.js';
import { type PublishedColumn, type PublishedTable, publishedTables } from '../../src/exporters/table.js';
import { restore } from '../../src/formats/spreadsheet.js';
import { publish } from '../../src/jobs/publish.js';
import { fillWorld, motion } from '../audits/world.js';
import { testDatabase } from '../support/database.js';
import { type Resource, readCsv, readJson, readLines } from './snapshot-files.js';

interface NestedClause {
  id: string;
  clauses: NestedClause[];
}

interface NestedMotion {
  clauses: NestedClause[];
}

let database: Awaited<ReturnType<typeof testDatabase>>;
let exportsDir: string;
let folder: string;
let resources: Resource[];
let nested: Resource[];

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-files-'));
  ({ folder } = await publish({ url: database.url, exportsDir }));
  const all = (await readJson<{ resources: Resource[] }>(folder, 'datapackage.json')).resources;
  resources = all.filter((resource) => resource.schema);
  nested = all.filter((resource) => !resource.schema);
});

afterAll(async () => {
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

// Asked of the database in its own words, so that nothing of the exporter is used to check it.
function asText({ name, type }: PublishedColumn): string {
  if (type !== 'datetime') return `coalesce("${name}"::text, '') AS "${name}"`;
  return `coalesce(to_char("${name}" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') AS "${name}"`;
}

async function stored(table: PublishedTable): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const order = table.key.map((column) => `"${column}" COLLATE "C"`).join(', ');
  const { rows } = await client.query<Record<string, string>>(
    `SELECT ${table.columns.map(asText).join(', ')} FROM "${table.stored}" ORDER BY ${order}`,
  );
  await client.end();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, normal(value)])),
  );
}

function normal(value: string): string {
  return value.replace(/\r\n?/g, '\n').normalize('NFC');
}

describe.each(publishedTables.filter((table) => table.stored))('$name', (table) => {
  test('holds every row of the database, value by value, by key in byte order', async () => {
    const { rows } = await readCsv(folder, `csv/${table.name}.csv`);
    expect(rows).toEqual(await stored(table));
  });
});

describe.each(publishedTables)('$name', ({ name }) => {
  test('has the same columns in CSV, JSON, JSON Lines and datapackage.json, and the same values', async () => {
    const { header, rows } = await readCsv(folder, `csv/${name}.csv`);
    const objects = await readJson<Record<string, unknown>[]>(folder, `json/${name}.json`);
    expect(await readLines(folder, `jsonl/${name}.jsonl`)).toEqual(objects);
    const fields = resources.find((resource) => resource.name === name)?.schema.fields ?? [];
    expect(fields.map((field) => field.name)).toEqual(header);
    for (const object of objects) expect(Object.keys(object)).toEqual(header);
    const cells = objects.map((object) =>
      Object.fromEntries(
        Object.entries(object).map(([key, value]) => [key, value === null ? '' : String(value)]),
      ),
    );
    expect(cells).toEqual(rows);
  });

  test('keeps to the types, words and required columns that datapackage.json states', async () => {
    const objects = await readJson<Record<string, unknown>[]>(folder, `json/${name}.json`);
    const fields = resources.find((resource) => resource.name === name)?.schema.fields ?? [];
    for (const { name: column, type, description, constraints } of fields) {
      expect(description).toMatch(/\.$/);
      for (const object of objects) expect(fits(object[column], type, constraints)).toBe(true);
    }
  });
});

const forms: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string' && value !== '',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  datetime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value)),
};

function fits(
  value: unknown,
  type: string,
  constraints: { required?: boolean; enum?: string[] } = {},
): boolean {
  if (value === null) return !constraints.required;
  return forms[type]?.(value) === true && (!constraints.enum || constraints.enum.includes(String(value)));
}

test('every table has a file in each format, also an empty one', async () => {
  const names = publishedTables.map((table) => table.name);
  for (const format of ['csv', 'json', 'jsonl']) {
    const found = await readdir(join(folder, format));
    expect(found).toEqual(expect.arrayContaining(names.map((name) => `${name}.${format}`)));
  }
  const sheets = await readdir(join(folder, 'spreadsheet'));
  expect(sheets).toEqual(expect.arrayContaining(names.map((name) => `${name}.csv`)));
  expect(await readFile(join(folder, 'csv/follow_up_sources.csv'), 'utf8')).toBe(
    'follow_up_id,source_id\r\n',
  );
  expect(await readFile(join(folder, 'json/follow_up_sources.json'), 'utf8')).toBe('[]\n');
});

test('the spreadsheet edition gives back every canonical cell', async () => {
  for (const { name } of publishedTables) {
    const { header, rows } = await readCsv(folder, `spreadsheet/${name}.csv`);
    const restored = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, restore(value)])),
    );
    expect({ header, rows: restored }).toEqual(await readCsv(folder, `csv/${name}.csv`));
  }
});

test('a nested motion holds all that belongs to it, its clauses as a tree', async () => {
  const [whole, amendment] = (await readLines(folder, 'jsonl/motions.nested.jsonl')) as NestedMotion[];
  expect((await readCsv(folder, 'csv/motions.csv')).rows).toHaveLength(2);
  expect(amendment).toMatchObject({ amends_id: `motion/${motion}`, clauses: [] });
  expect(whole).toMatchObject({
    id: `motion/${motion}`,
    source_ids: ['source/minutes'],
    people: [],
    clauses: [{ address: '1', asks: [], clauses: [{ address: '1.a', clauses: [] }] }],
  });
  const clauses = await readCsv(folder, 'csv/clauses.csv');
  const placed = (list: NestedClause[]): string[] =>
    list.flatMap((each) => [each.id, ...placed(each.clauses)]);
  expect(placed(whole?.clauses ?? [])).toEqual(clauses.rows.map((row) => row.id));
});

test('what hangs on a motion is in the nested file as often as in its table', async () => {
  const text = await readFile(join(folder, 'jsonl/motions.nested.jsonl'), 'utf8');
  for (const table of [
    'motion_people',
    'motion_events',
    'clauses',
    'asks',
    'citations',
    'claims',
    'follow_ups',
  ]) {
    for (const { id } of (await readCsv(folder, `csv/${table}.csv`)).rows) {
      expect(text.split(`{"id":${JSON.stringify(id)},`)).toHaveLength(2);
    }
  }
});

test('every foreign key of datapackage.json holds in the files, and every key is unique', async () => {
  const files = new Map(
    await Promise.all(
      resources.map(async ({ name, path }) => [name, (await readCsv(folder, path)).rows] as const),
    ),
  );
  for (const { name, schema } of resources) {
    const keys = (files.get(name) ?? []).map((row) =>
      schema.primaryKey.map((column) => row[column]).join('\t'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(
        files.get(reference.resource ?? name)?.map((row) => row[reference.fields[0] ?? '']),
      );
      const values = (files.get(name) ?? [])
        .map((row) => row[fields[0] ?? ''])
        .filter((value) => value !== '');
      expect(values.filter((value) => !known.has(value))).toEqual([]);
    }
  }
});

test('the manifest tells the size, hash and rows of every file but itself and what stands on it', async () => {
  const manifest = await readJson<Manifest>(folder, 'manifest.json');
  const all = (await readdir(folder, { recursive: true })).filter((path) => /\.\w+$|SUMS$/.test(path));
  const told = everyFile(manifest.files);
  expect(told.map((file) => file.path).sort()).toEqual(
    all
      .filter((path) => !['manifest.json', 'SHA256SUMS', 'all.zip', 'validation/report.json'].includes(path))
      .sort(),
  );
  for (const file of told) {
    const bytes = await readFile(join(folder, file.path));
    expect([file.bytes, file.sha256]).toEqual([
      bytes.length,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
  }
  for (const file of manifest.files.filter((each) => each.path.startsWith('csv/') && each.table)) {
    const { header, rows } = await readCsv(folder, file.path);
    expect([file.rows, file.columns]).toEqual([rows.length, header.length]);
  }
});

test('beside every data file stand compressed siblings of the same bytes, without time or name', async () => {
  const { files } = await readJson<Manifest>(folder, 'manifest.json');
  for (const { path, rows, encodings } of files) {
    const [gzip, brotli] = encodings ?? [];
    const isCompressed = rows !== undefined && !path.endsWith('.parquet');
    expect([path, encodings?.length ?? 0]).toEqual([path, isCompressed ? 2 : 0]);
    if (!gzip || !brotli) continue;
    const plain = await readFile(join(folder, path));
    const zipped = await readFile(join(folder, gzip.path));
    expect([gzip.path, brotli.path]).toEqual([`${path}.gz`, `${path}.br`]);
    expect(gunzipSync(zipped).equals(plain)).toBe(true);
    expect(brotliDecompressSync(await readFile(join(folder, brotli.path))).equals(plain)).toBe(true);
    // Flags, four bytes of time, and an unknown operating system.
    expect([...zipped.subarray(3, 8), zipped[9]]).toEqual([0, 0, 0, 0, 0, 255]);
  }
});

test('the id is made of the manifest’s hash, and sha256sum agrees with every sum', async () => {
  const manifest = await readFile(join(folder, 'manifest.json'));
  const hash = createHash('sha256').update(manifest).digest('hex');
  expect(folder).toMatch(new RegExp(`/snapshots/\\d{4}-\\d\\d-\\d\\dT\\d{6}Z-${hash.slice(0, 8)}$`));
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  expect(sums).toContain(`${hash}  manifest.json\n`);
  await promisify(execFile)('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder });
});

test('datapackage.json names bytes and hash of each file, and nothing of one snapshot or machine', async () => {
  expect(nested.map((resource) => resource.path)).toEqual(['jsonl/motions.nested.jsonl']);
  for (const { path, bytes, hash } of [...resources, ...nested]) {
    const file = await readFile(join(folder, path));
    expect([bytes, hash]).toEqual([file.length, `sha256:${createHash('sha256').update(file).digest('hex')}`]);
  }
  const text = await readFile(join(folder, 'datapackage.json'), 'utf8');
  expect(text).not.toMatch(/\d{8}-|T\d{6}Z|fieldsMatch|"list"|localhost|127\.0\.0\.1/);
});

test('the data dictionary names every table, column and word list', async () => {
  const text = await readFile(join(folder, 'README.md'), 'utf8');
  for (const table of publishedTables) {
    expect(text).toContain(`### ${table.name}\n`);
    for (const column of table.columns) expect(text).toContain(`| ${column.about} |`);
  }
  expect(text).toContain('- `carried_as_amended`: Agreed with amendments.');
});
