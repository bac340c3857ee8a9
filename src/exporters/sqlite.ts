// sqlite/open-motions.sqlite: every table in one file that needs no server, with types, keys and references, and
// with the descriptions of tables and columns as two more tables. Rows come in the order of their key, so that
// the file is filled from front to back and is the same for the same data and the same release of SQLite.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { PublishError } from '../errors.js';
import type { Cell } from '../formats/format.js';
import type { Exporter } from './exporter.js';
import type { Staging } from './staging.js';
import {
  type ColumnType,
  type PublishedColumn,
  type PublishedTable,
  publishedTables,
  schemaVersion,
} from './table.js';

/** Where the database file stands in a snapshot. */
export const sqlitePath = 'sqlite/open-motions.sqlite';

const types: Record<ColumnType, string> = {
  string: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  date: 'TEXT',
  datetime: 'TEXT',
};

// Nobody reads the file before it is whole, and a failed run throws it away: no journal is needed.
const settings = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA page_size = 8192; PRAGMA cache_size = -16000; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY`;

/** Writes all tables as one SQLite file. */
export function sqliteExporter(staging: Staging): Exporter {
  let database: DatabaseSync | undefined;
  let insert: StatementSync | undefined;
  let total = 0;
  const open = async () => {
    database ??= await begin(await staging.reserve(sqlitePath));
    return database;
  };
  return {
    async setUp(table) {
      const slots = table.columns.map(() => '?').join(', ');
      insert = (await open()).prepare(`INSERT INTO "${table.name}" VALUES (${slots})`);
    },
    async feed(rows) {
      for (const row of rows.cells()) insert?.run(...row.map(stored));
    },
    async finish(count) {
      total += count;
    },
    async close() {
      database?.exec('COMMIT');
      database?.close();
      await staging.adopt(sqlitePath, { rows: total });
    },
  };
}

function stored(cell: Cell): string | number | null {
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

async function begin(path: string): Promise<DatabaseSync> {
  // Loaded only here: a Node that was built without SQLite can still do everything else.
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    throw new PublishError(
      'PUBLISH_FAILED',
      'Expected a Node with SQLite (node:sqlite), got one built without it.',
    );
  });
  const database = new DatabaseSync(path);
  database.exec(settings);
  database.exec('BEGIN');
  for (const table of publishedTables) database.exec(createTable(table));
  describe(database);
  return database;
}

/** The statement that makes a published table in SQLite. */
export function createTable({ name, columns, key }: PublishedTable): string {
  const lines = [
    ...columns.map(column),
    `PRIMARY KEY (${key.map(quoted).join(', ')})`,
    ...columns.flatMap(({ name: from, references }) =>
      references ? [`FOREIGN KEY (${quoted(from)}) REFERENCES ${quoted(references)} ("id")`] : [],
    ),
  ];
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n) STRICT, WITHOUT ROWID`;
}

function column({ name, type, nullable, words }: PublishedColumn): string {
  const list = words?.map((word) => `'${word}'`).join(', ');
  const check = type === 'boolean' ? '0, 1' : list;
  return [
    `${quoted(name)} ${types[type]}`,
    ...(nullable ? [] : ['NOT NULL']),
    ...(check ? [`CHECK (${quoted(name)} IN (${check}))`] : []),
  ].join(' ');
}

function describe(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE "_tables" ("name" TEXT PRIMARY KEY, "description" TEXT NOT NULL, "schema_version" TEXT NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE TABLE "_columns" ("table_name" TEXT NOT NULL REFERENCES "_tables" ("name"), "position" INTEGER NOT NULL,
      "name" TEXT NOT NULL, "type" TEXT NOT NULL, "description" TEXT NOT NULL, "personal" INTEGER NOT NULL,
      PRIMARY KEY ("table_name", "position")) STRICT, WITHOUT ROWID`);
  const table = database.prepare('INSERT INTO "_tables" VALUES (?, ?, ?)');
  const line = database.prepare('INSERT INTO "_columns" VALUES (?, ?, ?, ?, ?, ?)');
  for (const { name, about, columns } of publishedTables) {
    table.run(name, about, schemaVersion);
    columns.forEach(({ name: own, type, about: meaning, personal }, n) => {
      line.run(name, n + 1, own, type, meaning, Number(personal));
    });
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}
