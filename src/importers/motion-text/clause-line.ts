// Makes clauses of lines: a marked line, a paragraph, a sentence with its own verb, a stem.

import type { Passage } from './document.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import type { Opening } from './headings.js';
import { operativeKind } from './kinds.js';
import { continues, lastDraft, opensList, paragraph } from './levels.js';
import type { LogicalLine } from './lines.js';
import type { Mark } from './markers.js';
import { placeBullet, placeLabelled, placeParagraph } from './place.js';
import { headingOf, markerOf, passage, type State } from './state.js';
import { nextMark } from './tail.js';

/** "This includes:" belongs to the clause before it and opens that clause's own list. */
export function readStem(state: State, line: LogicalLine, previous: Draft): void {
  const leadIn = previous.pendingLeadIn;
  previous.pendingLeadIn = leadIn === null ? line.text : `${leadIn} ${line.text}`;
  state.fields.push({ field: 'lead_in', ...passage(line) });
}

const familyKind = { n: 'notes', b: 'believes', r: 'resolves_self' } as const;

/** "This Council notes that …" without a heading: the clause brings its own section. */
export function placeInOwnSection(state: State, line: LogicalLine, opening: Opening): void {
  const isNew = state.section.letter !== opening.section;
  if (isNew) state.section = { letter: opening.section, kind: familyKind[opening.section], leadIn: null };
  if (isNew || state.levels[0]?.style !== paragraph) state.levels = [];
  placeLine(state, line, null);
}

/** A paragraph without a mark: a clause among others of its sort, or more of the clause above it. */
export function readParagraph(state: State, line: LogicalLine, index: number, previous: Draft | null): void {
  if (previous && opensList(previous) && isQuotation(line.text)) {
    previous.pieces.push(passage(line));
    return;
  }
  const isFirst = state.levels.length === 0 && state.section.letter !== null;
  const isAmongParagraphs = state.levels.some((level) => level.style === paragraph);
  if (isFirst || isAmongParagraphs || opensList(previous)) {
    placeLine(state, line, null);
    return;
  }
  const next = nextMark(state, index);
  if (previous && next?.label && continues(state.levels, next.label)) {
    previous.pieces.push(passage(line));
    state.doubts.push(doubt('PARAGRAPH_JOINED', line.line));
  } else state.unplaced.push(passage(line));
}

/** "The inquiry found:" and then its words are one clause. */
function isQuotation(text: string): boolean {
  return /^["“][^"“”]+["”][.,;]?$/.test(text);
}

/** Makes a clause of a line and puts it where its mark says. */
export function placeLine(state: State, line: LogicalLine, mark: Mark | null): void {
  const previous = lastDraft(state.levels);
  const leadIn = previous?.pendingLeadIn ?? null;
  const draft = toDraft(state, line, mark);
  if (mark?.label) placeLabelled(state.levels, draft, mark, mark.label, state.doubts);
  else if (mark?.bullet) placeBullet(state.levels, draft, mark.bullet, line.indent);
  else placeParagraph(state.levels, draft);
  if (draft.parent === null) state.roots.push(draft);
  draft.leadIn = draft.parent === null ? state.section.leadIn : siblingLeadIn(draft);
  if (leadIn !== null && previous) {
    previous.pendingLeadIn = null;
    draft.leadIn = leadIn;
    if (draft.parent === null) turnSection(state, draft, leadIn);
  }
}

/** A second stem among the clauses of a section says anew what the clauses after it do. */
function turnSection(state: State, draft: Draft, leadIn: string): void {
  const { letter, kind } = state.section;
  state.section = { letter, kind: letter === 'r' ? operativeKind(leadIn) : kind, leadIn };
  draft.section = state.section;
}

/** What stands before a list is read before each of its members. */
function siblingLeadIn(draft: Draft): string | null {
  return draft.parent?.children.at(-2)?.leadIn ?? null;
}

function toDraft(state: State, line: LogicalLine, mark: Mark | null): Draft {
  const length = mark?.length ?? 0;
  const content: Passage = {
    line: line.line,
    start: line.start + length,
    end: line.end,
    text: line.text.slice(length),
  };
  const opening = headingOf(line);
  const isNumberedHeading = mark?.label && opening && state.section.letter === null;
  return {
    line: line.line,
    label: null,
    impliedPart: null,
    marker: mark ? markerOf(line, mark) : null,
    pieces: content.text ? [content] : [],
    section: state.section,
    opens: isNumberedHeading ? { letter: opening.section, kind: opening.kind } : null,
    leadIn: null,
    pendingLeadIn: null,
    parent: null,
    children: [],
  };
}
