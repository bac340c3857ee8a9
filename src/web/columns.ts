// Which councils get a column of their own. A council with nothing but one kind of emptiness is named in a
// list of that kind instead, so that the table stays readable and nobody is left out.
import { evidenceState, type Word } from '../domain/vocabulary.js';
import type { Cell, Comparison } from '../store/queries/comparison.js';
import { hasEvidence } from './wording.js';

/** Councils that are empty in the same way on every recommendation. */
export interface EmptyGroup {
  readonly state: Word<typeof evidenceState>;
  readonly councils: readonly string[];
}

/** The columns in order, and the groups of councils that need none. */
export interface Columns {
  readonly shown: readonly string[];
  readonly groups: readonly EmptyGroup[];
}

const ofNoMotion: ReadonlySet<string> = new Set(['searched_none_found', 'not_searched']);

/**
 * Councils with a position first, then those with a motion only; within each as the comparison orders them.
 * Councils that somebody picked have a column each, as they were picked.
 */
export function columnsOf(comparison: Comparison, picked?: readonly string[]): Columns {
  if (picked) return { shown: comparison.councils, groups: [] };
  const cellsOf = new Map(
    comparison.councils.map((council, index) => [
      council,
      comparison.rows.flatMap(({ cells }) => cells[index] ?? []),
    ]),
  );
  const shown = comparison.councils.filter((council) => !isEmpty(cellsOf.get(council) ?? []));
  const holds = (council: string) => (cellsOf.get(council) ?? []).some((cell) => cell.position !== null);
  const empty = comparison.councils.filter((council) => !shown.includes(council));
  const groups = Map.groupBy(empty, (council) => cellsOf.get(council)?.[0]?.evidenceState ?? 'not_searched');
  return {
    shown: [...shown.filter(holds), ...shown.filter((council) => !holds(council))],
    groups: evidenceState.values.flatMap((state) => {
      const councils = groups.get(state);
      return councils ? [{ state, councils }] : [];
    }),
  };
}

function isEmpty(cells: readonly Cell[]): boolean {
  return cells.every((cell) => ofNoMotion.has(cell.evidenceState) && !hasEvidence(cell));
}
