// What a byte of COPY text means to a format that goes over it: almost all are copied as they are.
import { backslash, lineFeed, tab } from './copy-rows.js';

/** Copied as it is. */
export const plain = 0;
/** Ends a cell. */
export const ends = 1;
/** Means something to the format. */
export const special = 2;
/** Begins what cannot be told from bytes alone: an escape, or a character that Unicode might compose. */
export const hard = 3;

// No character below U+0300, whose first byte is 0xCC, combines with another.
const firstComposing = 0xcc;
const general = 0xe2;

/** A table of the classes of all bytes for a format with these special ones. */
export function byteClasses(specials: readonly number[]): Uint8Array {
  const classes = new Uint8Array(256).fill(hard, firstComposing);
  classes[backslash] = hard;
  for (const byte of specials) classes[byte] = special;
  for (const byte of [tab, lineFeed]) classes[byte] = ends;
  return classes;
}

/**
 * Whether the three bytes at a place are a dash, quotation mark, bullet or ellipsis (U+2010 to U+2027): the
 * characters beyond Latin that most texts hold, and none of them composes.
 */
export function isPunctuation(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at + 2] ?? 0;
  return bytes[at] === general && bytes[at + 1] === 0x80 && last >= 0x90 && last <= 0xa7;
}
