// The compressed siblings of the data files, made once at publication instead of at every download. The same
// file gives the same compressed bytes on one machine; only the plain bytes are promised to be the same
// on all, since libraries compress differently from one release to the next.
import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { Encoding, Staging } from './staging.js';

// The highest levels take many times as long for some per cent less; at these a large file is compressed
// about as fast as it is written.
const gzipLevel = 6;
const brotliQuality = 5;

/** The encodings of every data file. */
export const encodings: readonly Encoding[] = [
  { name: 'gzip', suffix: '.gz', start: gzip },
  {
    name: 'br',
    suffix: '.br',
    start: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  },
];

/** Compresses every staged file that holds records, but for those that are compressed by column already. */
export async function encodeDataFiles(staging: Staging): Promise<void> {
  for (const { path, rows } of staging.files) {
    if (rows !== undefined && !path.endsWith('.parquet')) await staging.encode(path, encodings);
  }
}

// The header of gzip names the operating system, in its tenth byte; 255 stands for an unknown one. Time
// and file name are not written by Node.
function gzip(): Transform {
  const stream = createGzip({ level: gzipLevel });
  const push = stream.push.bind(stream);
  let isHeader = true;
  stream.push = (chunk: Buffer | null) => {
    if (isHeader && chunk) chunk[9] = 255;
    isHeader = false;
    return push(chunk);
  };
  return stream;
}
