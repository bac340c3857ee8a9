// JSON Lines from the bytes of COPY, by the contract of ndjson.ts, which a property test holds it to. COPY
// escapes line ends and backslashes as JSON does, so that almost every byte of a cell stays as it is.
import { byteClasses, ends, isPunctuation, plain } from './byte-class.js';
import {
  backslash,
  type CellKind,
  type CopyRows,
  cellEnd,
  cellText,
  countRows,
  isNull,
  lineFeed,
  quote,
  type RowBytes,
  tab,
  twoBuffers,
} from './copy-rows.js';

const controls = Array.from({ length: 32 }, (_, byte) => byte).filter(
  (byte) => byte !== tab && byte !== lineFeed,
);
const classes = byteClasses([quote, ...controls]);
const encoder = new TextEncoder();
const nothing = encoder.encode('null');

/** One JSON object per COPY row, with these columns as its keys. */
export function jsonBytes(columns: readonly string[], kinds: readonly CellKind[]): RowBytes {
  const buffer = twoBuffers();
  const keys = columns.map((name, n) => encoder.encode(`${n === 0 ? '{' : ','}${JSON.stringify(name)}:`));
  const keyLength = keys.reduce((sum, key) => sum + key.length, 0);
  const isText = kinds.map((kind) => kind === 'text');
  return (bytes: CopyRows) => {
    // At worst every byte is a control character, written as six; a row has at least a byte for each column.
    const rows = Math.ceil(bytes.length / columns.length);
    const out = buffer(6 * bytes.length + rows * (keyLength + 2));
    let at = 0;
    let to = 0;
    let column = 0;
    while (at < bytes.length) {
      const key = keys[column] as Uint8Array;
      for (let n = 0; n < key.length; n += 1) out[to++] = key[n] as number;
      if (isNull(bytes, at)) {
        for (let n = 0; n < 4; n += 1) out[to++] = nothing[n] as number;
        at += 2;
      } else if (isText[column]) {
        const start = at;
        const began = to;
        out[to++] = quote;
        for (;;) {
          let kind = classes[bytes[at] as number];
          while (kind === plain) {
            out[to++] = bytes[at++] as number;
            kind = classes[bytes[at] as number];
          }
          if (kind === ends) break;
          if (bytes[at] === quote) {
            out[to++] = backslash;
            out[to++] = bytes[at++] as number;
          } else if (isPunctuation(bytes, at)) {
            for (let n = 0; n < 3; n += 1) out[to++] = bytes[at++] as number;
          } else if (isSameEscape(bytes, at)) {
            for (let n = 0; n < 2; n += 1) out[to++] = bytes[at++] as number;
          } else {
            at = cellEnd(bytes, at);
            const text = JSON.stringify(cellText(bytes, start, at));
            to = began + encoder.encodeInto(text, out.subarray(began)).written - 1;
            break;
          }
        }
        out[to++] = quote;
      } else {
        while (classes[bytes[at] as number] !== ends) out[to++] = bytes[at++] as number;
      }
      if (bytes[at] === lineFeed) {
        out[to++] = 0x7d;
        out[to++] = lineFeed;
        column = 0;
      } else column += 1;
      at += 1;
    }
    return out.subarray(0, to);
  };
}

// A line feed, tab or backslash is written alike by COPY and by JSON; a carriage return is not published.
function isSameEscape(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== backslash) return false;
  const letter = bytes[at + 1];
  return letter === 0x6e || letter === 0x74 || letter === backslash;
}

/** The items of an array from lines of JSON: a comma between one and the next, none before the first. */
export function arrayBytes(): (lines: Uint8Array, isFirst: boolean) => Uint8Array {
  const buffer = twoBuffers();
  return (lines, isFirst) => {
    const out = buffer(lines.length + countRows(lines));
    let to = 0;
    let start = 0;
    let isLater = !isFirst;
    for (;;) {
      const end = lines.indexOf(lineFeed, start);
      if (end < 0) return out.subarray(0, to);
      if (isLater) out[to++] = 0x2c;
      out[to++] = lineFeed;
      out.set(lines.subarray(start, end), to);
      to += end - start;
      start = end + 1;
      isLater = true;
    }
  };
}
