// What follows from written rows is derived in the transaction that wrote them, by the pure rules of
// the domain: a motion’s stage and outcome.
import type pg from 'pg';
import { type EventFacts, standing } from '../domain/outcome.js';

interface MotionEvents {
  motion: string;
  events: EventFacts[];
}

// The revision log of this transaction names the motions whose events it touched.
const touched = `
  WITH mine AS (
    SELECT r.record_id, r.before FROM revision r JOIN data_version v ON r.data_version = v.version
    WHERE v.last_transaction = pg_current_xact_id()::text AND r.entity = 'motion_event'
  ), motions AS (
    SELECT e.motion_id AS id FROM mine JOIN motion_event e ON e.id = mine.record_id
    UNION SELECT before ->> 'motion_id' FROM mine WHERE before ? 'motion_id'
  )
  SELECT m.id AS motion, coalesce(json_agg(json_build_object(
      'id', e.id, 'seq', e.seq, 'stage', e.stage, 'occurredOn', e.occurred_on,
      'precision', e.date_precision, 'authoritative', e.authoritative, 'outcome', e.outcome
    )) FILTER (WHERE e.id IS NOT NULL), '[]') AS events
  FROM motions JOIN motion m USING (id) LEFT JOIN motion_event e ON e.motion_id = m.id GROUP BY m.id`;

const update = `
  UPDATE motion m SET current_stage = d.stage, current_outcome = d.outcome,
    outcome_since = d.since::date, deciding_event_id = d.deciding_event
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    AS d(id, stage, outcome, since, deciding_event)
  WHERE m.id = d.id AND (m.current_stage, m.current_outcome, m.outcome_since, m.deciding_event_id)
    IS DISTINCT FROM (d.stage, d.outcome, d.since::date, d.deciding_event)`;

/** Brings the derived columns of every motion whose events this transaction touched up to date. */
export async function deriveStandings(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<MotionEvents>(touched);
  if (rows.length === 0) return;
  const standings = rows.map((row) => standing(row.events));
  await client.query(update, [
    rows.map((row) => row.motion),
    standings.map((state) => state.stage),
    standings.map((state) => state.outcome),
    standings.map((state) => state.since),
    standings.map((state) => state.decidingEvent),
  ]);
}
