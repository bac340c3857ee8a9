// How many recommendations a council holds a position on, and how many of them in words of their own. Said
// as a count beside each council, never as a score.
import type { CellSummary } from '../store/queries/matrix-cells.js';
import type { Stance } from './cell.js';
import { allOf, counted, directionWord, isOwnWord } from './wording.js';

/** A council’s positions counted by how they refer to the recommendation. */
export interface Tally {
  readonly found: number;
  readonly named: number;
  readonly paraphrased: number;
}

/** Counts one council’s positions among cells of several. */
export function tallyOf(all: readonly (Stance & Pick<CellSummary, 'council'>)[], council: string): Tally {
  const cells = all.filter((cell) => cell.council === council);
  const bases = cells.flatMap(({ position }) => (position ? [position.basis] : []));
  return {
    found: bases.length,
    named: bases.filter((basis) => basis === 'named').length,
    paraphrased: bases.filter((basis) => basis === 'paraphrased').length,
  };
}

/** `all 16, of which 8 in its own words`; null where there is no position to count. */
export function tallyPhrase(tally: Tally, rows: number, recommendationCount: number | null): string | null {
  if (tally.found === 0) return null;
  const whole = tally.found === rows && rows === recommendationCount;
  const own = [
    tally.named > 0 ? `${tally.named} by name` : '',
    tally.paraphrased > 0 ? `${tally.paraphrased} in its own words` : '',
  ].filter(Boolean);
  const first = whole ? allOf(recommendationCount) : `${tally.found} of ${rows}`;
  return `${first}, ${own.length > 0 ? `of which ${own.join(' and ')}` : 'none of them by itself'}`;
}

/**
 * What councils hold on one recommendation: `Supports: 4 councils, 1 of them on it by itself`. Who speaks only
 * of many together is never counted as if it had spoken of this one.
 */
export function heldPhrase(cells: readonly Stance[]): string {
  const held = cells.flatMap(({ position }) => (position ? [position] : []));
  if (held.length === 0) return 'No position is recorded';
  return [...Map.groupBy(held, ({ direction }) => direction)]
    .map(([direction, positions]) => {
      const own = positions.filter(({ basis }) => isOwnWord(basis)).length;
      const itself = own === 0 ? 'none' : own === positions.length ? 'each' : `${own} of them`;
      return `${directionWord[direction]}: ${counted(positions.length, 'council')}, ${itself} on it by itself`;
    })
    .join('; ');
}
