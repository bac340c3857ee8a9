// Councils × recommendations of one review, each cell by the position rule. The graph, the CSV and the
// pages all ask this one question, so they cannot disagree.
import type { Kysely } from 'kysely';
import { coverageId } from '../../domain/ids.js';
import { type CellState, cells } from '../../domain/position.js';
import type { Database } from '../tables.js';
import { comparisonFacts, type Facts } from './comparison-facts.js';

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

/**
 * Answers a comparison with one statement; null where no such review is recorded.
 * @throws RangeError naming the councils or recommendations that are not recorded.
 */
export async function comparison(
  db: Kysely<Database>,
  question: ComparisonQuestion,
): Promise<Comparison | null> {
  const facts = await comparisonFacts(db, question);
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
