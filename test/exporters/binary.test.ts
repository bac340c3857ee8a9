// The formats that are not text: Parquet, SQLite and the archive of everything, read back and held to the JSON of
// the same snapshot.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Manifest } from '../../src/exporters/manifest.js';
import { sqlitePath } from '../../src/exporters/sqlite.js';
import { publishedTables } from '../../src/exporters/table.js';
import { publish } from '../../src/jobs/publish.js';
import { fillWorld } from '../audits/world.js';
import { testDatabase } from '../support/database.js';
import { readJson } from './snapshot-files.js';

type Row = Record<string, unknown>;

let database: Awaited<ReturnType<typeof testDatabase>>;
let exportsDir: string;
let folder: string;
let sqlite: DatabaseSync;

beforeAll(async () => {
  database = await testDatabase();
  await fillWorld(database.url);
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-binary-'));
  ({ folder } = await publish({ url: database.url, exportsDir }));
  sqlite = new DatabaseSync(join(folder, sqlitePath), { readOnly: true });
}, 240_000);

afterAll(async () => {
  sqlite?.close();
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

async function parquetFile(name: string): Promise<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = await readFile(join(folder, `parquet/${name}.parquet`));
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

describe.each(publishedTables)('$name', ({ name, columns, key }) => {
  test('holds the rows of its JSON in Parquet, typed', async () => {
    const expected = (await readJson<Row[]>(folder, `json/${name}.json`)).map((row) =>
      Object.fromEntries(columns.map(({ name: column, type }) => [column, typed(row[column], type)])),
    );
    expect(await parquetReadObjects({ file: await parquetFile(name) })).toEqual(expected);
  });

  test('says in Parquet which columns may be null, and describes itself', async () => {
    const { schema, key_value_metadata: own } = parquetMetadata(await parquetFile(name));
    expect(schema.slice(1).map((element) => [element.name, element.repetition_type])).toEqual(
      columns.map(({ name: column, nullable }) => [column, nullable ? 'OPTIONAL' : 'REQUIRED']),
    );
    const [text] = own ?? [];
    expect(JSON.parse(String(text?.value)).fields.map((field: Row) => field.description)).toEqual(
      columns.map(({ about }) => about),
    );
  });

  test('holds the same rows in SQLite, by its key, with what its columns mean', async () => {
    const expected = (await readJson<Row[]>(folder, `json/${name}.json`)).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          typeof value === 'boolean' ? Number(value) : value,
        ]),
      ),
    );
    const order = key.map((column) => `"${column}"`).join(', ');
    const rows = sqlite.prepare(`SELECT * FROM "${name}" ORDER BY ${order}`).all();
    expect(rows.map((row) => ({ ...row }))).toEqual(expected);
    const described = sqlite
      .prepare('SELECT name, description FROM "_columns" WHERE table_name = ? ORDER BY position')
      .all(name);
    expect(described.map((row) => Object.values(row))).toEqual(
      columns.map((column) => [column.name, column.about]),
    );
  });
});

function typed(value: unknown, type: string): unknown {
  if (value === null || (type !== 'date' && type !== 'datetime')) return value;
  return new Date(String(value));
}

test('SQLite finds every key and reference whole, and refuses what is not of its type or list', () => {
  expect(sqlite.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const own = new DatabaseSync(':memory:');
  for (const { sql } of sqlite.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').all()) {
    own.exec(String(sql));
  }
  expect(() =>
    own.exec("INSERT INTO votes VALUES ('vote/x', 'event/x', 'councillor/x', 'perhaps')"),
  ).toThrow();
  expect(() => own.exec("INSERT INTO themes VALUES (NULL, 'name', NULL)")).toThrow();
  own.close();
});

test('all.zip holds every other file of the snapshot, each whole, and no time', async () => {
  const { files } = await readJson<Manifest>(folder, 'manifest.json');
  const zip = new ZipReader(new Uint8ArrayReader(await readFile(join(folder, 'all.zip'))), {
    checkSignature: true,
  });
  const entries = await zip.getEntries();
  expect(entries.map((entry) => entry.filename)).toEqual(
    [...files.map((file) => file.path), 'manifest.json', 'SHA256SUMS', 'validation/report.json'].sort(),
  );
  for (const entry of entries) {
    if (entry.directory) throw new Error('a folder of its own is not expected');
    const content = await entry.getData(new Uint8ArrayWriter());
    expect(Buffer.from(content).equals(await readFile(join(folder, entry.filename)))).toBe(true);
    expect(entry.rawLastModDate).toBe(0x00210000);
  }
  await zip.close();
});

test('the manifest lists Parquet and SQLite with their hashes, and leaves out the archive that holds it', async () => {
  const { files } = await readJson<Manifest>(folder, 'manifest.json');
  const listed = files.filter((file) => /\.(parquet|sqlite)$/.test(file.path));
  expect(listed.map((file) => file.path)).toEqual(
    [...publishedTables.map(({ name }) => `parquet/${name}.parquet`), sqlitePath].sort(),
  );
  for (const { path, bytes, sha256 } of listed) {
    const content = await readFile(join(folder, path));
    expect([bytes, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
  }
  expect(files.some((file) => file.path === 'all.zip')).toBe(false);
});
