// The database of the benchmark: one that DATABASE_URL names, or a generated one of its own. What only the
// peers need stands in the schema `bench`: positions already derived (so that they have the easier task)
// and a search function.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { comparison as Comparison } from '../../../src/store/queries/comparison.ts';
import type { Store } from '../../../src/store/store.ts';

const dist = (path: string) => import(new URL(`../../../dist/${path}`, import.meta.url).href);

/** A database to measure on. */
export interface BenchDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** The database of DATABASE_URL, else an embedded one filled by `generate`. */
export async function benchDatabase(scale: string): Promise<BenchDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, close: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-bench-'));
  // As root the database runs under another account, which has to reach the folder.
  await chmod(folder, 0o755);
  const { openEmbedded } = await dist('store/embedded.js');
  const embedded = await openEmbedded({
    dataDir: folder,
    log: () => {},
    settings: { max_connections: '200' },
  });
  const close = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const env = { ...process.env, DATABASE_URL: embedded.url };
  try {
    for (const command of [['migrate'], ['generate', '--scale', scale]]) {
      await promisify(execFile)(process.execPath, ['dist/cli.js', ...command], { env });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { url: embedded.url, close };
}

/** What the questions are asked of. */
export interface Asked {
  readonly councils: readonly string[];
  readonly review: string;
  readonly compared: readonly string[];
  readonly words: readonly string[];
}

const councilsCompared = 33;
const reviews = `SELECT review_id AS id FROM citation GROUP BY 1 ORDER BY count(*), 1`;
const councils = `SELECT c.id FROM council c JOIN coverage v ON v.council_id = c.id AND v.review_id = $1
  ORDER BY (v.result = 'found') DESC, c.id LIMIT ${councilsCompared}`;

const tables = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  CREATE TABLE bench.cell (n int PRIMARY KEY, review_id text REFERENCES review, recommendation_id text REFERENCES recommendation,
    council_id text REFERENCES council, evidence_state text, direction text, basis text, strength text, scope text);
  CREATE TABLE bench.evidence (cell int REFERENCES bench.cell, n int, clause_id text REFERENCES clause, motion_id text REFERENCES motion,
    event_id text REFERENCES motion_event, source_id text REFERENCES source, PRIMARY KEY (cell, n));
  CREATE INDEX ON bench.cell (review_id, n);
  CREATE FUNCTION bench.search_clause(words text) RETURNS SETOF clause LANGUAGE sql STABLE AS $$
    SELECT s.* FROM clause s WHERE s.search @@ websearch_to_tsquery('english', words)
    ORDER BY (ts_rank(s.search, websearch_to_tsquery('english', words)) * 1000000)::bigint DESC, s.id DESC $$;`;

async function derive(store: Store, review: string, compared: readonly string[]): Promise<void> {
  const { comparison } = (await dist('store/queries/comparison.js')) as { comparison: typeof Comparison };
  const matrix = await comparison(store.db, { review, councils: compared });
  const cells = (matrix?.rows ?? []).flatMap((row) => row.cells);
  const cellRows = cells.map(({ position, ...cell }, n) => ({
    ...{ n, review_id: review, recommendation_id: cell.recommendation, council_id: cell.council },
    ...{ evidence_state: cell.evidenceState, direction: position?.direction, basis: position?.basis },
    ...{ strength: position?.strength, scope: position?.scope },
  }));
  const evidence = cells.flatMap(({ position }, cell) =>
    (position?.evidence ?? []).map((each, n) => ({
      ...{ cell, n, clause_id: each.clause, motion_id: each.motion, event_id: each.event },
      source_id: each.source,
    })),
  );
  await fill(store.pool, 'bench.cell', cellRows);
  await fill(store.pool, 'bench.evidence', evidence);
}

async function fill(pool: pg.Pool, table: string, rows: readonly object[]): Promise<void> {
  await pool.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
  await pool.query(`ANALYZE ${table}`);
}

/** Makes what the peers need and says what the questions are asked of. */
export async function prepare(url: string): Promise<Asked> {
  const { openStore } = await dist('store/store.js');
  const store: Store = openStore(url, { max: 2 });
  try {
    const ids = async (sql: string, values: unknown[] = []) =>
      (await store.pool.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
    const cited = await ids(reviews);
    const review = cited[Math.floor(cited.length / 2)] as string;
    const compared = await ids(councils, [review]);
    await store.pool.query(tables);
    await derive(store, review, compared);
    return {
      councils: await ids('SELECT id FROM council ORDER BY id LIMIT 100'),
      review,
      compared,
      words: await searches(store.pool),
    };
  } finally {
    await store.close();
  }
}

// A number and the word behind it, as clauses state them: neither rare nor everywhere.
async function searches(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ words: string }>(`
    SELECT DISTINCT (regexp_match(summary, '([0-9]{3,} [a-z]{5,})'))[1] AS words
    FROM (SELECT summary FROM clause WHERE summary ~ '[0-9]{3,} [a-z]{5,}' ORDER BY id LIMIT 2000) s
    ORDER BY 1 LIMIT 8`);
  return rows.map(({ words }) => words);
}

/** Takes away what was made for the peers. */
export async function tidy(url: string): Promise<void> {
  const { openStore } = await dist('store/store.js');
  const store: Store = openStore(url, { max: 1 });
  await store.pool.query('DROP SCHEMA IF EXISTS bench CASCADE');
  await store.close();
}
