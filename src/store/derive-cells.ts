// The cells of the matrix, kept up to date: whatever a transaction changes that the position rule reads, the cells
// of those councils and reviews are derived anew in it. The rule itself stands in domain/position.ts alone.
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { copyInto, copyLine } from './copy.js';
import { type Comparison, comparison } from './queries/comparison.js';
import { summaryOf } from './queries/matrix-cells.js';
import { dbOf } from './store.js';
import type { Database } from './tables.js';

/** A council and a review. */
interface Pair {
  readonly review: string;
  readonly council: string;
}

/** Councils whose cells of one review are derived at once. */
const batch = 30;

// What the log of this transaction names that a cell can depend on. A clause or motion that was added is known by
// its citations.
const touchedMotions = `
  WITH mine AS (
    SELECT r.entity, r.record_id, r.operation, r.before FROM revision r
    JOIN data_version v ON r.data_version = v.version AND v.last_transaction = pg_current_xact_id()::text
    WHERE r.entity IN ('citation', 'clause', 'motion', 'motion_event')
  )
  SELECT cl.motion_id AS id FROM mine JOIN citation ci ON entity = 'citation' AND ci.id = record_id
    JOIN clause cl ON cl.id = ci.clause_id
  UNION SELECT cl.motion_id FROM mine JOIN clause cl ON cl.id = before ->> 'clause_id' WHERE entity = 'citation'
  UNION SELECT cl.motion_id FROM mine JOIN clause cl ON cl.id = record_id
    WHERE entity = 'clause' AND operation = 'update'
  UNION SELECT e.motion_id FROM mine JOIN motion_event e ON e.id = record_id WHERE entity = 'motion_event'
  UNION SELECT before ->> 'motion_id' FROM mine WHERE entity <> 'citation' AND before ? 'motion_id'
  UNION SELECT record_id FROM mine WHERE entity = 'motion' AND operation <> 'insert'`;

const pairsOfMotions = `SELECT review_id AS review, council_id AS council FROM review_motion WHERE motion_id = ANY ($1)`;

const pairsBeside = `
  WITH mine AS (
    SELECT r.entity, r.record_id, r.before FROM revision r
    JOIN data_version v ON r.data_version = v.version AND v.last_transaction = pg_current_xact_id()::text
    WHERE r.entity IN ('coverage', 'recommendation')
  ), reviews AS (
    SELECT n.review_id AS id FROM mine JOIN recommendation n ON entity = 'recommendation' AND n.id = record_id
    UNION SELECT before ->> 'review_id' FROM mine WHERE entity = 'recommendation' AND before ? 'review_id'
  )
  SELECT v.review_id AS review, v.council_id AS council FROM mine JOIN coverage v ON entity = 'coverage' AND v.id = record_id
  UNION SELECT coalesce(before ->> 'review_id', v.review_id), coalesce(before ->> 'council_id', v.council_id)
    FROM mine LEFT JOIN coverage v ON v.id = record_id
    WHERE entity = 'coverage' AND before ?| ARRAY['review_id', 'council_id']
  UNION SELECT k.review_id, k.council_id FROM review_motion k JOIN reviews ON reviews.id = k.review_id
  UNION SELECT v.review_id, v.council_id FROM coverage v JOIN reviews ON reviews.id = v.review_id`;

const citing = `
  INSERT INTO review_motion (review_id, council_id, motion_id)
  SELECT DISTINCT ci.review_id, m.council_id, m.id FROM citation ci
  JOIN clause cl ON cl.id = ci.clause_id JOIN motion m ON m.id = cl.motion_id`;

/** Brings the cells that this transaction’s changes bear on up to date. */
export async function deriveCells(client: pg.ClientBase): Promise<void> {
  const { rows: motions } = await client.query<{ id: string }>(touchedMotions);
  const ids = motions.map(({ id }) => id);
  const pairs = await pairsOf(client, pairsBeside, []);
  if (ids.length > 0) {
    pairs.push(...(await pairsOf(client, pairsOfMotions, [ids])));
    await client.query('DELETE FROM review_motion WHERE motion_id = ANY ($1)', [ids]);
    await client.query(`${citing} WHERE m.id = ANY ($1)`, [ids]);
    pairs.push(...(await pairsOf(client, pairsOfMotions, [ids])));
  }
  await replaceCells(client, pairs);
}

/** Derives every cell anew, as where a record was loaded at once. */
export async function deriveAllCells(client: pg.ClientBase): Promise<void> {
  await client.query('TRUNCATE review_motion, matrix_cell');
  await client.query(citing);
  await client.query('ANALYZE review_motion');
  const all = `SELECT review_id AS review, council_id AS council FROM review_motion
    UNION SELECT review_id, council_id FROM coverage`;
  await replaceCells(client, await pairsOf(client, all, []));
}

/** Whether the cells were never derived, as right after the tables were made. */
export async function lacksCells(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(
    `SELECT EXISTS (SELECT FROM coverage UNION ALL SELECT FROM citation) AND EXISTS (SELECT FROM recommendation)
       AND NOT EXISTS (SELECT FROM matrix_cell) AS lacks`,
  );
  return rows[0]?.lacks ?? false;
}

async function pairsOf(client: pg.ClientBase, query: string, values: unknown[]): Promise<Pair[]> {
  return (await client.query<Pair>(query, values)).rows;
}

async function replaceCells(client: pg.ClientBase, pairs: readonly Pair[]): Promise<void> {
  const db = dbOf(client);
  for (const [review, members] of Map.groupBy(pairs, (pair) => pair.review)) {
    const councils = [...new Set(members.map(({ council }) => council))].sort();
    for (let at = 0; at < councils.length; at += batch) {
      await replaceBatch(client, db, review, councils.slice(at, at + batch));
    }
  }
}

// A council that was neither searched for a review nor cites it has no cells of it.
const recorded = `
  SELECT council_id AS id FROM coverage WHERE review_id = $1 AND council_id = ANY ($2)
  UNION SELECT council_id FROM review_motion WHERE review_id = $1 AND council_id = ANY ($2)`;

async function replaceBatch(
  client: pg.ClientBase,
  db: Kysely<Database>,
  review: string,
  councils: string[],
): Promise<void> {
  await client.query('DELETE FROM matrix_cell WHERE review_id = $1 AND council_id = ANY ($2)', [
    review,
    councils,
  ]);
  const { rows } = await client.query<{ id: string }>(recorded, [review, councils]);
  const answer = await comparison(db, { review, councils: rows.map(({ id }) => id) });
  if (!answer) return;
  await copyInto(client, `matrix_cell (${columns.join(', ')})`, linesOf(answer));
}

const columns = [
  'recommendation_id',
  'council_id',
  'review_id',
  'evidence_state',
  'direction',
  'basis',
  'strength',
  'scope',
  'wording_as_tabled',
  'held',
  'proposed',
  'related',
  'suggested',
  'proposed_outcomes',
];

function* linesOf({ review, rows }: Comparison): Generator<string> {
  for (const { cells } of rows) {
    for (const { council, recommendation, evidenceState, position, counts, ...more } of cells.map(
      summaryOf,
    )) {
      const { direction = null, basis = null, strength = null, scope = null } = position ?? {};
      yield copyLine([
        ...[recommendation, council, review, evidenceState, direction, basis, strength, scope],
        position?.wordingAsTabled ?? false,
        ...[counts.held, counts.proposed, counts.related, counts.suggested],
        more.proposedOutcomes.join(' '),
      ]);
    }
  }
}
