// What happened last to motions: of all, or of those of a council, on a review, or that ask something on a
// theme or of an addressee. Steps without a date are left out, since nobody knows how late they were.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { motionStage, outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import { opening } from './latest-motions.js';

/** Which motions are meant; all where null. */
export interface EventScope {
  readonly kind: 'council' | 'review' | 'theme' | 'organisation';
  readonly id: string;
}

/** A step in the life of a motion, with the motion it belongs to. */
export interface LatestEvent {
  readonly id: string;
  readonly stage: Word<typeof motionStage>;
  readonly outcome: Word<typeof outcome> | null;
  readonly occurredOn: string;
  readonly precision: Precision;
  readonly body: string | null;
  readonly note: string | null;
  readonly motion: string;
  readonly title: string | null;
  /** What its first clause says, in our words or its own, where no source gives a title. */
  readonly opening: string | null;
  readonly date: string | null;
  readonly motionPrecision: Precision;
  readonly council: { readonly id: string; readonly shortName: string };
}

/** The latest dated steps, newest first. */
export async function latestEvents(
  db: Kysely<Database>,
  scope: EventScope | null,
  limit: number,
): Promise<readonly LatestEvent[]> {
  const { rows } = await sql<LatestEvent>`
    SELECT e.id, e.stage, e.outcome, e.occurred_on AS "occurredOn", e.date_precision AS precision,
      b.name AS body, e.note, m.id AS motion, m.title, ${opening} AS opening, m.date, m.date_precision AS "motionPrecision",
      json_build_object('id', c.id, 'shortName', c.short_name) AS council
    FROM motion_event e JOIN motion m ON m.id = e.motion_id JOIN council c ON c.id = m.council_id
    LEFT JOIN body b ON b.id = e.body_id
    WHERE e.occurred_on IS NOT NULL AND ${scope === null ? sql`true` : within[scope.kind](scope.id)}
    ORDER BY e.occurred_on DESC NULLS LAST, e.id LIMIT ${limit}`.execute(db);
  return rows;
}

const within: Readonly<Record<EventScope['kind'], (id: string) => RawBuilder<unknown>>> = {
  council: (id) => sql`m.council_id = ${id}`,
  // A suggestion is nobody’s reading yet, so it brings no motion into a review’s news.
  review: (id) => sql`m.id IN (SELECT motion_id FROM review_motion WHERE review_id = ${id})
    AND EXISTS (SELECT FROM clause cl JOIN citation ci ON ci.clause_id = cl.id
      WHERE cl.motion_id = m.id AND ci.review_id = ${id} AND ci.review_state NOT IN ('suggested', 'retired') OFFSET 0)`,
  theme: (id) => sql`m.id IN (SELECT cl.motion_id FROM ask_theme k JOIN ask a ON a.id = k.ask_id
    JOIN clause cl ON cl.id = a.clause_id WHERE k.theme_id = ${id} AND a.review_state NOT IN ('suggested', 'retired'))`,
  organisation: (id) => sql`m.id IN (SELECT cl.motion_id FROM ask a JOIN clause cl ON cl.id = a.clause_id
    WHERE a.addressee_id = ${id} AND a.review_state NOT IN ('suggested', 'retired'))`,
};
