// The derived columns of a motion, recomputed by the rule that derives them.
import { type Kysely, sql } from 'kysely';
import { type EventFacts, type Standing, standing } from '../domain/outcome.js';
import { batches } from '../store/cursor.js';
import type { Database } from '../store/tables.js';

interface Motion {
  id: string;
  stored: Standing;
  events: EventFacts[];
}

const motions = sql<Motion>`
  SELECT m.id, json_build_object('stage', m.current_stage, 'outcome', m.current_outcome,
      'since', m.outcome_since, 'decidingEvent', m.deciding_event_id) AS stored,
    (SELECT coalesce(json_agg(json_build_object(
        'id', e.id, 'seq', e.seq, 'stage', e.stage, 'occurredOn', e.occurred_on,
        'precision', e.date_precision, 'authoritative', e.authoritative, 'outcome', e.outcome)), '[]')
      FROM motion_event e WHERE e.motion_id = m.id) AS events
  FROM motion m ORDER BY m.id COLLATE "C"`;

/** The ids of motions whose stored stage or outcome is not what their events give. Needs a transaction. */
export async function standingAgrees(db: Kysely<Database>): Promise<string[]> {
  const broken: string[] = [];
  for await (const batch of batches(db, motions)) {
    broken.push(...batch.filter((motion) => differs(motion)).map((motion) => motion.id));
  }
  return broken;
}

function differs({ stored, events }: Motion): boolean {
  const derived = standing(events);
  return (['stage', 'outcome', 'since', 'decidingEvent'] as const).some(
    (key) => stored[key] !== derived[key],
  );
}
