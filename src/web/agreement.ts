// How often two councils hold the same direction, as counts. It is no score: councils that say nothing do not
// disagree, and speaking alike is no merit.
import type { Comparison } from '../store/queries/comparison.js';
import { isOwnWord } from './wording.js';

/** What two councils hold on the recommendations compared. */
export interface Agreement {
  readonly councils: readonly [string, string];
  /** On how many both hold a position. */
  readonly both: number;
  /** On how many of those the direction is the same. */
  readonly same: number;
  /** On how many both speak of the recommendation itself, and not only of many together. */
  readonly bothItself: number;
  readonly sameItself: number;
}

/** Every pair of the councils, each once, in the order given. */
export function agreements(comparison: Comparison, councils: readonly string[]): readonly Agreement[] {
  return councils.flatMap((first, index) =>
    councils.slice(index + 1).map((second) => agreementOf(comparison, first, second)),
  );
}

function agreementOf({ rows }: Comparison, first: string, second: string): Agreement {
  const held = rows.flatMap(({ cells }) => {
    const a = cells.find(({ council }) => council === first)?.position;
    const b = cells.find(({ council }) => council === second)?.position;
    return a && b
      ? [{ same: a.direction === b.direction, itself: isOwnWord(a.basis) && isOwnWord(b.basis) }]
      : [];
  });
  const itself = held.filter((pair) => pair.itself);
  return {
    councils: [first, second],
    both: held.length,
    same: held.filter((pair) => pair.same).length,
    bothItself: itself.length,
    sameItself: itself.filter((pair) => pair.same).length,
  };
}
