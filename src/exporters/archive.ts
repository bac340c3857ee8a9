// all.zip: every file of a snapshot in one download. What has a gzip sibling is not compressed again: the sibling’s
// own deflated bytes go in as they are. No entry holds a time, so that the time zone cannot change a byte.
import { open, readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { ZipWriter } from '@zip.js/zip.js';
import type { FileFacts, Staging } from './staging.js';

/** Where the archive stands in a snapshot. */
export const archivePath = 'all.zip';

// 1 January 1980, the first day that a zip file can name.
const noTime = 0x00210000;
const stored = 0;
const deflated = 8;
const gzipHeader = 10;
const gzipTrailer = 8;

/** One entry as it goes in: compressed already, with what a reader checks it by. */
interface Entry {
  readonly bytes: Readable;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
}

/** Writes all.zip from the staged files, in byte order of their paths. */
export async function writeArchive(staging: Staging): Promise<void> {
  const files = staging.files;
  const file = await staging.create(archivePath);
  const zip = new ZipWriter(Writable.toWeb(new Writable({ write: into(file.write) })), {
    ...{ extendedTimestamp: false, rawLastModDate: noTime, useWebWorkers: false, keepOrder: true },
    ...{ passThrough: true, versionMadeBy: 20, preventClose: false },
  });
  for (const each of files) await add(zip, staging, each);
  await zip.close();
  await file.finish();
}

// The staged file keeps the piece until the next one is accepted; zip.js may use its memory again before.
function into(write: (bytes: Uint8Array) => Promise<void>) {
  return (chunk: Uint8Array, _encoding: string, done: (error?: Error) => void) => {
    write(Buffer.from(chunk)).then(() => done(), done);
  };
}

async function add(zip: ZipWriter<unknown>, staging: Staging, file: FileFacts): Promise<void> {
  const { bytes, method, crc, size } = await entryOf(staging, file);
  await zip.add(file.path, Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    ...{ compressionMethod: method, crc32: crc, uncompressedSize: size },
  });
}

async function entryOf(staging: Staging, file: FileFacts): Promise<Entry> {
  const gzip = file.encodings?.find((each) => each.encoding === 'gzip');
  if (gzip) return fromGzip(staging.pathOf(gzip.path), gzip.bytes, file.bytes);
  const path = staging.pathOf(file.path);
  // Without a gzip sibling are Parquet, which is compressed already, and the small descriptions.
  if (file.path.endsWith('.parquet')) {
    return { bytes: await reader(path), method: stored, crc: await crcOf(path), size: file.bytes };
  }
  const content = await readFile(path);
  return {
    bytes: Readable.from([deflateRawSync(content)]),
    method: deflated,
    crc: crc32(content),
    size: content.length,
  };
}

// A gzip file is a header without name here, the deflated bytes, their CRC-32 and their size.
async function fromGzip(path: string, bytes: number, size: number): Promise<Entry> {
  const end = bytes - gzipTrailer;
  const handle = await open(path);
  const trailer = Buffer.alloc(4);
  await handle.read(trailer, 0, 4, end);
  const content = handle.createReadStream({ start: gzipHeader, end: end - 1 });
  return { bytes: content, method: deflated, crc: trailer.readUInt32LE(0), size };
}

async function reader(path: string): Promise<Readable> {
  return (await open(path)).createReadStream();
}

async function crcOf(path: string): Promise<number> {
  let crc = 0;
  for await (const chunk of await reader(path)) crc = crc32(chunk as Buffer, crc);
  return crc;
}
