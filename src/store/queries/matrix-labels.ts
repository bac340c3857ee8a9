// What a page prints beside the cells of a comparison: the words for each id that a comparison of one
// review can hold, and what was searched. One statement, whatever the number of councils.
import { type Kysely, sql } from 'kysely';
import type { EventFacts } from '../../domain/outcome.js';
import type { Precision } from '../../domain/partial-date.js';
import type {
  clauseKind,
  clauseStance,
  clauseTextStatus,
  completeness,
  coverageResult,
  decisionMode,
  motionTextStatus,
  personRole,
  sourceKind,
  verification,
  Word,
  wording,
} from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';

/** The review a comparison is about. */
export interface ReviewLabel {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly shortName: string;
  readonly reviewer: string;
  readonly publishedOn: string | null;
  readonly precision: Precision;
  readonly recommendationCount: number | null;
  readonly summary: string | null;
}

/** One row’s words. */
export interface RecommendationLabel {
  readonly id: string;
  readonly slug: string;
  readonly number: string | null;
  readonly numberStatus: Word<typeof verification>;
  readonly groupCode: string | null;
  readonly groupName: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly summaryStatus: Word<typeof verification>;
}

/** One column’s words; `search` is null where no search of the council for the review is recorded. */
export interface CouncilLabel {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly search: {
    readonly result: Word<typeof coverageResult>;
    readonly searchedOn: string | null;
    readonly precision: Precision;
    readonly method: string | null;
    readonly note: string | null;
  } | null;
}

/** A motion that cites the review. */
export interface MotionLabel {
  readonly id: string;
  readonly council: string;
  readonly title: string | null;
  readonly isAmendment: boolean;
  readonly textStatus: Word<typeof motionTextStatus>;
  readonly people: readonly { readonly role: Word<typeof personRole>; readonly name: string }[];
}

/** A clause that cites the review. */
export interface ClauseLabel {
  readonly id: string;
  readonly motion: string;
  readonly seq: number;
  readonly label: string | null;
  readonly address: string;
  readonly addressInferred: boolean;
  readonly kind: Word<typeof clauseKind>;
  readonly kindInferred: boolean;
  readonly stance: Word<typeof clauseStance>;
  readonly summary: string | null;
  readonly text: string | null;
  readonly textStatus: Word<typeof clauseTextStatus>;
  readonly wording: Word<typeof wording>;
  readonly source: string;
}

/** A step in the life of such a motion. */
export interface EventLabel extends EventFacts {
  readonly motion: string;
  readonly body: string | null;
  readonly decisionMode: Word<typeof decisionMode>;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstain: number | null;
  readonly sources: readonly string[];
}

/** A source that shows a clause or an event. */
export interface SourceLabel {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly kind: Word<typeof sourceKind>;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly precision: Precision;
  readonly completeness: Word<typeof completeness>;
}

/** The words for every id in a comparison of the review. */
export interface MatrixLabels {
  readonly review: ReviewLabel;
  readonly recommendations: ReadonlyMap<string, RecommendationLabel>;
  readonly councils: ReadonlyMap<string, CouncilLabel>;
  readonly motions: ReadonlyMap<string, MotionLabel>;
  readonly clauses: ReadonlyMap<string, ClauseLabel>;
  readonly events: ReadonlyMap<string, EventLabel>;
  readonly sources: ReadonlyMap<string, SourceLabel>;
}

interface Rows {
  readonly review: ReviewLabel;
  readonly recommendations: readonly RecommendationLabel[];
  readonly councils: readonly CouncilLabel[];
  readonly motions: readonly MotionLabel[];
  readonly clauses: readonly ClauseLabel[];
  readonly events: readonly EventLabel[];
  readonly sources: readonly SourceLabel[];
}

/** What is printed of a comparison of a review: its councils, and of their evidence these clauses and motions. */
export interface Printed {
  readonly review: string;
  readonly councils: readonly string[];
  readonly clauses: readonly string[];
  /** Beside those of the clauses. */
  readonly motions: readonly string[];
}

