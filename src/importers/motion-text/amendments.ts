// Amendments: another's text between a motion and its decision. They are taken out before clauses are
// made, so that no word of an amendment is ever read as the council's, and each keeps its own fate.

import { readDecision, toDecision } from './decision.js';
import type { Field, ParsedAmendment, ParsedEvent, RecordedVote } from './document.js';
import type { Doubt } from './doubts.js';
import { type Sort, sortOf } from './line-sort.js';
import type { LogicalLine } from './lines.js';
import { oncePerLine } from './once.js';
import { hasVotes, noVotes, readVotes, withNames } from './outcomes.js';
import { readMovers } from './people.js';
import { passage } from './state.js';
import { mayVote, takeVotes } from './votes.js';

export interface AmendmentsRead {
  rest: LogicalLine[];
  amendments: ParsedAmendment[];
  fields: Field[];
  doubts: Doubt[];
}

// No motion has as many; a bound keeps hostile text from costing the square of its length.
const most = 50;

interface Block {
  lines: LogicalLine[];
  isDecided: boolean;
  /** Whether names of voters were printed before the decision. */
  hasVotesBefore: boolean;
  /** Whether nothing but headings of it has been read. */
  isOnlyHead: boolean;
}

/** Takes the amendments out of the lines of one motion. */
export function takeAmendments(lines: readonly LogicalLine[]): AmendmentsRead {
  const outline = outlineOf(lines);
  const { sorts } = outline;
  const read: AmendmentsRead = { rest: [], amendments: [], fields: [], doubts: [] };
  let block: Block | null = null;
  let hasClauses = false;
  const end = () => {
    if (block) finish(read, block);
    block = null;
  };
  lines.forEach((line, index) => {
    const sort = sorts[index] ?? 'other';
    if (block && !belongs(block, line, sort, index < outline.lastDecision)) end();
    if (!block && opens(sort, hasClauses || outline.isFateNext[index] === true))
      block = { lines: [], isDecided: false, hasVotesBefore: false, isOnlyHead: true };
    if (block) {
      block.lines.push(line);
      block.isOnlyHead &&= line.text.length < 120 && readMovers(line.text, line.line).length === 0;
      block.hasVotesBefore ||= !block.isDecided && isVotes(line);
      block.isDecided ||= isFate(line, sort, index < outline.lastDecision);
      return;
    }
    hasClauses ||= ['n', 'b', 'r'].includes(sort) || line.mark?.label != null;
    read.rest.push(line);
  });
  end();
  return read;
}

interface Outline {
  sorts: Sort[];
  /** Whether an amendment is decided before the next heading, by line. */
  isFateNext: boolean[];
  lastDecision: number;
}

function outlineOf(lines: readonly LogicalLine[]): Outline {
  const sorts = lines.map(sortOf);
  const isFateNext: boolean[] = [];
  let isNext = false;
  for (let at = sorts.length - 1; at >= 0; at -= 1) {
    const sort = sorts[at] ?? 'other';
    if (sort === 'amendment_decision') isNext = true;
    else if (sort === 'n' || sort === 'b' || sort === 'r') isNext = false;
    isFateNext[at] = isNext;
  }
  return { sorts, isFateNext, lastDecision: sorts.lastIndexOf('decision') };
}

/** Before the motion's own text an amendment is taken only where its fate comes first. */
function opens(sort: Sort, mayOpen: boolean): boolean {
  return sort === 'amendment_decision' || (sort === 'amendment' && mayOpen);
}

function belongs(block: Block, line: LogicalLine, sort: Sort, isDecidedLater: boolean): boolean {
  if (/^\W*(?:it was )?RESOLVED\b/.test(line.text)) return false;
  // The names of those who voted stand on one side of a decision all down a page.
  if (isVotes(line)) return !block.isDecided || !block.hasVotesBefore;
  if (block.isDecided) return false;
  if (sort === 'decision') return isFate(line, sort, isDecidedLater);
  if (sort !== 'amendment') return true;
  return block.isOnlyHead;
}

