import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { described } from '../../src/store/describe.js';
import { migrate, migrationsList, pendingMigrations } from '../../src/store/migrate.js';
import { emptyDatabase, type TestDatabase } from '../support/database.js';

const all = migrationsList.map((migration) => migration.name);
let database: TestDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterAll(() => database.drop());

async function query<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

test('what is pending is told without changing anything', async () => {
  expect(await pendingMigrations(database.url)).toEqual(all);
  expect(await pendingMigrations(database.url)).toEqual(all);
});

test('three processes that migrate at once apply each migration once', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
  expect(runs.flatMap((run) => run.applied)).toEqual(all);
  expect(await pendingMigrations(database.url)).toEqual([]);
});

test('the database has exactly the columns that the declarations describe', async () => {
  const types = { _int4: 'json', int4: 'integer', int8: 'integer', bool: 'boolean', timestamptz: 'instant' };
  const rows = await query<{ table: string; column: string; nullable: boolean; type: string }>(
    `SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS nullable, udt_name AS type
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'`,
  );
  const found = rows.map(({ type, ...row }) => ({
    ...row,
    kind:
      (types as Record<string, string>)[type] ?? type.replace('jsonb', 'json').replace('tsvector', 'search'),
  }));
  const declared = [...described.values()].flatMap((table) =>
    table.columns.map(({ name, nullable, kind }) => ({ table: table.name, column: name, nullable, kind })),
  );
  const sorted = (list: { table: string; column: string }[]) =>
    list.sort((a, b) => `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`));
  expect(sorted(found)).toEqual(sorted(declared));
});

test('every word list and every sentence of the declarations is in the database', async () => {
  const checks = await query<{ name: string; rule: string }>(
    "SELECT conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE contype = 'c'",
  );
  const comments = await query<{ table: string; column: string; about: string }>(
    `SELECT c.relname AS table, a.attname AS column, d.description AS about
       FROM pg_description d JOIN pg_class c ON c.oid = d.objoid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid WHERE d.objsubid > 0`,
  );
  for (const table of described.values()) {
    for (const column of table.columns.filter((one) => one.about)) {
      const comment = comments.find((one) => one.table === table.name && one.column === column.name);
      expect(comment?.about).toBe(column.about);
      if (!column.words) continue;
      const rule = checks.find((check) => check.name === `${table.name}_${column.name}_word`)?.rule ?? '';
      expect([...rule.matchAll(/'([^']+)'/g)].map(([, word]) => word)).toEqual(column.words);
    }
  }
});

test('every published table logs its changes', async () => {
  const rows = await query<{ table: string; count: string }>(
    `SELECT tgrelid::regclass::text AS table, count(*) AS count FROM pg_trigger
      WHERE tgname LIKE 'log\\_%' GROUP BY 1`,
  );
  const logged = rows.filter((row) => Number(row.count) === 3).map((row) => row.table);
  const published = [...described.values()].filter((table) => table.published).map((table) => table.name);
  expect(logged.sort()).toEqual(published.sort());
});

test('a migration that fails leaves nothing behind', async () => {
  const other = await emptyDatabase();
  const client = new pg.Client({ connectionString: other.url });
  await client.connect();
  try {
    // One table of the initial migration is in the way, so the migration stops near its end.
    await client.query('CREATE TABLE seed_state (id boolean)');
    await expect(migrate(other.url)).rejects.toThrow(/seed_state/);
    const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    expect(rows.map((row) => row.tablename).filter((name) => name !== 'migration')).toEqual(['seed_state']);
    expect(await pendingMigrations(other.url)).toEqual(all);
  } finally {
    await client.end();
    await other.drop();
  }
});
