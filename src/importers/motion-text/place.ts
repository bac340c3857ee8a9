// Where a clause stands. Each new mark continues one of the lists that are open, opens a deeper one, or is a doubt. Indentation is not trusted for labels
// (converters break it); it only tells bullets with the same sign apart.

import { type LabelReading, spellOrdinal } from '../../domain/clause-tree.js';
import { type Doubt, doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { deepest, join, type Levels, lastDraft, openBelow, opensList, paragraph } from './levels.js';
import { isTerminated } from './lines.js';
import { isDash, type Label, type Mark } from './markers.js';

/** One way to read the label at hand, with the style of the list it would count in. */
interface Candidate extends LabelReading {
  style: string;
}

/** A labelled draft and every way to read its label, the lowest number first. */
interface Labelled {
  draft: Draft;
  mark: Mark;
  label: Label;
  candidates: Candidate[];
  doubts: Doubt[];
}

/** Puts a labelled draft where its label says it stands. */
export function placeLabelled(levels: Levels, draft: Draft, mark: Mark, label: Label, doubts: Doubt[]): void {
  draft.label = label.printed;
  const candidates = label.readings
    .map(({ system, ordinal }) => ({ system, ordinal, style: `${label.style}${system}` }))
    .sort((a, b) => a.ordinal - b.ordinal);
  const labelled = { draft, mark, label, candidates, doubts };
  const isPlaced =
    continueList(levels, labelled) ||
    continueCousin(levels, labelled) ||
    adopt(levels, labelled) ||
    beginList(levels, labelled);
  if (!isPlaced) placeMisfit(levels, labelled);
}

/** The next number of a list that is open, the innermost first. */
function continueList(levels: Levels, { draft, candidates }: Labelled): boolean {
  for (const level of [...levels].reverse()) {
    const next = candidates.find((one) => one.style === level.style && one.ordinal === level.last + 1);
    if (!next) continue;
    join(levels, level, draft, next.ordinal);
    return true;
  }
  return false;
}

/** 13.1 after 12.4: the same list goes on although the first part of the label changed. */
function continueCousin(levels: Levels, { draft, label, candidates }: Labelled): boolean {
  const [first] = candidates;
  if (!first || label.prefix === null) return false;
  const cousin = [...levels].reverse().find((level) => isCousin(level.style, candidates));
  if (!cousin) return false;
  cousin.style = first.style;
  join(levels, cousin, draft, first.ordinal);
  return true;
}

function isCousin(style: string, candidates: readonly Candidate[]): boolean {
  const [prefix = '', rest] = style.split('|');
  return candidates.some((one) => {
    const [otherPrefix = '', otherRest] = one.style.split('|');
    return (
      rest !== undefined && rest === otherRest && prefix.split('.').length === otherPrefix.split('.').length
    );
  });
}

/** A first number opens a list below the clause before it, unless such a list is open already. */
function beginList(levels: Levels, { draft, label, candidates, doubts }: Labelled): boolean {
  const [first] = candidates;
  if (!first || (first.ordinal !== 1 && label.prefix === null)) return false;
  const stem = lastDraft(levels);
  if (levels.some((level) => level.style === first.style) && !opensList(stem)) return false;
  if (isFinishedItem(levels, stem)) {
    doubts.push(doubt('LEVEL_UNSURE', draft.line));
    levels.pop();
  }
  openBelow(levels, draft, first.style, first.ordinal, 0);
  return true;
}

/** A label that follows from nothing stays in the list of its style, with a doubt. */
function placeMisfit(levels: Levels, { draft, candidates, doubts }: Labelled): void {
  const [first] = candidates;
  if (!first) return;
  const open = [...levels].reverse().find((level) => candidates.some((one) => one.style === level.style));
  const reading = candidates.find((one) => one.style === open?.style) ?? first;
  const isRepeated = open !== undefined && reading.ordinal <= open.last;
  doubts.push(doubt(isRepeated ? 'LABEL_REPEATED' : 'LABEL_GAP', draft.line));
  if (open) join(levels, open, draft, reading.ordinal);
  else openBelow(levels, draft, reading.style, reading.ordinal, 0);
}

/** Puts a draft that has only a bullet: beside its like, else below the clause before it. */
export function placeBullet(levels: Levels, draft: Draft, bullet: string, indent: number): void {
  draft.label = bullet;
  const style = isDash(bullet) ? '-' : bullet;
  const same = levels.filter((level) => level.style === style);
  const beside = [...same].reverse().find((level) => level.indent <= indent) ?? same[0];
  const isDeeper = beside !== undefined && beside === levels.at(-1) && indent > beside.indent + 1;
  if (beside && !(isDeeper && levels.length < deepest)) {
    join(levels, beside, draft, beside.last + 1);
    return;
  }
  openBelow(levels, draft, style, 1, indent);
}

/** Puts a paragraph without any mark: beside the paragraphs of its list, else as a first one. */
export function placeParagraph(levels: Levels, draft: Draft): void {
  const top = levels.at(-1);
  const beside = [...levels].reverse().find((level) => level.style === paragraph);
  if (beside && !opensList(lastDraft(levels))) {
    join(levels, beside, draft, beside.last + 1);
    return;
  }
  if (top && beside && beside === top) {
    join(levels, beside, draft, beside.last + 1);
    return;
  }
  openBelow(levels, draft, paragraph, 1, 0);
}

/** A whole sentence under a bullet, or without a mark, has no list of its own below it. */
function isFinishedItem(levels: Levels, stem: Draft | null): boolean {
  const style = levels.at(-1)?.style ?? '';
  const isUncounted = style === paragraph || !/(?:decimal|letter|roman)$/i.test(style);
  return stem !== null && isUncounted && !opensList(stem) && isTerminated(stem.pieces.at(-1)?.text ?? '');
}

/**
 * A list whose first members have no label and whose next one has the label they lead up to:
 * a paragraph, then (2); a stray dash, then ii. The list is then counted as that label counts.
 */
function adopt(levels: Levels, { draft, mark, candidates, doubts }: Labelled): boolean {
  const unlabelled = [...levels].reverse().filter((level) => {
    const isStrayDash = level.style === '-' && isDash(mark.bullet);
    return isStrayDash || level.style === paragraph;
  });
  for (const level of unlabelled) {
    const fits = candidates.find((one) => one.ordinal === level.members.length + 1 && one.ordinal > 1);
    const first = level.members[0];
    if (!fits || !first) continue;
    level.members.forEach((member, index) => {
      member.label = null;
      member.impliedPart = spellOrdinal(fits.system, index + 1);
    });
    level.style = fits.style;
    join(levels, level, draft, fits.ordinal);
    doubts.push(doubt('LABEL_INFERRED', first.line));
    return true;
  }
  return false;
}