const isVotes = oncePerLine(
  (line): boolean =>
    mayVote(line.text) &&
    !/\bmotion\b/i.test(line.text) &&
    takeVotes([line]).fields.some(({ field }) => field === 'recorded_vote'),
);

/** "Lost." under an amendment is its fate where a decision on the motion follows. */
function isFate({ text }: LogicalLine, sort: Sort, isDecidedLater: boolean): boolean {
  if (sort === 'amendment_decision' || (sort === 'amendment' && readDecision(text, 0) !== null)) return true;
  if (/\bamendment\b.*\baccepted\b/i.test(text) && text.length < 200) return true;
  const isOfMotion = /\b(?:motion|substantive|resolution)\b/i.test(text);
  return sort === 'decision' && !isOfMotion && isDecidedLater;
}

function finish(read: AmendmentsRead, { lines }: Block): void {
  const votes = takeVotes(lines);
  for (const field of votes.fields) read.fields.push(field);
  for (const one of votes.doubts) read.doubts.push(one);
  const [first] = lines;
  const amendment: ParsedAmendment = {
    label: labelOf(lines),
    movers: [],
    text: '',
    lines: [],
    outcome: null,
    outcomeText: null,
    decisionMode: null,
    votes: noVotes,
    line: first?.line ?? 0,
  };
  for (const line of votes.rest) readLine(read, amendment, line, votes.recorded);
  amendment.text = amendment.lines.map(({ text }) => text).join('\n');
  const known = read.amendments.slice(-most).find((one) => isSame(one, amendment));
  if (known) Object.assign(known, fateOf(amendment));
  else read.amendments.push(amendment);
}

function readLine(
  read: AmendmentsRead,
  amendment: ParsedAmendment,
  line: LogicalLine,
  recorded: ReadonlyMap<number, RecordedVote[]>,
): void {
  const told = fateIn(line);
  const hasText = amendment.lines.length > 0;
  const people = hasText ? [] : readMovers(line.text, line.line);
  const isHeading =
    !hasText && /^\W*(?:the\s+)?(?:following\s+)?amendment\b/i.test(line.text) && line.text.length < 160;
  amendment.movers.push(...people);
  if (told) {
    const names = recorded.get(line.line) ?? [];
    const counted = hasVotes(told.votes) ? told.votes : amendment.votes;
    amendment.votes = names.length > 0 ? withNames(counted, names) : counted;
    amendment.outcome ??= told.outcome;
    amendment.outcomeText ??= told.outcomeText;
    amendment.decisionMode ??= told.decisionMode ?? (names.length > 0 ? 'recorded_vote' : null);
  } else if (people.length === 0 && !isHeading) amendment.lines.push(passage(line));
  const field = told ? 'amendment_decision' : people.length > 0 ? 'amendment_movers' : 'amendment_text';
  read.fields.push({ field, ...passage(line) });
  for (const piece of line.pieces.slice(1)) read.fields.push({ field, ...passage(piece) });
}

function fateIn({ text, line }: LogicalLine): ParsedEvent | null {
  if (/\bamendment\b.*\baccepted\b/i.test(text) && text.length < 200)
    return { ...toDecision(text, line), outcome: 'carried', outcomeText: text, decisionMode: 'by_consent' };
  const told = readDecision(text, line)?.decision ?? null;
  return told && (told.outcome !== null || hasVotes(readVotes(text))) ? told : null;
}

function labelOf(lines: readonly LogicalLine[]): string | null {
  for (const { text } of lines) {
    const label = /\bamendment\s+(?:no\.?\s*)?(\d{1,2}|[A-Z])\b/i.exec(text)?.[1];
    if (label && (/\d/.test(label) || label === label.toUpperCase())) return label;
  }
  return null;
}

/** An amendment printed in one place and decided in another. */
function isSame(one: ParsedAmendment, { label, text, movers }: ParsedAmendment): boolean {
  return (
    one.outcome === null && text === '' && movers.length === 0 && (label === null || one.label === label)
  );
}

function fateOf({ outcome, outcomeText, decisionMode, votes }: ParsedAmendment): Partial<ParsedAmendment> {
  return { outcome, outcomeText, decisionMode, votes };
}
