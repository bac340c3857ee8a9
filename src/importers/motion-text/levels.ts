// The lists open at one point of a motion, outermost first, and how a clause joins or opens one.

import type { Draft } from './draft.js';
import type { Label } from './markers.js';

/** The style of a list whose members have no mark at all. */
export const paragraph = 'paragraph';

/** One open list. */
export interface Level {
  /** Same for all members of one list: a label's style and system, a bullet's sign, or a paragraph. */
  style: string;
  last: number;
  parent: Draft | null;
  members: Draft[];
  indent: number;
}

/** The lists open in a section, outermost first. */
export type Levels = Level[];

/** Real papers nest five deep. Past this depth a new list continues the one it is in. */
export const deepest = 12;

/** The clause most recently placed, whatever its depth. */
export function lastDraft(levels: Levels): Draft | null {
  return levels.at(-1)?.members.at(-1) ?? null;
}

/** Whether a clause ends as a stem does, so that what follows stands under it. */
export function opensList(draft: Draft | null): boolean {
  return (
    draft !== null &&
    (draft.pendingLeadIn !== null || /[:：]\s*[-–—]?$/.test(draft.pieces.at(-1)?.text ?? ''))
  );
}

/** Whether a label would continue a list that is open. */
export function continues(levels: Levels, label: Label): boolean {
  return levels.some((level) =>
    label.readings.some(
      (one) => `${label.style}${one.system}` === level.style && one.ordinal === level.last + 1,
    ),
  );
}

/** Puts a draft into an open list; the lists below it are closed. */
export function join(levels: Levels, level: Level, draft: Draft, ordinal: number): void {
  levels.length = levels.indexOf(level) + 1;
  level.last = Math.max(ordinal, 1);
  attach(level, draft);
}

/** Opens a list below the clause last placed. */
export function openBelow(
  levels: Levels,
  draft: Draft,
  style: string,
  ordinal: number,
  indent: number,
): void {
  const top = levels.at(-1);
  if (top && levels.length >= deepest) {
    join(levels, top, draft, top.last + 1);
    return;
  }
  const level: Level = { style, last: ordinal, parent: lastDraft(levels), members: [], indent };
  levels.push(level);
  attach(level, draft);
}

function attach(level: Level, draft: Draft): void {
  draft.parent = level.parent;
  level.members.push(draft);
  level.parent?.children.push(draft);
}
