// Bytes to text, for every file an import is handed. What a byte order mark says is believed; else
// valid UTF-8 is UTF-8, and so is what was UTF-8 before it was damaged; else the text is taken for
// Windows-1252. Both are told as a doubt unless the page itself says so. A page of HTML becomes the text that its readers see.

import { createHash } from 'node:crypto';
import { decodeHtml, isHtml } from './html.js';
import type { Span } from './motion-text/document.js';
import { utf8Scanner, wasUtf8 } from './utf8.js';

/** The encodings that councils' files come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedFile {
  /** The visible text without byte order mark and NUL; offsets of clauses count from its start. */
  text: string;
  mediaType: 'text/plain' | 'text/html';
  /** Stretches of the text that are the way around a site. */
  asides: Span[];
  encoding: Encoding;
  /** Whether nothing in the file says that it is this encoding. */
  isGuess: boolean;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  /** What the bytes are instead of text, where that can be told. */
  foreign: 'a PDF' | 'a Word document' | 'XML' | 'a binary file' | null;
}

/** Decodes a file; never fails, whatever the bytes. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const { encoding, isGuess } = encodingOf(bytes);
  const source = new TextDecoder(encoding).decode(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const foreign = foreignKind(source);
  const file = { encoding, isGuess: isGuess && !saysEncoding(source, encoding), sha256, foreign };
  if (foreign === null && isHtml(source)) return { ...file, mediaType: 'text/html', ...decodeHtml(source) };
  const text = source.includes('\u0000') ? source.replaceAll('\u0000', '') : source;
  return { ...file, mediaType: 'text/plain', text, asides: [] };
}

/** Whether a page says that it is in the encoding it was read in. */
function saysEncoding(source: string, encoding: string): boolean {
  const stated = /<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w-]{3,20})/i.exec(source.slice(0, 5000))?.[1];
  const alike =
    encoding === 'windows-1252'
      ? /^(?:windows-1252|iso-8859-1|latin1)$/i
      : new RegExp(`^${encoding.slice(0, 6)}`, 'i');
  return encoding !== 'utf-8' && stated !== undefined && alike.test(stated);
}

function encodingOf(bytes: Uint8Array): Pick<DecodedFile, 'encoding' | 'isGuess'> {
  const marked = encodingOfStart(bytes);
  if (marked) return marked;
  if (isUtf8(bytes)) return { encoding: 'utf-8', isGuess: false };
  const scanner = utf8Scanner();
  scanner.scan(bytes);
  return { encoding: wasUtf8(scanner.end()) ? 'utf-8' : 'windows-1252', isGuess: true };
}

/** What the first bytes say of the encoding: a mark, or zero bytes in every second place; else null. */
export function encodingOfStart(bytes: Uint8Array): Pick<DecodedFile, 'encoding' | 'isGuess'> | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', isGuess: false };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', isGuess: false };
  // Latin text without a mark has its zero bytes in every second place.
  if (bytes.length > 3 && first === 0 && second !== 0 && bytes[2] === 0)
    return { encoding: 'utf-16be', isGuess: true };
  if (bytes.length > 3 && second === 0 && first !== 0 && bytes[3] === 0)
    return { encoding: 'utf-16le', isGuess: true };
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function foreignKind(text: string): DecodedFile['foreign'] {
  const head = text.slice(0, 1000);
  if (head.startsWith('%PDF-')) return 'a PDF';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('ÐÏ\u0011à')) return 'a Word document';
  if (/^\s*<\?xml/.test(head) && !/<(?:!doctype html|html)\b/i.test(head)) return 'XML';
  return head.includes('\u0000') ? 'a binary file' : null;
}
