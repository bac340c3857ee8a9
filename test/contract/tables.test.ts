// schema/tables: one Frictionless table schema per published table, as committed.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { publishedTables } from '../../src/exporters/table.js';
import { tableSchema } from '../../src/exporters/table-schema.js';

test('there is one file per published table and no other', async () => {
  const files = (await readdir('schema/tables')).sort();
  expect(files).toEqual(publishedTables.map((table) => `${table.name}.json`).sort());
});

describe.each(publishedTables)('$name', (table) => {
  test('is committed as its table schema, every column with a sentence', async () => {
    const schema = JSON.parse(await readFile(join('schema/tables', `${table.name}.json`), 'utf8'));
    expect(schema).toEqual({ name: table.name, description: table.about, ...tableSchema(table) });
    for (const field of schema.fields) expect(field.description).toMatch(/^[A-Z].*\.$/s);
  });
});
