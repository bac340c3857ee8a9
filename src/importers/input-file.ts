// A file handed to an import, before its format is known: its name, its encoding, the hash of its bytes
// and its first characters. It is read through once for that, so that the second reading can stream.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { type Encoding, encodingOfStart } from './decode.js';
import { type Utf8Scan, utf8Scanner, wasUtf8 } from './utf8.js';

/** A file that can be streamed as text. */
export interface InputFile {
  /** As reports name it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Whether nothing in the file says that it is this encoding. */
  readonly isGuess: boolean;
  /** Its first characters, without byte order mark. */
  readonly head: string;
  /** What keeps its bytes from being text; null where nothing does. */
  readonly damage: { readonly line: number; readonly got: string } | null;
}

const headBytes = 65_536;

/** Looks at a file: one pass over its bytes, whatever their number. */
export async function openInput(path: string, name: string): Promise<InputFile> {
  const start = await readStart(path);
  const hash = createHash('sha256');
  const marked = encodingOfStart(start);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let isUtf8 = marked === null;
  let hasNul = false;
  for await (const chunk of piecesOf(path)) {
    hash.update(chunk);
    bytes += chunk.length;
    isUtf8 &&= decodes(utf8, chunk, true);
    hasNul ||= marked === null && chunk.includes(0);
  }
  isUtf8 &&= decodes(utf8, new Uint8Array(), false);
  const scan = marked || isUtf8 ? null : await scanned(path);
  const { encoding, isGuess } = marked ?? {
    encoding: scan && !wasUtf8(scan) ? 'windows-1252' : 'utf-8',
    isGuess: !isUtf8,
  };
  const head = new TextDecoder(encoding).decode(start);
  const file = { name, path, bytes, sha256: hash.digest('hex'), encoding, isGuess, head };
  return { ...file, damage: await damageOf(file, scan, hasNul || marked !== null) };
}

/** The first place at which the bytes of a file are no text of its encoding. */
async function damageOf(
  file: Omit<InputFile, 'damage'>,
  scan: Utf8Scan | null,
  mayHoldNul: boolean,
): Promise<InputFile['damage']> {
  if (scan && wasUtf8(scan)) return { line: scan.brokenLine ?? 1, got: 'UTF-8 with bytes that are not' };
  if (!mayHoldNul) return null;
  let line = 1;
  for await (const piece of textOf(file)) {
    const nul = piece.indexOf('\u0000');
    line += (nul < 0 ? piece : piece.slice(0, nul)).split('\n').length - 1;
    if (nul >= 0) return { line, got: 'a NUL' };
  }
  const isHalf = file.encoding.startsWith('utf-16') && file.bytes % 2 === 1;
  return isHalf ? { line, got: `${file.encoding} that ends within a character` } : null;
}

async function scanned(path: string): Promise<Utf8Scan> {
  const scanner = utf8Scanner();
  for await (const chunk of piecesOf(path)) scanner.scan(chunk);
  return scanner.end();
}

function piecesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 1 << 18 });
}

/** The text of a file piece by piece, without byte order mark; memory does not grow with the file. */
export async function* textOf({
  path,
  encoding,
}: Pick<InputFile, 'path' | 'encoding'>): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of piecesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The whole text of a file, for formats that only make sense whole. */
export async function wholeText(file: InputFile): Promise<string> {
  let text = '';
  for await (const piece of textOf(file)) text += piece;
  return text;
}

async function readStart(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EISDIR' ? 'it is a folder' : (code ?? 'it cannot be read');
    throw new UsageError(`expected a document that can be read, got ${path}: ${why}`);
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}
