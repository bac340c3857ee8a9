// The lines of a file as bytes, so that what is compared is what stands on the disk.
import { createReadStream } from 'node:fs';

const lineFeed = 0x0a;

/** Each line of a file without its line end; memory stays flat whatever the file's size. */
export async function* fileLines(path: string): AsyncGenerator<Buffer> {
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    left = bytes.subarray(start);
  }
  if (left.length > 0) yield left;
}
