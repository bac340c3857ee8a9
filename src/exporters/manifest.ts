// manifest.json: what a snapshot holds, by file with its hash, and what it follows. The snapshot's id comes
// from the manifest's own hash, so the manifest holds neither the id nor the time of publication.
import { createHash } from 'node:crypto';
import type { FileFacts } from './staging.js';
import { schemaVersion } from './table.js';

/** The moment of the store that a snapshot shows; `asOf` is the instant of the latest change, not a clock's. */
export interface DataVersion {
  readonly version: number;
  readonly asOf: string | null;
}

/** A snapshot as the next one names it. */
export interface Previous {
  readonly id: string;
  readonly manifest_sha256: string;
}

/** The content of manifest.json. */
export interface Manifest {
  readonly schema_version: string;
  readonly data_version: number;
  readonly as_of: string | null;
  readonly previous: Previous | null;
  readonly floors: { readonly shrink_percent: number };
  readonly content_sha256: string;
  readonly files: readonly FileFacts[];
}

/** The manifest of finished files. */
export function manifestOf(
  files: readonly FileFacts[],
  data: DataVersion,
  previous: Previous | null,
  floors: Manifest['floors'],
): Manifest {
  return {
    schema_version: schemaVersion,
    data_version: data.version,
    as_of: data.asOf,
    previous,
    floors,
    content_sha256: contentHash(files),
    files,
  };
}

/** One hash over the rows of all tables: over the lines `<sha256>  csv/<table>.csv` in byte order of paths. */
export function contentHash(files: readonly FileFacts[]): string {
  return sha256(sums(files.filter((file) => file.path.startsWith('csv/') && file.table !== undefined)));
}

/** Lines for `sha256sum -c`, in byte order of paths; compressed siblings are left to `everyFile`. */
export function sums(files: readonly Pick<FileFacts, 'path' | 'sha256'>[]): string {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return inOrder.map((file) => `${file.sha256}  ${file.path}\n`).join('');
}

/** The id of a snapshot: `2026-11-20T020000Z-1a2b3c4d`, its UTC second and its manifest's first hash digits. */
export function snapshotId(instant: Date, manifestHash: string): string {
  const second = instant
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  return `${second}-${manifestHash.slice(0, 8)}`;
}

/** The instant a snapshot was published, from its id. */
export function publishedAt(id: string): Date {
  return new Date(id.replace(/T(\d\d)(\d\d)(\d\d)Z.*$/, 'T$1:$2:$3Z'));
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