/** Answers the words for every id that is printed; null where no such review is recorded. */
export async function matrixLabels(db: Kysely<Database>, printed: Printed): Promise<MatrixLabels | null> {
  const { rows } = await labelRows(printed).execute(db);
  const labels = rows[0]?.labels;
  if (!labels) return null;
  return {
    review: labels.review,
    recommendations: byId(labels.recommendations),
    councils: byId(labels.councils),
    motions: byId(labels.motions),
    clauses: byId(labels.clauses),
    events: byId(labels.events),
    sources: byId(labels.sources),
  };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

const labelRows = ({ review, councils, clauses, motions }: Printed) => sql<{ labels: Rows }>`
  WITH cited AS (
    SELECT * FROM clause WHERE id = ANY (${[...clauses]}::text[])
  ), concerned AS (
    SELECT * FROM motion WHERE id IN (SELECT motion_id FROM cited UNION SELECT unnest(${[...motions]}::text[]))
  ), step AS (
    SELECT e.*, coalesce((SELECT json_agg(s.source_id ORDER BY s.source_id) FROM motion_event_source s
      WHERE s.motion_event_id = e.id), '[]') AS sources
    FROM motion_event e WHERE e.motion_id IN (SELECT id FROM concerned)
  ), shown AS (
    SELECT source_id AS id FROM cited UNION SELECT s.source_id FROM motion_event_source s
      JOIN step ON step.id = s.motion_event_id
  )
  SELECT json_build_object(
    'review', json_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'shortName', r.short_name,
      'reviewer', r.reviewer, 'publishedOn', r.published_on, 'precision', r.date_precision,
      'recommendationCount', r.recommendation_count, 'summary', r.summary),
    'recommendations', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'slug', n.slug,
        'number', n.number, 'numberStatus', n.number_status, 'groupCode', n.group_code,
        'groupName', n.group_name, 'title', n.title, 'summary', n.summary,
        'summaryStatus', n.summary_status) ORDER BY n.number_sort NULLS LAST, n.slug), '[]')
      FROM recommendation n WHERE n.review_id = r.id),
    'councils', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name,
        'shortName', c.short_name, 'search', CASE WHEN v.id IS NOT NULL THEN json_build_object(
          'result', v.result, 'searchedOn', v.searched_on, 'precision', v.date_precision,
          'method', v.method, 'note', v.note) END)), '[]')
      FROM council c LEFT JOIN coverage v ON v.council_id = c.id AND v.review_id = r.id
      WHERE c.id = ANY (${[...councils]}::text[])),
    'motions', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'council', m.council_id,
        'title', m.title, 'isAmendment', m.kind = 'amendment', 'textStatus', m.text_status,
        'people', (SELECT coalesce(json_agg(json_build_object('role', p.role, 'name', p.name)
          ORDER BY p.seq), '[]') FROM motion_person p WHERE p.motion_id = m.id))), '[]')
      FROM concerned m),
    'clauses', (SELECT coalesce(json_agg(json_build_object('id', id, 'motion', motion_id, 'seq', seq,
        'label', label, 'address', address, 'addressInferred', address_inferred, 'kind', kind,
        'kindInferred', kind_inferred, 'stance', stance, 'summary', summary, 'text', text,
        'textStatus', text_status, 'wording', wording, 'source', source_id)), '[]') FROM cited),
    'events', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'motion', e.motion_id, 'seq', e.seq,
        'stage', e.stage, 'occurredOn', e.occurred_on, 'precision', e.date_precision,
        'authoritative', e.authoritative, 'outcome', e.outcome, 'body', b.name,
        'decisionMode', e.decision_mode, 'votesFor', e.votes_for, 'votesAgainst', e.votes_against,
        'votesAbstain', e.votes_abstain, 'sources', e.sources)), '[]')
      FROM step e LEFT JOIN body b ON b.id = e.body_id),
    'sources', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', s.title,
        'publisher', s.publisher, 'kind', s.kind, 'url', s.url, 'publishedOn', s.published_on,
        'precision', s.published_precision, 'completeness', s.completeness)), '[]')
      FROM source s WHERE s.id IN (SELECT id FROM shown))
  ) AS labels
  FROM review r WHERE r.id = ${review}`;
