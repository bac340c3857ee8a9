// Councils × recommendations of one review, each cell by the position rule. The graph, the CSV and the
// pages all ask this one question, so they cannot disagree.
import { type Kysely, sql } from 'kysely';
import { coverageId } from '../../domain/ids.js';
import { type CellState, type CouncilFacts, cells, type MotionFacts } from '../../domain/position.js';
import type { Database } from '../tables.js';

/** The question: a review, and what to narrow the answer to. */
export interface ComparisonQuestion {
  readonly review: string;
  /** Council ids in the order wanted; left out, every council with coverage of the review, by name. */
  readonly councils?: readonly string[];
  /** Recommendation ids; left out, all of the review. */
  readonly recommendations?: readonly string[];
  /** A day, YYYY-MM-DD; left out, everything recorded counts. */
  readonly asOf?: string;
  /** Keep only the recommendations on which the councils’ cells differ. */
  readonly differencesOnly?: boolean;
}

/** One cell with the ids of what it is about. */
export interface Cell extends CellState {
  readonly council: string;
  readonly recommendation: string;
}

/** The matrix: rows by number then slug, cells in the order of `councils`. */
export interface Comparison {
  readonly review: string;
  readonly councils: readonly string[];
  /** What was searched for those of the councils that have been looked at, by coverage id. */
  readonly coverage: readonly string[];
  readonly rows: readonly { readonly recommendation: string; readonly cells: readonly Cell[] }[];
}

interface Facts {
  readonly publishedOn: string | null;
  readonly councils: readonly { id: string; coverage: CouncilFacts['coverage'] }[];
  readonly recommendations: readonly string[];
  readonly motions: readonly (MotionFacts & { council: string })[];
}

/**
 * Answers a comparison with one statement; null where no such review is recorded.
 * @throws RangeError naming the councils or recommendations that are not recorded.
 */
export async function comparison(
  db: Kysely<Database>,
  question: ComparisonQuestion,
): Promise<Comparison | null> {
  const facts = await evidence(db, question);
  if (!facts) return null;
  refuseUnknown('council', question.councils, new Set(facts.councils.map((council) => council.id)));
  refuseUnknown('recommendation', question.recommendations, new Set(facts.recommendations));
  const motions = Map.groupBy(facts.motions, ({ council }) => council);
  const councils = inOrder(facts, question.councils).map(({ id, coverage }) => {
    const known = { coverage, reviewPublishedOn: facts.publishedOn, motions: motions.get(id) ?? [] };
    return { id, coverage, cells: cells(facts.recommendations, known, question.asOf) };
  });
  const rows = facts.recommendations.map((recommendation, row) => ({
    recommendation,
    cells: councils.map((council) => ({
      council: council.id,
      recommendation,
      ...(council.cells[row] as CellState),
    })),
  }));
  return {
    review: question.review,
    councils: councils.map((council) => council.id),
    coverage: councils.flatMap(({ id, coverage }) => (coverage ? coverageId(id, question.review) : [])),
    rows: question.differencesOnly ? rows.filter((row) => differ(row.cells)) : rows,
  };
}

function refuseUnknown(noun: string, asked: readonly string[] | undefined, known: ReadonlySet<string>): void {
  const unknown = (asked ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new RangeError(`expected the id of a recorded ${noun}, got ${unknown.join(', ')}`);
  }
}

function inOrder(facts: Facts, asked: readonly string[] | undefined): Facts['councils'] {
  if (!asked) return facts.councils;
  const byId = new Map(facts.councils.map((council) => [council.id, council]));
  return [...new Set(asked)].flatMap((id) => byId.get(id) ?? []);
}

function differ(cells: readonly Cell[]): boolean {
  const readings = cells.map(({ evidenceState, position }) =>
    [
      evidenceState,
      position?.direction,
      position?.basis,
      position?.strength,
      position?.scope,
      position?.wordingAsTabled,
    ].join(),
  );
  return new Set(readings).size > 1;
}

async function evidence(db: Kysely<Database>, question: ComparisonQuestion): Promise<Facts | null> {
  const review = question.review;
  const councils = question.councils ? [...question.councils] : null;
  const recommendations = question.recommendations ? [...question.recommendations] : null;
  const { rows } = await sql<{ facts: Facts }>`
    WITH asked AS (
      SELECT c.id, c.short_name, v.result FROM council c
      LEFT JOIN coverage v ON v.council_id = c.id AND v.review_id = ${review}
      WHERE CASE WHEN ${councils}::text[] IS NULL THEN v.id IS NOT NULL ELSE c.id = ANY (${councils}::text[]) END
    ), citing AS (
      SELECT cl.motion_id, json_agg(json_build_object(
          'id', ci.id, 'recommendation', ci.recommendation_id, 'clause', cl.id, 'clauseSeq', cl.seq,
          'wording', cl.wording, 'source', cl.source_id, 'direction', ci.direction, 'basis', ci.basis,
          'strength', ci.strength, 'scope', ci.scope, 'reviewState', ci.review_state)) AS citations
      FROM review_motion k JOIN clause cl ON cl.motion_id = k.motion_id
      JOIN citation ci ON ci.clause_id = cl.id AND ci.review_id = k.review_id
      WHERE k.review_id = ${review} AND k.council_id IN (SELECT id FROM asked)
      GROUP BY cl.motion_id
    )
    SELECT json_build_object(
      'publishedOn', r.published_on,
      'councils', (SELECT coalesce(json_agg(json_build_object('id', id, 'coverage', result)
          ORDER BY short_name, id), '[]') FROM asked),
      'recommendations', (SELECT coalesce(json_agg(n.id ORDER BY n.number_sort NULLS LAST, n.slug), '[]')
          FROM recommendation n WHERE n.review_id = r.id
            AND (${recommendations}::text[] IS NULL OR n.id = ANY (${recommendations}::text[]))),
      'motions', (SELECT coalesce(json_agg(json_build_object(
          'id', m.id, 'council', m.council_id, 'isAmendment', m.kind = 'amendment',
          'textStatus', m.text_status, 'citations', citing.citations,
          'events', (SELECT coalesce(json_agg(json_build_object(
              'id', e.id, 'seq', e.seq, 'stage', e.stage, 'occurredOn', e.occurred_on,
              'precision', e.date_precision, 'authoritative', e.authoritative, 'outcome', e.outcome)), '[]')
            FROM motion_event e WHERE e.motion_id = m.id))), '[]')
          FROM citing JOIN motion m ON m.id = citing.motion_id)
    ) AS facts
    FROM review r WHERE r.id = ${review}`.execute(db);
  return rows[0]?.facts ?? null;
}
