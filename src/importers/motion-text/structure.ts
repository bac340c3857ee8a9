// Reads a motion's lines one after the other into clauses, fields and what is left over.
// Every line ends in exactly one of the three, which is what makes "no text is lost" provable.

import { takeAmendments } from './amendments.js';
import { placeInOwnSection, placeLine, readParagraph, readStem } from './clause-line.js';
import type { Passage } from './document.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { type Finding, fieldAmong, fieldBefore, isBlogLine, markedField, readField } from './fields.js';
import { isSubjectOnly, type Opening } from './headings.js';
import { continues, lastDraft } from './levels.js';
import { isItemTitle } from './line-sort.js';
import { isTerminated, type LogicalLine } from './lines.js';
import type { Mark } from './markers.js';
import {
  headingOf,
  isClauseSentence,
  isEmpty,
  isOpenEnded,
  markerOf,
  openingOf,
  passage,
  type State,
  type Structure,
} from './state.js';
import { isSplitTail, joinTail } from './tail.js';
import { takeVotes } from './votes.js';

/** Sorts the lines of one motion; amendments and the names of voters are taken out of them first. */
export function readStructure(all: readonly LogicalLine[]): Structure {
  const { rest, amendments, ...beside } = takeAmendments(all);
  const { rest: lines, fields, recorded, doubts } = takeVotes(rest);
  const state: State = {
    lines,
    roots: [],
    fields: [...beside.fields, ...fields],
    findings: [],
    preamble: [],
    unplaced: [],
    doubts: [...beside.doubts, ...doubts],
    amendments,
    recorded,
    section: { letter: null, kind: null, leadIn: null },
    levels: [],
    from: firstOfMotion(lines),
    isDecided: false,
  };
  lines.forEach((line, index) => {
    const isPreamble = index < state.from;
    if (isPreamble && line.mark) readPreambleMark(state, line, line.mark);
    else if (line.mark) readMarked(state, line, line.mark, index);
    else readUnmarked(state, line, index, isPreamble);
  });
  settle(state);
  return state;
}

/**
 * A motion begins at its first heading, or before it with a sentence that brings its own verb;
 * without either at the first mark. On a blog such a sentence is news, not the motion.
 */
function firstOfMotion(lines: readonly LogicalLine[]): number {
  const heading = lines.findIndex(
    (line) => headingOf(line) !== null || (!line.mark && isSubjectOnly(line.text)),
  );
  const isBlog = lines.some((line) => !line.mark && isBlogLine(line.text));
  const quoted = isBlog ? lines.findIndex(({ text }) => /\bmotion reads\b.*:$/i.test(text)) : 0;
  const sentence = lines.findIndex(
    (line, index) => quoted >= 0 && index >= quoted && !line.mark && isClauseSentence(line),
  );
  const starts = [heading, sentence].filter((at) => at >= 0);
  if (starts.length > 0) return Math.min(...starts);
  const mark = lines.findIndex((line) => line.mark !== null && !isItem(line, line.mark));
  return mark < 0 ? lines.length : mark;
}

/** The title of an item, or a numbered line that says who moved the motion. */
function isItem(line: LogicalLine, { length }: Mark): boolean {
  return isItemTitle(line.text.slice(length)) || markedField(line) !== null;
}

/** Before the first heading an agenda number may stand before the title; long items are clauses. */
function readPreambleMark(state: State, line: LogicalLine, mark: Mark): void {
  const content = { ...passage(line), text: line.text.slice(mark.length), start: line.start + mark.length };
  const finding = content.text ? readField(content.text, line.line, { isPreamble: true }) : null;
  if (!finding && (content.text.length > 120 || isTerminated(content.text))) {
    placeLine(state, line, mark);
    return;
  }
  state.fields.push({ ...markerOf(line, mark), field: 'agenda_number' });
  if (finding) {
    state.fields.push({ field: finding.field, ...content });
    state.findings.push({ finding, line: line.line });
  } else if (content.text) state.preamble.push(content);
}

