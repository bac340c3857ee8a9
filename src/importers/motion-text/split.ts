// Several motions on one page, and one motion printed twice. A new motion begins where a heading
// that opens motions comes after resolves or a decision, and a title or movers of its own stand before.

import { isTitleLike, type Sort, sortOf } from './line-sort.js';
import type { LogicalLine } from './lines.js';

/** The lines of one motion of the page. */
export interface Part {
  lines: LogicalLine[];
  /** Whether it is certain that another motion, or this one again, begins here. */
  isCertain: boolean;
}

interface Walk {
  begin: number;
  hasClauses: boolean;
  hasResolved: boolean;
  isDecided: boolean;
  inAmendment: boolean;
  /** The headings so far, each with the line behind it: the same two again are the motion printed again. */
  seen: Set<string>;
}

/** A page parted into its motions; what stands before the first belongs to the first. */
export function splitMotions(lines: readonly LogicalLine[]): Part[] {
  const sorts = withItemTitles(lines, lines.map(sortOf));
  const starts: { at: number; isCertain: boolean }[] = [{ at: 0, isCertain: true }];
  let walk = newWalk(0);
  lines.forEach((line, index) => {
    const start = startOfMotion(lines, sorts, index, walk);
    if (start) {
      starts.push(start);
      walk = newWalk(start.at);
      for (let at = start.at; at < index; at += 1) step(walk, sorts[at] ?? 'other', lines[at]);
    }
    step(walk, sorts[index] ?? 'other', line);
    walk.seen.add(withNext(lines, index));
  });
  return starts.map(({ at, isCertain }, index) => ({
    lines: lines.slice(at, starts[index + 1]?.at),
    isCertain,
  }));
}

/** "(b) Voter ID" before those who move it is the title of the next motion, not a clause of the last. */
function withItemTitles(lines: readonly LogicalLine[], sorts: readonly Sort[]): Sort[] {
  return sorts.map((sort, index) => {
    const { text = '', mark } = lines[index] ?? {};
    const isItem = sort === 'clause' && mark?.label && sorts[index + 1] === 'movers';
    return isItem && isTitleLike(text.slice(mark.length)) ? 'title' : sort;
  });
}

function newWalk(begin: number): Walk {
  return {
    begin,
    hasClauses: false,
    hasResolved: false,
    isDecided: false,
    inAmendment: false,
    seen: new Set(),
  };
}

function step(walk: Walk, sort: Sort, line: LogicalLine | undefined): void {
  if (sort === 'amendment') walk.inAmendment = walk.hasClauses;
  else if (sort === 'amendment_decision' || sort === 'decision') walk.inAmendment = false;
  if (walk.inAmendment) return;
  if (sort === 'n' || sort === 'b' || sort === 'r' || (sort === 'clause' && line?.mark))
    walk.hasClauses = true;
  if (sort === 'r') walk.hasResolved = true;
  if (sort === 'decision') walk.isDecided = walk.hasClauses;
}

/** Where a motion begins whose first heading, or whose named title, is the line at hand. */
function startOfMotion(
  lines: readonly LogicalLine[],
  sorts: readonly Sort[],
  index: number,
  walk: Walk,
): { at: number; isCertain: boolean } | null {
  const sort = sorts[index];
  if (!walk.hasClauses || !sort) return null;
  if (sort === 'named_title') return { at: index, isCertain: true };
  if (walk.inAmendment || !['n', 'b', 'r'].includes(sort)) return null;
  if (walk.seen.has(withNext(lines, index))) return { at: index, isCertain: true };
  const isFurther = /\b(?:further|also|therefore)\b/i.test(lines[index]?.text.slice(0, 80) ?? '');
  const isAnew = walk.isDecided || (walk.hasResolved && sort !== 'r' && !isFurther);
  if (!isAnew && !walk.hasResolved) return null;
  const run = runBefore(sorts, index, walk.begin);
  const own = sorts.slice(run, index);
  const hadMovers = sorts.slice(walk.begin, run).includes('movers');
  const hasTitle = own.includes('title');
  const hasMovers = own.includes('movers');
  const isCertain = hasTitle ? isAnew || hasMovers : isAnew && hasMovers && hadMovers;
  if (isCertain) return { at: firstOwn(own, run, walk.isDecided, hadMovers), isCertain };
  return walk.isDecided ? { at: hasMovers ? run + own.indexOf('movers') : index, isCertain } : null;
}

function withNext(lines: readonly LogicalLine[], index: number): string {
  return `${lines[index]?.text}\n${lines[index + 1]?.text}`;
}

function runBefore(sorts: readonly Sort[], index: number, begin: number): number {
  let at = index;
  while (at - 1 > begin && ['title', 'movers', 'other'].includes(sorts[at - 1] ?? '')) at -= 1;
  return at;
}

/**
 * Behind a decision all is the next motion's. Without one the last title is, as clauses may be printed
 * like titles; and movers before it sign the earlier motion if that has none yet.
 */
function firstOwn(own: readonly Sort[], from: number, isDecided: boolean, hadMovers: boolean): number {
  const isOwn = (sort: Sort) => sort === 'title' || (sort === 'movers' && (hadMovers || isDecided));
  const title = own.lastIndexOf('title');
  if (isDecided || title < 0) return from + own.findIndex(isOwn);
  const before = own.slice(0, title).findLastIndex((sort) => sort !== 'movers' && sort !== 'other');
  const movers = own.indexOf('movers', before + 1);
  return from + (hadMovers && movers >= 0 && movers < title ? movers : title);
}
