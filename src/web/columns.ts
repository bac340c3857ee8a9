// Which councils get a column of their own. A council with nothing but one kind of emptiness is named in a
// list of that kind instead, so that the table stays readable and nobody is left out.
import { evidenceState, type Word } from '../domain/vocabulary.js';
import type { CellSummary } from '../store/queries/matrix-cells.js';
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
 * Councils with a position first, then those with a motion only; within each in the order of the cells.
 * Councils that somebody picked have a column each, as they were picked.
 */
export function columnsOf(cells: readonly CellSummary[], picked?: readonly string[]): Columns {
  if (picked) return { shown: picked, groups: [] };
  const cellsOf = Map.groupBy(cells, ({ council }) => council);
  const councils = [...cellsOf.keys()];
  const shown = councils.filter((council) => !isEmpty(cellsOf.get(council) ?? []));
  const holds = (council: string) => (cellsOf.get(council) ?? []).some((cell) => cell.position !== null);
  const empty = councils.filter((council) => !shown.includes(council));
  const groups = Map.groupBy(empty, (council) => cellsOf.get(council)?.[0]?.evidenceState ?? 'not_searched');
  return {
    shown: [...shown.filter(holds), ...shown.filter((council) => !holds(council))],
    groups: evidenceState.values.flatMap((state) => {
      const councils = groups.get(state);
      return councils ? [{ state, councils }] : [];
    }),
  };
}

function isEmpty(cells: readonly CellSummary[]): boolean {
  return cells.every((cell) => ofNoMotion.has(cell.evidenceState) && !hasEvidence(cell));
}