function readMarked(state: State, line: LogicalLine, mark: Mark, index: number): void {
  const content = { ...passage(line), text: line.text.slice(mark.length), start: line.start + mark.length };
  const finding = mark.label ? markedField(line) : null;
  if (finding) {
    state.fields.push({ ...markerOf(line, mark), field: 'agenda_number' });
    addFinding(state, finding, content);
    return;
  }
  if (state.isDecided && mark.label && state.levels.length > 0 && !continues(state.levels, mark.label)) {
    state.unplaced.push(passage(line));
    return;
  }
  if (isSplitTail(state, line, mark, index)) {
    joinTail(state, { ...line, text: line.text.slice(mark.length), start: line.start + mark.length });
    return;
  }
  placeLine(state, line, mark);
}

function readUnmarked(state: State, line: LogicalLine, index: number, isPreamble: boolean): void {
  const previous = lastDraft(state.levels);
  const opening = openingOf(line);
  if (opening?.isHeading) {
    openSection(state, line, opening);
    return;
  }
  const finding = isPreamble || state.roots.length === 0 ? fieldBefore(line) : fieldAmong(line);
  if (finding) addFinding(state, finding, passage(line));
  else if (isPreamble) state.preamble.push(passage(line));
  else if (previous && isEmpty(previous)) previous.pieces.push(passage(line));
  else if (opening && /[.;]\s+\p{Lu}[^.;]*[:：]$/u.test(line.text)) placeInOwnSection(state, line, opening);
  else if (isSubjectOnly(line.text) && (!previous || /^\W*that\s/i.test(line.text)))
    extendLeadIn(state, line, previous);
  else if (previous && /^(?:and|also|further)\b.*[:：]$/is.test(line.text) && line.text.length < 200)
    readStem(state, line, previous);
  else if (previous && isOpenEnded(previous) && /^\p{Ll}/u.test(line.text) && !isInterrupted(state, previous))
    joinTail(state, line);
  else if (/[:：]$/.test(line.text) && previous && line.text.length < 200) readStem(state, line, previous);
  else if (opening && isClauseSentence(line)) placeInOwnSection(state, line, opening);
  else readParagraph(state, line, index, previous);
}

function addFinding(state: State, finding: Finding, place: Passage): void {
  state.fields.push({ field: finding.field, ...place });
  state.findings.push({ finding, line: place.line });
  state.isDecided ||= finding.decision?.outcome != null && finding.isAmendment !== true;
}

/** Whether something that could not be placed stands behind a clause, so that no tail of it can follow. */
function isInterrupted({ unplaced }: State, previous: Draft): boolean {
  return (unplaced.at(-1)?.start ?? 0) > (previous.pieces.at(-1)?.start ?? 0);
}

/**
 * "RESOLVED:" and then "That this council:" are one heading on two lines. Behind clauses that note or
 * believe it is a heading of its own, whose clauses say by their verbs what they do.
 */
function extendLeadIn(state: State, line: LogicalLine, previous: Draft | null): void {
  if (previous) {
    state.levels = [];
    if (state.section.letter !== 'r') state.section = { letter: null, kind: null, leadIn: null };
  }
  const leadIn = previous ? null : state.section.leadIn;
  state.section = { ...state.section, leadIn: leadIn === null ? line.text : `${leadIn} ${line.text}` };
  state.fields.push({ field: 'lead_in', ...passage(line) });
}

function openSection(state: State, line: LogicalLine, opening: Opening): void {
  const hasResolved = state.roots.some((root) => root.section.letter === 'r');
  if (hasResolved && opening.section === 'n') state.doubts.push(doubt('SEVERAL_MOTIONS', line.line));
  state.section = { letter: opening.section, kind: opening.kind, leadIn: line.text };
  state.levels = [];
  state.isDecided = false;
  state.fields.push({ field: 'heading', ...passage(line) });
  if (/\bRESOLVED\b|^Resolved\W*$|\b(?:it was|council) resolved\b/.test(line.text)) {
    state.findings.push({ finding: { field: 'resolved' }, line: line.line });
  }
}

/** A clause that came to nothing gives its marker back, and a stem without a list stays a field. */
function settle(state: State): void {
  const isHollow = (draft: Draft) => isEmpty(draft) && draft.children.length === 0;
  const prune = (drafts: Draft[]): Draft[] =>
    drafts.filter((draft) => {
      draft.children = prune(draft.children);
      const { marker } = draft;
      if (isHollow(draft) && marker)
        state.unplaced.push({ line: draft.line, ...marker, text: draft.label ?? '' });
      return !isHollow(draft);
    });
  state.roots = prune(state.roots);
}
