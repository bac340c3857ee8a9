import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { printCatalogue } from '../../src/store/catalogue.js';
import { described } from '../../src/store/describe.js';
import { emptyDatabase, testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let printed: string;

beforeAll(async () => {
  database = await testDatabase();
  printed = await printCatalogue(database.url);
});

afterAll(() => database?.drop());

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('the printed catalogue', () => {
  test('rebuilds the same schema from nothing', async () => {
    const copy = await emptyDatabase();
    try {
      await run(copy.url, printed);
      expect(await printCatalogue(copy.url)).toBe(printed);
    } finally {
      await copy.drop();
    }
  });

  test('holds every table and column with the sentence of its declaration', () => {
    for (const table of described.values()) {
      expect(printed).toContain(`COMMENT ON TABLE ${table.name} IS '${table.about}';`);
      for (const { name, about } of table.columns.filter((column) => !column.hidden)) {
        expect(printed).toContain(`COMMENT ON COLUMN ${table.name}.${name} IS '${about}';`);
      }
    }
  });

  test('is in the order of names, so that a change shows as a diff of its own lines', () => {
    const tables = [...printed.matchAll(/^CREATE TABLE (\w+) \($/gm)].map(([, name]) => name);
    expect(tables).toEqual([...tables].sort());
    expect(tables).toHaveLength(described.size);
  });

  test('leaves out the migrator’s own list', () => {
    expect(printed).not.toContain('migration (');
  });

  test.each([
    ['a column', 'ALTER TABLE ward ADD COLUMN extra text', '  extra text'],
    ['a default', 'ALTER TABLE ward ALTER COLUMN seats SET DEFAULT 3', '  seats integer DEFAULT 3'],
    [
      'a constraint',
      'ALTER TABLE ward ADD CONSTRAINT few CHECK (seats < 9)',
      'CONSTRAINT few CHECK ((seats < 9))',
    ],
    [
      'an index',
      'CREATE INDEX by_seats ON ward (seats)',
      'CREATE INDEX by_seats ON ward USING btree (seats);',
    ],
    ['a comment', "COMMENT ON COLUMN ward.seats IS 'changed'", "COMMENT ON COLUMN ward.seats IS 'changed';"],
    [
      'a dropped trigger',
      'DROP TRIGGER log_insert ON ward',
      'CREATE TRIGGER log_insert AFTER INSERT ON ward ',
    ],
  ])('changes with %s', async (_what, sql, line) => {
    const copy = await testDatabase();
    try {
      await run(copy.url, sql);
      const changed = await printCatalogue(copy.url);
      expect([printed.includes(line), changed.includes(line)].sort()).toEqual([false, true]);
    } finally {
      await copy.drop();
    }
  });
});
