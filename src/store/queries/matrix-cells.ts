// The cells of the matrix by everything recorded, as they were derived when the record was written: what pages that
// show every council, or every review, read. The evidence of some of them is a comparison’s to tell.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Position } from '../../domain/position.js';
import type { evidenceState, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import type { Cell } from './comparison.js';

/** A cell without its evidence. */
export interface CellSummary {
  readonly council: string;
  readonly recommendation: string;
  readonly evidenceState: Word<typeof evidenceState>;
  readonly position: Omit<Position, 'evidence'> | null;
  /** How many readings make the position, were proposed only, claim nothing, and were suggested by a program. */
  readonly counts: Readonly<Record<'held' | 'proposed' | 'related' | 'suggested', number>>;
  /** What the motions that only proposed it came to, each once; unknown where nothing is recorded. */
  readonly proposedOutcomes: readonly string[];
}

/** The summary of a cell whose evidence was read. */
export function summaryOf(cell: Cell): CellSummary {
  const { council, recommendation, evidenceState, position, proposed, related, suggested } = cell;
  return {
    ...{ council, recommendation, evidenceState, position },
    counts: {
      held: position?.evidence.length ?? 0,
      proposed: proposed.length,
      related: related.length,
      suggested: suggested.length,
    },
    proposedOutcomes: [...new Set(proposed.map(({ outcome }) => outcome ?? 'unknown'))].sort(),
  };
}

/** Which cells are meant: those of the councils searched for a review or on a recommendation, or all of a council. */
export type CellScope =
  | { readonly review: string; readonly councils?: readonly string[] }
  | { readonly recommendation: string }
  | { readonly council: string };

/** The cells, by review, the recommendation’s number and slug, and the council’s name. */
export async function matrixCells(db: Kysely<Database>, scope: CellScope): Promise<readonly CellSummary[]> {
  const { rows } = await sql<Row>`
    SELECT x.council_id AS council, x.recommendation_id AS recommendation, x.evidence_state AS "evidenceState",
      x.direction, x.basis, x.strength, x.scope, x.wording_as_tabled AS "wordingAsTabled",
      x.held, x.proposed, x.related, x.suggested, x.proposed_outcomes AS outcomes
    FROM matrix_cell x JOIN recommendation n ON n.id = x.recommendation_id JOIN council c ON c.id = x.council_id
    WHERE ${within(scope)}
    ORDER BY x.review_id, n.number_sort NULLS LAST, n.slug, c.short_name, c.id`.execute(db);
  return rows.map(cellOf);
}

type Row = Pick<CellSummary, 'council' | 'recommendation' | 'evidenceState'> &
  CellSummary['counts'] & { readonly outcomes: string } & {
    readonly [K in keyof NonNullable<CellSummary['position']>]:
      | NonNullable<CellSummary['position']>[K]
      | null;
  };

function cellOf(row: Row): CellSummary {
  const { council, recommendation, evidenceState, direction, basis, strength, scope, wordingAsTabled } = row;
  const { held, proposed, related, suggested, outcomes } = row;
  return {
    ...{ council, recommendation, evidenceState },
    position:
      direction && basis && strength && scope
        ? { direction, basis, strength, scope, wordingAsTabled: wordingAsTabled === true }
        : null,
    counts: { held, proposed, related, suggested },
    proposedOutcomes: outcomes === '' ? [] : outcomes.split(' '),
  };
}

function within(scope: CellScope): RawBuilder<unknown> {
  if ('council' in scope) return sql`x.council_id = ${scope.council}`;
  const searched = sql`EXISTS (SELECT FROM coverage v
    WHERE v.review_id = x.review_id AND v.council_id = x.council_id)`;
  if ('recommendation' in scope) return sql`x.recommendation_id = ${scope.recommendation} AND ${searched}`;
  const { review, councils } = scope;
  if (councils) return sql`x.review_id = ${review} AND x.council_id = ANY (${[...councils]}::text[])`;
  return sql`x.review_id = ${review} AND ${searched}`;
}
