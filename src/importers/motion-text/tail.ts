// Clauses that a page break cut in two.

import type { Passage } from './document.js';
import { doubt } from './doubts.js';
import { continues, lastDraft, opensList } from './levels.js';
import type { LogicalLine } from './lines.js';
import { isDash, type Mark } from './markers.js';
import { isOpenEnded, openingOf, passage, type State } from './state.js';

/**
 * The tail of a clause that a page break cut off: it goes on in lower case after words that do not
 * end a sentence, and what follows carries on the list as if nothing had come between.
 */
export function isSplitTail(state: State, line: LogicalLine, mark: Mark, index: number): boolean {
  const previous = lastDraft(state.levels);
  if (!previous || mark.label || !isDash(mark.bullet) || !isOpenEnded(previous) || opensList(previous))
    return false;
  if (!/^\p{Ll}/u.test(line.text.slice(mark.length))) return false;
  if (state.levels.at(-1)?.style === '-') return false;
  const next = nextMark(state, index);
  return next === null || (next.label !== null && continues(state.levels, next.label));
}

/** Puts a tail back onto its clause, and says so. */
export function joinTail(state: State, tail: Passage): void {
  const previous = lastDraft(state.levels);
  previous?.pieces.push(passage(tail));
  state.doubts.push(doubt('CLAUSE_JOINED', tail.line));
}

/** The next marked line before the next unnumbered heading. */
export function nextMark(state: State, index: number): Mark | null {
  for (let at = index + 1; at < Math.min(state.lines.length, index + 40); at += 1) {
    const line = state.lines[at];
    if (line?.mark) return line.mark;
    if (line && openingOf(line)?.isHeading) return null;
  }
  return null;
}
