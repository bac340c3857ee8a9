// What a comparison rests on, read by one statement. It comes as flat rows of three kinds: PostgreSQL takes
// several times as long to nest the same as JSON.
import { type Kysely, sql } from 'kysely';
import type { EventFacts } from '../../domain/outcome.js';
import type { CitationFacts, CouncilFacts, MotionFacts } from '../../domain/position.js';
import type { Database } from '../tables.js';
import type { ComparisonQuestion } from './comparison.js';

interface Asked {
  readonly publishedOn: string | null;
  readonly councils: readonly { id: string; coverage: CouncilFacts['coverage'] }[];
  readonly recommendations: readonly string[];
}

/** A motion that cites the review, with its council. */
export interface CitingMotion extends MotionFacts {
  readonly council: string;
  readonly events: EventFacts[];
  readonly citations: CitationFacts[];
}

/** What a comparison rests on. */
export interface Facts extends Asked {
  readonly motions: readonly CitingMotion[];
}

type MotionRow = { kind: 'motion' } & Omit<CitingMotion, 'events' | 'citations'>;
type EventRow = { kind: 'event'; motion: string } & EventFacts;
type CitationRow = { kind: 'citation'; motion: string } & CitationFacts;
type FactRow = { kind: 'review'; asked: Asked } | MotionRow | EventRow | CitationRow;

/** The facts of a comparison; null where no such review is recorded. */
export async function comparisonFacts(
  db: Kysely<Database>,
  question: ComparisonQuestion,
): Promise<Facts | null> {
  const { rows } = await statement(question).execute(db);
  let asked: Asked | undefined;
  const motions = new Map<string, CitingMotion>();
  for (const row of rows) {
    if (row.kind === 'review') asked = row.asked;
    else if (row.kind === 'motion') motions.set(row.id, motionOf(row));
    else if (row.kind === 'event') motions.get(row.motion)?.events.push(row);
    else motions.get(row.motion)?.citations.push(row);
  }
  return asked ? { ...asked, motions: [...motions.values()] } : null;
}

const motionOf = ({ id, council, isAmendment, textStatus }: MotionRow): CitingMotion => ({
  ...{ id, council, isAmendment, textStatus },
  events: [],
  citations: [],
});

// Rows of a kind follow those they belong to, and leave the columns of other kinds empty.
function statement(question: ComparisonQuestion) {
  const { review } = question;
  const councils = question.councils ? [...question.councils] : null;
  const recommendations = question.recommendations ? [...question.recommendations] : null;
  return sql<FactRow>`
    WITH asked AS (
      SELECT c.id, c.short_name, v.result FROM council c
      LEFT JOIN coverage v ON v.council_id = c.id AND v.review_id = ${review}
      WHERE CASE WHEN ${councils}::text[] IS NULL THEN v.id IS NOT NULL ELSE c.id = ANY (${councils}::text[]) END
    ), citing AS MATERIALIZED (
      SELECT m.id, m.council_id, m.kind, m.text_status FROM review_motion k JOIN motion m ON m.id = k.motion_id
      WHERE k.review_id = ${review} AND k.council_id IN (SELECT id FROM asked)
    )
    SELECT 'review' AS kind, json_build_object(
        'publishedOn', r.published_on,
        'councils', (SELECT coalesce(json_agg(json_build_object('id', id, 'coverage', result)
            ORDER BY short_name, id), '[]') FROM asked),
        'recommendations', (SELECT coalesce(json_agg(n.id ORDER BY n.number_sort NULLS LAST, n.slug), '[]')
            FROM recommendation n WHERE n.review_id = r.id
              AND (${recommendations}::text[] IS NULL OR n.id = ANY (${recommendations}::text[])))) AS asked,
      NULL AS motion, NULL AS id, NULL AS council, NULL::boolean AS "isAmendment", NULL AS "textStatus",
      NULL::int AS seq, NULL AS stage, NULL::date AS "occurredOn", NULL AS precision,
      NULL::boolean AS authoritative, NULL AS outcome, NULL AS recommendation, NULL AS clause,
      NULL::int AS "clauseSeq", NULL AS wording, NULL AS source, NULL AS direction, NULL AS basis,
      NULL AS strength, NULL AS scope, NULL AS "reviewState"
    FROM review r WHERE r.id = ${review}
    UNION ALL
    SELECT 'motion', NULL, NULL, m.id, m.council_id, m.kind = 'amendment', m.text_status,
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM citing m
    UNION ALL
    SELECT 'event', NULL, e.motion_id, e.id, NULL, NULL, NULL,
      e.seq, e.stage, e.occurred_on, e.date_precision, e.authoritative, e.outcome,
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM citing m JOIN motion_event e ON e.motion_id = m.id
    UNION ALL
    SELECT 'citation', NULL, cl.motion_id, ci.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      ci.recommendation_id, cl.id, cl.seq, cl.wording, cl.source_id, ci.direction, ci.basis, ci.strength,
      ci.scope, ci.review_state
    FROM citing m JOIN clause cl ON cl.motion_id = m.id
      JOIN citation ci ON ci.clause_id = cl.id AND ci.review_id = ${review}`;
}
