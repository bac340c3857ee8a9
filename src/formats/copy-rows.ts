// Rows as PostgreSQL hands them out in bulk: the bytes of COPY’s text format, a line per row, tabs between
// cells, `\N` for null, and a backslash before whatever would be taken for one of these. Formats that write bytes
// go over them once, without making a string of every cell; the others take cells.
import { type Cell, canonical } from './format.js';

/** Whole lines of COPY text. */
export type CopyRows = Uint8Array;

/** How the text of a cell is to be read. */
export type CellKind = 'text' | 'integer' | 'boolean';

/** Rows of COPY text in a format; the answer is good until the call after the next one. */
export type RowBytes = (rows: CopyRows) => Uint8Array;

export const tab = 0x09;
export const lineFeed = 0x0a;
export const quote = 0x22;
export const comma = 0x2c;
export const backslash = 0x5c;

/**
 * Two buffers in turn, each at least as large as asked for: one is filled while the other is on its way to
 * the disk, and nothing is left for the garbage collector.
 */
export function twoBuffers(): (size: number) => Uint8Array {
  const buffers = [new Uint8Array(0), new Uint8Array(0)];
  let turn = 0;
  return (size) => {
    turn = 1 - turn;
    const buffer = buffers[turn];
    if (buffer && buffer.length >= size) return buffer;
    const larger = new Uint8Array(size);
    buffers[turn] = larger;
    return larger;
  };
}

/** Whether the cell that begins at a place is null. */
export function isNull(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== backslash || bytes[at + 1] !== 0x4e) return false;
  const after = bytes[at + 2];
  return after === tab || after === lineFeed;
}

/** Where the cell that begins at a place ends: the place of its tab or line feed. */
export function cellEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] !== tab && bytes[end] !== lineFeed) end += 1;
  return end;
}

const escaped: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a cell between two places, as it is published. */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  return canonical(unescaped(decoder.decode(bytes.subarray(start, end)))) as string;
}

function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/gs, (_, letter: string) => escaped[letter] ?? letter)
    : text;
}

const written: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a cell of COPY holds it. */
export function escapedText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => written[character] ?? character);
}

/** How many rows these are. */
export function countRows(rows: CopyRows): number {
  let count = 0;
  for (let at = rows.indexOf(lineFeed); at >= 0; at = rows.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** The cells of COPY rows as they are published. */
export function copyCells(rows: CopyRows, kinds: readonly CellKind[]): Cell[][] {
  const lines = decoder.decode(rows).split('\n');
  lines.pop();
  return lines.map((line) => line.split('\t').map((cell, n) => cellValue(cell, kinds[n] ?? 'text')));
}

function cellValue(cell: string, kind: CellKind): Cell {
  if (cell === '\\N') return null;
  if (kind === 'integer') return Number(cell);
  if (kind === 'boolean') return cell === 'true';
  return canonical(unescaped(cell));
}
