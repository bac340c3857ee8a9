// The plain-text door: a text becomes lines with their place in it. Another door (HTML) makes
// the same lines, with offsets into its own decoded text, and the rest of the reader is shared.

import type { Passage } from './document.js';
import { type Mark, readMark } from './markers.js';
import { noAnswers } from './once.js';

export interface Line extends Passage {
  /** How many blanks stand before the text; no-break spaces count. */
  indent: number;
  /** Whether an empty line stands before it. */
  gap: boolean;
}

// A year of a council's minutes has some thirty thousand lines. What is half as long again is no paper, and a bound
// keeps hostile text from taking all memory and time.
const mostLines = 50_000;

/** The first lines of a text that are not blank, trimmed, with offsets, indent and the gap before each. */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  let number = 1;
  let from = 0;
  while (from <= source.length && lines.length < mostLines) {
    const to = endOfLine(source, from);
    const whole = source.slice(from, to);
    const text = whole.trim();
    if (text) {
      const indent = whole.length - whole.trimStart().length;
      const start = from + indent;
      lines.push({ line: number, start, end: start + text.length, text, indent, gap });
    }
    gap = !text;
    const sign = source.charCodeAt(to);
    if (sign !== formFeed && sign !== verticalTab) number += 1;
    from = to + (sign === 0x0d && source.charCodeAt(to + 1) === 0x0a ? 2 : 1);
  }
  return lines;
}

/** What stands behind the last line that was read, or null where nothing does. */
export function beyondLines(source: string, lines: readonly Line[]): Passage | null {
  if (lines.length < mostLines) return null;
  const { line = 0, end = 0 } = lines.at(-1) ?? {};
  const text = source.slice(end).trim();
  const start = source.indexOf(text, end);
  return text === '' ? null : { line: line + 1, start, end: start + text.length, text };
}

const verticalTab = 0x0b;
const formFeed = 0x0c;

/** Where the line at hand ends: at a line feed, a page or line break of any kind, or the end of the text. */
function endOfLine(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charCodeAt(at);
    if ((sign >= 0x0a && sign <= 0x0d) || sign === 0x2028 || sign === 0x2029) return at;
  }
  return source.length;
}

/** A line of the page's own layout put back together from the lines it was wrapped into. */
export interface LogicalLine extends Line {
  pieces: Passage[];
  mark: Mark | null;
  /** What was asked of it so far. */
  answers: unknown[];
}

/** Undoes hard wrapping: a line that only continues the one before it becomes a piece of it. */
export function unwrapLines(lines: readonly Line[]): LogicalLine[] {
  const width = wrapWidth(lines);
  const logical: LogicalLine[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const mark = readMark(line.text);
    const open = logical.at(-1);
    if (open && previous && !mark && continuesLine(previous, line, width)) open.pieces.push(line);
    else logical.push(toLogical(line, mark));
    previous = line;
  }
  return logical.map((line) => (line.pieces.length > 1 ? joinPieces(line) : line));
}

/** Written out: to spread each of a hundred thousand lines took a fifth of all reading. */
function toLogical(one: Line, mark: Mark | null): LogicalLine {
  const { line, start, end, text, indent, gap } = one;
  return { line, start, end, text, indent, gap, pieces: [one], mark, answers: noAnswers() };
}

function joinPieces(line: LogicalLine): LogicalLine {
  // The marker keeps its printed width, so that offsets behind it stay true.
  const kept = line.mark?.length ?? 0;
  const rest = line.pieces.map((piece, index) => (index === 0 ? piece.text.slice(kept) : piece.text));
  const text = line.text.slice(0, kept) + rest.map((part) => part.replace(/\s+/g, ' ')).join(' ');
  return { ...line, text, end: line.pieces.at(-1)?.end ?? line.end };
}

function continuesLine(previous: Line, next: Line, width: number | null): boolean {
  if (next.gap) return false;
  if (width !== null && isWrapped(previous, next, width)) return true;
  return /^\p{Ll}/u.test(next.text) && !isTerminated(previous.text) && previous.text.length > 30;
}

/** The width at which a text was wrapped by hand, or null when its lines are whole paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  const width = lines.reduce((most, line) => Math.max(most, line.indent + line.text.length), 0);
  if (width < 40 || width > 120) return null;
  const broken = lines.filter((next, index) => {
    const previous = lines[index - 1];
    return previous && /^\p{Ll}/u.test(next.text) && !next.gap && isWrapped(previous, next, width);
  });
  return broken.length > 1 ? width : null;
}

/** Whether the first word of `next` would not have fitted on the line before it. */
function isWrapped(previous: Line, next: Line, width: number): boolean {
  const word = next.text.split(/\s/, 1)[0] ?? '';
  return previous.indent + previous.text.length + 1 + word.length > width - 2;
}

/** A sentence that has ended, or a stem that opens a list. */
export function isTerminated(text: string): boolean {
  return /[.;:!?…]["'’”)\]]*(?:\s+(?:and|or))?$/i.test(text.trimEnd().slice(-20));
}
