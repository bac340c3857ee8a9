// Where two files differ first.
import { type FileHandle, open } from 'node:fs/promises';

/** The first place at which two files differ. */
export interface Difference {
  /** Bytes before it, and lines of text up to it, counted from 1. */
  readonly byte: number;
  readonly line: number;
  /** What each holds from there on, the beginning of it; empty where it has ended. */
  readonly published: string;
  readonly rebuilt: string;
}

const pieceSize = 262_144;
const shown = 40;
const lineFeed = 0x0a;

/** Compares two files byte by byte; null where they are the same. Memory stays flat whatever their size. */
export async function firstDifference(published: string, rebuilt: string): Promise<Difference | null> {
  const one = await open(published);
  const other = await open(rebuilt).catch(async (error) => {
    await one.close();
    throw error;
  });
  try {
    return await compare(one, other);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

async function compare(one: FileHandle, other: FileHandle): Promise<Difference | null> {
  let line = 1;
  for (let at = 0; ; at += pieceSize) {
    const [a, b] = [await piece(one, at, pieceSize), await piece(other, at, pieceSize)];
    const place = differingPlace(a, b);
    if (place < 0) {
      if (a.length === 0) return null;
      line += linesIn(a);
      continue;
    }
    const byte = at + place;
    const from = async (file: FileHandle) => (await piece(file, byte, shown)).toString();
    return {
      ...{ byte, line: line + linesIn(a.subarray(0, place)) },
      ...{ published: await from(one), rebuilt: await from(other) },
    };
  }
}

function differingPlace(a: Buffer, b: Buffer): number {
  if (a.equals(b)) return -1;
  const place = a.findIndex((byte, n) => byte !== b[n]);
  return place < 0 ? a.length : place;
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

// A read may give less than was asked for before the end of the file.
async function piece(file: FileHandle, at: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
