// What a council holds on several recommendations at once, as a map can show it: a summary of its cells that
// claims no more than one of them does. The cells themselves are the position rule’s.
import { combined } from '../domain/position.js';
import { basis, evidenceState, type Word } from '../domain/vocabulary.js';
import { reachOf, type Stance } from './cell.js';
import { basisWord, counted, directionWord, emptyWord, isOwnWord } from './wording.js';

/** The summary, as it is drawn and as it is said. */
export interface Overall {
  readonly marks: Readonly<Record<string, string>>;
  readonly direction: NonNullable<Stance['position']>['direction'] | null;
  readonly state: Word<typeof evidenceState>;
  readonly words: string;
}

/** Sums up cells of one council: how it leans over those it holds, and its nearest way of speaking of one. */
export function overallOf(cells: readonly Stance[]): Overall {
  const held = cells.flatMap(({ position }) => (position ? [position] : []));
  const [only] = held;
  if (!only) return emptyOf(cells);
  const direction = combined(held.map((position) => position.direction));
  const nearest = basis.values.find((word) => held.some((position) => position.basis === word)) ?? only.basis;
  const itself = held.filter((position) => isOwnWord(position.basis)).length;
  const words =
    cells.length === 1
      ? `${directionWord[only.direction]} ${basisWord(only.basis, 'all recommendations')}`
      : `${directionWord[direction]}: a position on ${held.length} of ${counted(cells.length, 'recommendation')}, ` +
        (itself === 0 ? 'on none by itself' : `on ${itself} by itself`);
  return {
    marks: { 'data-state': 'found', 'data-direction': direction, 'data-reach': reachOf(nearest) },
    direction,
    state: 'found',
    words,
  };
}

// Of several kinds of empty, the one that says most, in the order of the vocabulary.
function emptyOf(cells: readonly Stance[]): Overall {
  const states = new Set(cells.map((cell) => cell.evidenceState));
  const state = evidenceState.values.find((word) => states.has(word)) ?? 'not_searched';
  return {
    marks: { 'data-state': state },
    direction: null,
    state,
    words: state === 'found' ? '' : emptyWord[state],
  };
}
