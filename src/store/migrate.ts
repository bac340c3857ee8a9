// Bringing a database to the shape this release needs: an awaited step of its own, all or nothing,
// one process at a time. Two migrators without the lock were seen to fail three times out of three.
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { StoreError } from '../errors.js';
import { deriveAllCells, lacksCells } from './derive-cells.js';
import { Initial } from './migrations/20261121-initial.js';
import { AskList } from './migrations/20261125-ask-list.js';
import { ChangeReason } from './migrations/20261125-change-reason.js';
import { JobRuns } from './migrations/20261125-job-run.js';
import { MatrixCells } from './migrations/20261125-matrix-cell.js';
import { MatrixCellWords } from './migrations/20261125-matrix-cell-words.js';
import { Registers } from './migrations/20261125-registers.js';
import { RevisionStarts } from './migrations/20261125-revision-start.js';
import { SearchWord } from './migrations/20261125-search-word.js';
import { SuggestedThemes } from './migrations/20261125-suggested-theme.js';
import { TextMatches } from './migrations/20261125-text-match.js';
import { tables } from './tables.js';

/** Every migration, in the order in which they are applied. */
export const migrationsList = [
  { name: '20261121-initial', class: Initial },
  { name: '20261125-change-reason', class: ChangeReason },
  { name: '20261125-search-word', class: SearchWord },
  { name: '20261125-text-match', class: TextMatches },
  { name: '20261125-ask-list', class: AskList },
  { name: '20261125-job-run', class: JobRuns },
  { name: '20261125-registers', class: Registers },
  { name: '20261125-revision-start', class: RevisionStarts },
  { name: '20261125-matrix-cell', class: MatrixCells },
  { name: '20261125-suggested-theme', class: SuggestedThemes },
  { name: '20261125-matrix-cell-words', class: MatrixCellWords },
];
const lockKey = 720_231_121;
const oldest = 15;

function openMigrator(url: string): MikroORM {
  return new MikroORM({
    entities: [...tables],
    clientUrl: url,
    extensions: [Migrator],
    migrations: {
      migrationsList,
      tableName: 'migration',
      snapshot: false,
      disableForeignKeys: false,
      silent: true,
    },
  });
}

async function withMigrator<T>(url: string, work: (orm: MikroORM) => Promise<T>): Promise<T> {
  const orm = openMigrator(url);
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version_num') AS version",
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < oldest) {
    throw new StoreError('DATABASE_UNSUPPORTED', `expected PostgreSQL ${oldest} or later, got ${major}`);
  }
}

/** Applies what is pending, in one transaction, holding a lock that other processes wait for. */
export async function migrate(
  url: string,
  log: (line: string) => void = () => {},
): Promise<{ applied: string[] }> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await refuseOldServer(lock);
    await lock.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const done = await withMigrator(url, (orm) => orm.migrator.up());
    const applied = done.map((migration) => migration.name);
    await fillCells(lock);
    log(applied.length ? `applied ${applied.join(', ')}` : 'nothing to migrate');
    return { applied };
  } finally {
    await lock.end();
  }
}

// Of a record that was there before its cells were kept. All or nothing, and asked again at every migration.
async function fillCells(client: pg.Client): Promise<void> {
  if (!(await lacksCells(client))) return;
  await client.query('BEGIN');
  await deriveAllCells(client);
  await client.query('COMMIT');
}

/** The names of the migrations this database still lacks. Changes nothing. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: found } = await client.query("SELECT to_regclass('migration') AS name");
    const applied = found[0]?.name
      ? await client.query<{ name: string }>('SELECT name FROM migration')
      : { rows: [] };
    const names = new Set(applied.rows.map((row) => row.name));
    return migrationsList.map((migration) => migration.name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}
