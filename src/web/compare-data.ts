// A comparison as plain data and as one table: the same cells as on the page, in the same order.
import type { Cell } from '../store/queries/comparison.js';
import { agreements } from './agreement.js';
import { orderedColumns } from './compare.js';
import { graphQuery } from './compare-question.js';
import { compareAddress } from './question.js';
import type { PageTable } from './send.js';
import { type CompareView, labelOf } from './view.js';

/** The page’s content as plain data. */
export function compareData(view: CompareView): unknown {
  const { comparison, labels, asked, question, asks } = view;
  const { shown } = orderedColumns(view);
  return {
    address: compareAddress({ ...question, review: labels.review.id }),
    review: labels.review,
    asOf: view.asOf ?? null,
    page: asked.page,
    pages: asked.pages,
    councils: comparison.councils.map((id) => labelOf(labels.councils, id)),
    rows: comparison.rows.map(({ recommendation, cells }) => ({
      recommendation: labelOf(labels.recommendations, recommendation),
      cells,
    })),
    agreement: agreements(comparison, shown),
    asksBeyondReview: asks.filter(({ council }) => shown.includes(council)),
    graphql: graphQuery(view),
  };
}

const columns = [
  'council_id',
  'council',
  'recommendation_id',
  'recommendation_number',
  'recommendation_number_status',
  'recommendation_title',
  'evidence_state',
  'direction',
  'basis',
  'strength',
  'scope',
  'wording_as_tabled',
  'motion_id',
  'motion_title',
  'clause_id',
  'clause_address',
  'clause_summary',
  'source_id',
  'source_url',
  'readings',
] as const;

/** One row for each cell; what is said of a clause, motion and source is of the leading one. */
export function compareTable(view: CompareView): PageTable {
  return {
    columns,
    rows: view.comparison.rows.flatMap(({ cells }) => cells.map((cell) => rowOf(view, cell))),
  };
}

function rowOf(
  { labels }: CompareView,
  cell: Cell,
): Record<(typeof columns)[number], string | number | boolean | null> {
  const council = labelOf(labels.councils, cell.council);
  const recommendation = labelOf(labels.recommendations, cell.recommendation);
  const lead = cell.position?.evidence[0];
  const clause = lead && labelOf(labels.clauses, lead.clause);
  const source = lead && labelOf(labels.sources, lead.source);
  return {
    council_id: council.id,
    council: council.shortName,
    recommendation_id: recommendation.id,
    recommendation_number: recommendation.number,
    recommendation_number_status: recommendation.numberStatus,
    recommendation_title: recommendation.title,
    evidence_state: cell.evidenceState,
    direction: cell.position?.direction ?? null,
    basis: cell.position?.basis ?? null,
    strength: cell.position?.strength ?? null,
    scope: cell.position?.scope ?? null,
    wording_as_tabled: cell.position?.wordingAsTabled ?? null,
    motion_id: lead?.motion ?? null,
    motion_title: lead ? labelOf(labels.motions, lead.motion).title : null,
    clause_id: clause?.id ?? null,
    clause_address: clause?.address ?? null,
    clause_summary: clause?.summary ?? null,
    source_id: source?.id ?? null,
    source_url: source?.url ?? null,
    readings: cell.position?.evidence.length ?? 0,
  };
}
