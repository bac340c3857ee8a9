// What is wrong with the files of a snapshot beside the same files rebuilt.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Manifest } from '../exporters/manifest.js';
import type { Staging } from '../exporters/staging.js';
import { type Difference, firstDifference } from './first-difference.js';

/** What is wrong with one file: where it differs, or that one of the two does not have it. */
export type FileFault =
  | ({ readonly path: string; readonly kind: 'differs' } & Difference)
  | { readonly path: string; readonly kind: 'missing' | 'not_rebuilt' | 'badly_compressed' };

/** A published folder with its manifest, what was rebuilt of it, and the paths that are not compared. */
export interface Comparing {
  readonly folder: string;
  readonly staging: Staging;
  readonly manifest: Manifest;
  readonly skipped: ReadonlySet<string>;
}

/** Compares every plain file, unpacks every compressed one, and looks for what the rebuilt files lack. */
export async function faultsOf({ folder, staging, manifest, skipped }: Comparing): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const { path, sha256: hash } of staging.files) {
    if (skipped.has(path)) continue;
    const found = await difference(join(folder, path), staging.pathOf(path));
    if (found === 'missing') faults.push({ path, kind: 'missing' });
    else if (found) faults.push({ path, kind: 'differs', ...found });
    const siblings = manifest.files.find((file) => file.path === path)?.encodings ?? [];
    for (const sibling of siblings) {
      const unpacked = await unpackedHash(join(folder, sibling.path), sibling.encoding);
      if (unpacked !== hash) faults.push({ path: sibling.path, kind: 'badly_compressed' });
    }
  }
  const rebuilt = new Set(staging.files.map(({ path }) => path));
  const more = manifest.files.filter(({ path }) => !rebuilt.has(path));
  return [...faults, ...more.map(({ path }) => ({ path, kind: 'not_rebuilt' as const }))];
}

async function difference(published: string, rebuilt: string): Promise<Difference | 'missing' | null> {
  return firstDifference(published, rebuilt).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'missing';
    throw error;
  });
}

async function unpackedHash(path: string, encoding: string): Promise<string | null> {
  const hash = createHash('sha256');
  const unpack = encoding === 'br' ? createBrotliDecompress() : createGunzip();
  return pipeline(createReadStream(path), unpack, hash).then(
    () => hash.digest('hex'),
    () => null,
  );
}
