// What is known while a motion's lines are read, and the small questions asked of it.

import type { Field, ParsedAmendment, Passage, RecordedVote } from './document.js';
import type { Doubt } from './doubts.js';
import type { Draft, Section } from './draft.js';
import type { Finding } from './fields.js';
import { type Opening, readOpening } from './headings.js';
import type { Levels } from './levels.js';
import { isTerminated, type LogicalLine } from './lines.js';
import type { Mark } from './markers.js';
import { oncePerLine } from './once.js';

/** A motion's lines, sorted into what they are. */
export interface Structure {
  roots: Draft[];
  fields: Field[];
  findings: { finding: Finding; line: number }[];
  /** Unmarked lines before the first clause: the title is one of them. */
  preamble: Passage[];
  unplaced: Passage[];
  doubts: Doubt[];
  amendments: ParsedAmendment[];
  /** Who voted how, by the line of the decision; no names where those printed cannot be believed. */
  recorded: Map<number, RecordedVote[]>;
}

/** A structure in the making. */
export interface State extends Structure {
  lines: readonly LogicalLine[];
  section: Section;
  levels: Levels;
  /** Line of the first heading or clause; the lines before it are the preamble. */
  from: number;
  /** Whether the motion was decided in the section at hand: what is numbered anew behind it is the next item. */
  isDecided: boolean;
}

/** How the whole line opens, its mark included. */
export const openingOf = oncePerLine(({ text }) => readOpening(text));

/** A heading on its own, numbered or not. */
export const headingOf = oncePerLine((line): Opening | null => {
  if (!line.mark) {
    const opening = openingOf(line);
    return opening?.isHeading ? opening : null;
  }
  const opening = line.mark.label ? readOpening(line.text.slice(line.mark.length)) : null;
  return opening?.isHeading && opening.isPlain ? opening : null;
});

/** A sentence with a council for its subject and a verb of the table, which needs no heading. */
export function isClauseSentence(line: LogicalLine): boolean {
  const isWhole = isTerminated(line.text) || line.text.length > 200;
  return isWhole && openingOf(line) !== null;
}

/** Where the marker of a line stands, without the blanks behind it. */
export function markerOf(line: LogicalLine, mark: Mark): Passage {
  const text = line.text.slice(0, mark.length).trimEnd();
  return { line: line.line, start: line.start, end: line.start + text.length, text };
}

/** Whether nothing but a marker of a clause has been read yet. */
export function isEmpty(draft: Draft): boolean {
  return draft.pieces.length === 0;
}

/** Whether a clause stops in the middle of a sentence. */
export function isOpenEnded(draft: Draft): boolean {
  return !isTerminated(draft.pieces.at(-1)?.text ?? '');
}

/** A line as a passage of the text, without what only the reader needs. */
export function passage({ line, start, end, text }: Passage): Passage {
  return { line, start, end, text };
}
