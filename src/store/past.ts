// The record as it stood at an earlier data version, from what the revision log remembers. In one session each table
// that has changed since is covered by a view of the same name, so that whatever reads the record reads the past
// without knowing it; nothing stored is touched, and the views end with the session.
import pg from 'pg';
import { description } from './describe.js';
import { copied, type Reading } from './reading.js';
import { dbOf, openStore } from './store.js';
import type { TableName } from './tables.js';

/** Runs work on the record as it stood at a data version, whatever is written meanwhile. */
export async function readingPast<T>(
  url: string,
  version: number,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  const store = openStore(url, { max: 1 });
  try {
    const client = await store.pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await coverChanged(client, version);
      return await work({ db: dbOf(client), copy: (query) => copied(client, query) });
    } finally {
      // Closed instead of given back: with the session end its views.
      client.release(true);
    }
  } finally {
    await store.close();
  }
}

async function coverChanged(client: pg.ClientBase, version: number): Promise<void> {
  const { rows } = await client.query<{ entity: TableName }>(
    'SELECT DISTINCT entity FROM revision WHERE data_version > $1 ORDER BY entity',
    [version],
  );
  const changed = rows.map(({ entity }) => entity);
  for (const table of changed) await cover(client, table, version);
  if (changed.some((table) => decideCiting.has(table))) await client.query(coverCiting);
}

async function cover(client: pg.ClientBase, table: TableName, version: number): Promise<void> {
  const { key } = description(table);
  const id = key.map((column) => `r.${pg.escapeIdentifier(column)}`).join(" || ' ' || ");
  const past = pg.escapeIdentifier(`past_${table}`);
  await client.query(`CREATE TEMP TABLE ${past} ON COMMIT DROP AS ${rowsThen(table, id, version)}`);
  await client.query(`CREATE INDEX ON ${past} (record_id); ANALYZE ${past}`);
  const stored = `public.${pg.escapeIdentifier(table)}`;
  await client.query(`CREATE TEMP VIEW ${pg.escapeIdentifier(table)} AS
    SELECT r.* FROM ${stored} r WHERE NOT EXISTS (SELECT FROM ${past} p WHERE p.record_id = ${id})
    UNION ALL SELECT (p.past_row).* FROM ${past} p WHERE p.was_there`);
}

// Of each record that the log names since: whether it was there, and its row. The first time it came or went since
// tells that; what it held is the row that went, or the one that is there, with the oldest words of each column that
// changed before it went. Columns that the database makes are empty.
function rowsThen(table: TableName, id: string, version: number): string {
  const stored = `public.${pg.escapeIdentifier(table)}`;
  return `
    WITH since AS (
      SELECT seq, record_id, operation, before FROM revision
      WHERE entity = ${pg.escapeLiteral(table)} AND data_version > ${version}
    ), turn AS (
      SELECT DISTINCT ON (record_id) * FROM since WHERE operation <> 'update' ORDER BY record_id, seq
    ), held AS (
      SELECT DISTINCT ON (s.record_id, e.key) s.record_id, e.key, e.value
      FROM since s LEFT JOIN turn t USING (record_id) CROSS JOIN jsonb_each(s.before) e
      WHERE s.operation = 'update' AND (t.seq IS NULL OR s.seq < t.seq) ORDER BY s.record_id, e.key, s.seq
    ), words AS (
      SELECT record_id, jsonb_object_agg(key, value) AS columns FROM held GROUP BY record_id
    ), base AS (
      SELECT s.record_id, CASE WHEN t.record_id IS NULL THEN to_jsonb(r) ELSE t.before END AS row
      FROM (SELECT DISTINCT record_id FROM since) s LEFT JOIN turn t USING (record_id)
      LEFT JOIN ${stored} r ON t.record_id IS NULL AND ${id} = s.record_id
    )
    SELECT b.record_id, b.row IS NOT NULL AS was_there,
      jsonb_populate_record(NULL::${stored}, b.row || coalesce(w.columns, '{}')) AS past_row
    FROM base b LEFT JOIN words w USING (record_id)`;
}

// Which motions cite a review is derived and has no log of its own.
const decideCiting: ReadonlySet<TableName> = new Set(['citation', 'clause', 'motion']);

const coverCiting = `CREATE TEMP TABLE review_motion ON COMMIT DROP AS
  SELECT DISTINCT ci.review_id, m.council_id, m.id AS motion_id FROM citation ci
  JOIN clause cl ON cl.id = ci.clause_id JOIN motion m ON m.id = cl.motion_id`;
