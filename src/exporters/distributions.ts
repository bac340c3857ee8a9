// The files of a snapshot as catalogues list them: each data file in each format, with its size and hash.
import { csv } from '../formats/csv.js';
import { jsonArray, ndjson } from '../formats/ndjson.js';
import type { FileFacts } from './staging.js';

/** One file as a catalogue lists it. */
export interface Distribution {
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

const mediaTypes = new Map([
  ...[csv, jsonArray, ndjson].map(
    (format) => [format.extension, format.mediaType.split(';')[0] ?? ''] as const,
  ),
  ['parquet', 'application/vnd.apache.parquet'],
  ['sqlite', 'application/vnd.sqlite3'],
]);

/** Every data file of a snapshot, compressed siblings left out: they are the same files. */
export function distributions(files: readonly FileFacts[]): Distribution[] {
  return files
    .filter((file) => file.rows !== undefined)
    .map(({ path, bytes, sha256 }) => {
      const mediaType = mediaTypes.get(path.slice(path.lastIndexOf('.') + 1));
      if (!mediaType) throw new Error(`the media type of ${path} is not known`);
      return { path, title: path.replace(/^.*\//, ''), mediaType, bytes, sha256 };
    });
}
