// A file handed to an import, before its format is known: its name, its encoding, the hash of its bytes
// and its first characters. It is read through once for that, so that the second reading can stream.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { type Encoding, encodingOfStart } from './decode.js';

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
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    hash.update(chunk);
    bytes += chunk.length;
    isUtf8 &&= decodes(utf8, chunk, true);
  }
  isUtf8 &&= decodes(utf8, new Uint8Array(), false);
  const { encoding, isGuess } = marked ?? {
    encoding: isUtf8 ? 'utf-8' : 'windows-1252',
    isGuess: !isUtf8,
  };
  const head = new TextDecoder(encoding).decode(start);
  return { name, path, bytes, sha256: hash.digest('hex'), encoding, isGuess, head };
}

/** The text of a file piece by piece, without byte order mark; memory does not grow with the file. */
export async function* textOf({ path, encoding }: InputFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk, { stream: true });
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
