// DuckDB reads the canonical CSV files strictly with stated types, and the Parquet files beside them, and asks
// of them in SQL what their description promises. It has been seen to answer no rows and no error for a file
// it could not read, so rows are always counted.
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnType, type PublishedTable, publishedTables } from '../exporters/table.js';
import { lacking, optionalPackage, type SnapshotFolder, type Validator } from './validator.js';

interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowsJson(): unknown[][] }>;
}

interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
  version(): string;
}

const types: Record<ColumnType, string> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMPTZ',
};

const packageName = '@duckdb/node-api';

/** Strict typed reading of every CSV file, with keys, references, words, patterns and row counts. */
export const duckdbCsv: Validator = {
  name: 'duckdb-csv',
  checks: 'DuckDB reads every CSV file in strict mode with its types, counts its rows and follows its keys.',
  nightly: false,
  run: (snapshot) =>
    withDuckDb(async (ask, tool) => {
      const problems: string[] = [];
      for (const table of publishedTables) problems.push(...(await load(ask, snapshot, table)));
      for (const table of publishedTables) problems.push(...(await checkTable(ask, table)));
      const checked = `${publishedTables.length} CSV files`;
      return { tool, checked, sha256: snapshot.manifest.content_sha256, problems };
    }),
};

/** Parquet read back by another author's reader than the writer's, row by row next to the CSV. */
export const duckdbParquet: Validator = {
  name: 'duckdb-parquet',
  checks: 'DuckDB reads every Parquet file, which holds exactly the rows of the CSV file.',
  nightly: false,
  run: (snapshot) =>
    withDuckDb(async (ask, tool) => {
      const there = publishedTables.filter(({ name }) => existsSync(join(snapshot.folder, parquet(name))));
      if (there.length === 0) return { skipped: 'the snapshot has no Parquet files' };
      const problems = publishedTables
        .filter((table) => !there.includes(table))
        .map(({ name }) => `${parquet(name)}: expected a file, got none`);
      for (const table of there) {
        await load(ask, snapshot, table);
        problems.push(...(await compareParquet(ask, snapshot, table)));
      }
      const checked = `${there.length} Parquet files`;
      return { tool, checked, sha256: snapshot.manifest.content_sha256, problems };
    }),
};

type Ask = (sql: string) => Promise<unknown[][]>;

async function withDuckDb(work: (ask: Ask, tool: string) => ReturnType<Validator['run']>) {
  const duckdb = await optionalPackage<DuckDb>(packageName);
  if (!duckdb) return lacking(packageName);
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    const ask: Ask = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
    await ask("SET TimeZone = 'UTC'");
    return await work(ask, `DuckDB ${duckdb.version()}`);
  } finally {
    instance.closeSync();
  }
}

// Every table exists afterwards, also an unreadable one, so that the checks of the others can go on.
async function load(ask: Ask, snapshot: SnapshotFolder, table: PublishedTable): Promise<string[]> {
  const path = `csv/${table.name}.csv`;
  const columns = table.columns.map(({ name, type }) => `${text(name)}: ${text(types[type])}`).join(', ');
  const header = await headerOf(join(snapshot.folder, path));
  const expected = table.columns.map(({ name }) => name).join();
  const problems = header === expected ? [] : [`${path}: expected the header ${expected}, got ${header}`];
  const options =
    "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', " +
    'strict_mode = true, null_padding = false, ignore_errors = false, max_line_size = 100000000';
  const from = `read_csv(${text(join(snapshot.folder, path))}, ${options}, columns = {${columns}})`;
  try {
    await ask(`CREATE TABLE ${id(table.name)} AS FROM ${from}`);
  } catch (error) {
    await ask(
      `CREATE TABLE ${id(table.name)} (${table.columns.map(({ name, type }) => `${id(name)} ${types[type]}`).join(', ')})`,
    );
    return [...problems, `${path}: ${firstLines((error as Error).message)}`];
  }
  const stated = snapshot.manifest.files.find((file) => file.path === path)?.rows;
  const [[count] = []] = await ask(`SELECT count(*) FROM ${id(table.name)}`);
  if (Number(count) !== stated) problems.push(`${path}: expected ${stated} rows, got ${count}`);
  return problems;
}

async function checkTable(ask: Ask, table: PublishedTable): Promise<string[]> {
  const problems: string[] = [];
  const tell = async (what: string, sql: string) => {
    const rows = await ask(`${sql} LIMIT 5`);
    problems.push(...rows.map((row) => `csv/${table.name}.csv: ${what}: ${row.join(' ')}`));
  };
  const [name, key] = [id(table.name), table.key.map(id).join(', ')];
  await tell('this key stands there twice', `SELECT ${key} FROM ${name} GROUP BY ALL HAVING count(*) > 1`);
  for (const column of table.columns) {
    const cell = id(column.name);
    const where = (condition: string) => `SELECT ${key} FROM ${name} WHERE ${condition}`;
    if (!column.nullable) await tell(`${column.name} is empty`, where(`${cell} IS NULL`));
    if (column.words)
      await tell(
        `${column.name} is no word of its list`,
        where(`${cell} NOT IN (${column.words.map(text).join(', ')})`),
      );
    if (column.pattern)
      await tell(
        `${column.name} has another form`,
        where(`NOT regexp_matches(${cell}, ${text(column.pattern)})`),
      );
    if (column.references)
      await tell(
        `${column.name} leads nowhere`,
        `SELECT ${cell} FROM ${name} ANTI JOIN (SELECT id AS "the id" FROM ${id(column.references)}) ON ${cell} = "the id" WHERE ${cell} IS NOT NULL`,
      );
  }
  return problems;
}

async function compareParquet(
  ask: Ask,
  { folder }: SnapshotFolder,
  table: PublishedTable,
): Promise<string[]> {
  const path = parquet(table.name);
  const columns = table.columns.map(({ name }) => id(name)).join(', ');
  const file = `SELECT ${columns} FROM read_parquet(${text(join(folder, path))})`;
  const csv = `SELECT ${columns} FROM ${id(table.name)}`;
  try {
    const described = await ask(`DESCRIBE FROM read_parquet(${text(join(folder, path))})`);
    const names = described.map(([name]) => name).join();
    const expected = table.columns.map(({ name }) => name).join();
    const differs = await ask(
      `SELECT count(*) FROM ((${file} EXCEPT ALL ${csv}) UNION ALL (${csv} EXCEPT ALL ${file}))`,
    );
    return [
      ...(names === expected ? [] : [`${path}: expected the columns ${expected}, got ${names}`]),
      ...(Number(differs[0]?.[0]) === 0 ? [] : [`${path}: ${differs[0]?.[0]} rows are not those of the CSV`]),
    ];
  } catch (error) {
    return [`${path}: ${firstLines((error as Error).message)}`];
  }
}

// DuckDB takes the names it is told and skips the header unread.
async function headerOf(path: string): Promise<string> {
  let start = '';
  for await (const chunk of createReadStream(path, { end: 65_535 })) start += String(chunk);
  return start.split('\r\n', 1)[0] ?? '';
}

const parquet = (name: string) => `parquet/${name}.parquet`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const id = (name: string) => `"${name.replaceAll('"', '""')}"`;
const firstLines = (message: string) => message.split('\n').slice(0, 3).join(' ');
