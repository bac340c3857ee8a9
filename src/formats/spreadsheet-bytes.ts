// The spreadsheet edition from the bytes of COPY: rows in which nothing could be taken for a formula stay as they
// are, other cells go through spreadsheet.ts. What comes out is COPY text again, for CSV to be made of.
import {
  backslash,
  type CellKind,
  type CopyRows,
  cellEnd,
  cellText,
  escapedText,
  isNull,
  lineFeed,
} from './copy-rows.js';
import { neutralise } from './spreadsheet.js';

const code = (character: string) => character.charCodeAt(0);
const signs = new Set(["'", '=', '+', '-', '@'].map(code));
const separators = new Set([',', ';', '|'].map(code));
const breaks = new Set(['n', 'r', 't'].map(code));
const encoder = new TextEncoder();

/** COPY rows with every cell made harmless to spreadsheet programs. */
export function harmlessRows(bytes: CopyRows, kinds: readonly CellKind[]): CopyRows {
  const parts: Uint8Array[] = [];
  let kept = 0;
  let column = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const end = cellEnd(bytes, at);
    if (kinds[column] === 'text' && !isNull(bytes, at) && mayRun(bytes, at, end)) {
      const text = escapedText(neutralise(cellText(bytes, at, end)));
      parts.push(bytes.subarray(kept, at), encoder.encode(text));
      kept = end;
    }
    column = bytes[end] === lineFeed ? 0 : column + 1;
    at = end;
  }
  if (parts.length === 0) return bytes;
  return Buffer.concat([...parts, bytes.subarray(kept)]);
}

// Looks for a sign where a cell could begin for some program; whatever is not plain there counts as one, and
// the rule itself then decides.
function mayRun(bytes: Uint8Array, start: number, end: number): boolean {
  let isStart = true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (isStart) {
      if (signs.has(byte) || byte === backslash || byte >= 0x7f) return true;
      isStart = byte <= 0x20;
    } else if (byte === backslash) {
      at += 1;
      isStart = breaks.has(bytes[at] as number);
    }
    if (separators.has(byte)) isStart = true;
  }
  return false;
}
