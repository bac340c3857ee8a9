// CSV from the bytes of COPY, by the contract of csv.ts, which a property test holds it to. Cells without
// anything special are copied byte by byte; the rare ones that need thought go through csv.ts itself.
import { byteClasses, ends, hard, isPunctuation, plain } from './byte-class.js';
import {
  type CopyRows,
  cellEnd,
  cellText,
  comma,
  isNull,
  lineFeed,
  quote,
  type RowBytes,
  twoBuffers,
} from './copy-rows.js';
import { csvCell } from './csv.js';

const classes = byteClasses([comma, quote]);
const encoder = new TextEncoder();

/** CSV records of COPY rows. */
export function csvBytes(): RowBytes {
  const buffer = twoBuffers();
  return (bytes: CopyRows) => {
    // At worst every byte is a quotation mark, which is doubled, in a cell that gets two more and has a tab or line
    // end of its own; and composing never makes text more than three times as long.
    const out = buffer(3 * bytes.length);
    let at = 0;
    let to = 0;
    while (at < bytes.length) {
      if (isNull(bytes, at)) at += 2;
      else {
        const start = at;
        const began = to;
        let kind = classes[bytes[at] as number];
        while (kind === plain || (kind === hard && isPunctuation(bytes, at))) {
          out[to++] = bytes[at++] as number;
          if (kind === hard) {
            out[to++] = bytes[at++] as number;
            out[to++] = bytes[at++] as number;
          }
          kind = classes[bytes[at] as number];
        }
        if (kind !== ends) {
          at = cellEnd(bytes, at);
          to = quoted(bytes, start, at, out, began);
        }
      }
      if (bytes[at] === lineFeed) out[to++] = 0x0d;
      out[to++] = bytes[at] === lineFeed ? lineFeed : comma;
      at += 1;
    }
    return out.subarray(0, to);
  };
}

// Answers where the next cell goes.
function quoted(bytes: Uint8Array, start: number, end: number, out: Uint8Array, began: number): number {
  let to = began;
  out[to++] = quote;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    const kind = classes[byte];
    if (kind === hard) {
      if (!isPunctuation(bytes, at)) {
        const text = csvCell(cellText(bytes, start, end));
        return began + encoder.encodeInto(text, out.subarray(began)).written;
      }
      out[to++] = byte;
      out[to++] = bytes[++at] as number;
      out[to++] = bytes[++at] as number;
      continue;
    }
    if (byte === quote) out[to++] = quote;
    out[to++] = byte;
  }
  out[to++] = quote;
  return to;
}
