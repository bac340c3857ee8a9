// What each line is at first sight, before clauses are made of them: enough to tell where one motion
// of a page ends and the next begins.

import { type Finding, fieldBefore, markedField } from './fields.js';
import type { Section } from './headings.js';
import { isTerminated, type LogicalLine } from './lines.js';
import { oncePerLine } from './once.js';
import { readOutcome } from './outcomes.js';
import { headingOf, isClauseSentence, openingOf } from './state.js';

/** A heading or sentence of a section, or what stands around the clauses. */
export type Sort =
  | Section
  | 'named_title'
  | 'title'
  | 'movers'
  | 'decision'
  | 'amendment'
  | 'amendment_decision'
  | 'other'
  | 'clause';

const amendmentStart =
  /^(?:(?:the\s+)?(?:following\s+)?amendments?(?:\s+(?:no\.?\s*)?(?:\d{1,2}|[A-Z]))?\s*(?:$|[:–-]|(?:was\s+)?(?:moved|proposed|submitted|tabled)\b|to\s+(?:the\s+)?motion\b))|^(?=.{0,200}\b(?:moved|proposed)\s+(?:an|the\s+following)\s+amendment\b)/iu;

/** `Amendment B from the Green Group`: the sign of a name is its capital. */
const amendmentOf =
  /^(?:AMENDMENT|Amendment)(?:\s+(?:No\.?\s*)?(?:\d{1,2}|[A-Z]))?\s+(?:from|by)\s+(?:the\s+)?\p{Lu}[^.]{0,80}$/u;

/** What a line is by itself. */
export const sortOf = oncePerLine((line): Sort => {
  const heading = headingOf(line);
  if (heading) return heading.section;
  const { text, mark } = line;
  if (mark) return mark.label ? sortOfMarked(line, mark.length) : 'clause';
  if (isAmendmentStart(text)) return 'amendment';
  const opening = openingOf(line);
  if (opening && isClauseSentence(line)) return opening.section;
  return sortOfField(line) ?? (isTitleLike(text) ? 'title' : 'clause');
});

/** Whether a line opens an amendment: its heading, or the words by which it was moved. */
export function isAmendmentStart(text: string): boolean {
  const isStart = amendmentStart.test(text) || amendmentOf.test(text);
  return text.length < 300 && isStart && !/\bas amended\b/i.test(text);
}

function sortOfMarked(line: LogicalLine, from: number): Sort {
  const sort = sortOfFinding(markedField(line));
  return sort ?? (isItemTitle(line.text.slice(from)) ? 'title' : 'clause');
}

function sortOfField(line: LogicalLine): Sort | null {
  return sortOfFinding(fieldBefore(line));
}

function sortOfFinding(finding: Finding | null): Sort | null {
  if (!finding) return null;
  if (finding.title !== undefined) return readOutcome(finding.title) ? 'other' : 'named_title';
  if (finding.field === 'amendment_decision') return 'amendment_decision';
  if (finding.isAmendment) return 'amendment';
  if (finding.decision || finding.events?.some(({ outcome }) => outcome !== null)) return 'decision';
  return finding.field !== 'debate' && (finding.movers || finding.signature) ? 'movers' : 'other';
}

/** A numbered line may be a clause without a full stop, so a title must look like one of the agenda. */
export function isItemTitle(text: string): boolean {
  return isTitleLike(text) && (text === text.toUpperCase() || /\bmotions?\b/i.test(text));
}

/** Whether words could be a title: few, with a capital, and no sentence. */
export function isTitleLike(text: string): boolean {
  return (
    text.length <= 120 &&
    text.split(/\s+/).length <= 20 &&
    /^["“‘']?[\p{Lu}\d]/u.test(text) &&
    /\p{L}{3}/u.test(text) &&
    !isTerminated(text) &&
    !/,$/.test(text)
  );
}
