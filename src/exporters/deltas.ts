// The folder changes/: which deltas there are. Like snapshots they are found by their files and not by a list; one
// that leads to a snapshot which never came to be was left by a run that was cut short.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readGone } from './gone.js';
import { flush } from './staging.js';

/** A delta as index.json lists it. */
export interface DeltaEntry {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
  readonly sha256: string;
}

const form = /^(\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{8})\.\.(\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{8})\.jsonl$/;

/** The deltas of a folder, newest first; what `known` already says of one is not read again. */
export async function readDeltas(exportsDir: string, known: readonly DeltaEntry[]): Promise<DeltaEntry[]> {
  const gone = await gonePaths(exportsDir);
  const found: DeltaEntry[] = [];
  for (const { name, from, to } of (await names(exportsDir)).reverse()) {
    const path = `changes/${name}`;
    if (gone.has(path) || !isPublished(exportsDir, gone, to)) continue;
    const { size: bytes } = await stat(join(exportsDir, path));
    const same = known.find((entry) => entry.path === path && entry.bytes === bytes);
    found.push(same ?? { path, from, to, bytes, sha256: await hashOf(join(exportsDir, path)) });
  }
  return found;
}

/** Removes deltas that lead to no snapshot. Holders of the publish lock only. */
export async function removeOrphans(exportsDir: string): Promise<void> {
  const gone = await gonePaths(exportsDir);
  for (const { name, to } of await names(exportsDir)) {
    if (!isPublished(exportsDir, gone, to)) await rm(join(exportsDir, 'changes', name));
  }
}

/** Puts a finished delta in its place; it is listed once its snapshot is there. */
export async function placeDelta(draft: string, exportsDir: string, name: string): Promise<void> {
  const path = join(exportsDir, 'changes', name);
  await mkdir(dirname(path), { recursive: true });
  await rename(draft, path);
  await flush(dirname(path));
}

const gonePaths = async (exportsDir: string) => new Set((await readGone(exportsDir)).map(({ path }) => path));

function isPublished(exportsDir: string, gone: ReadonlySet<string>, id: string): boolean {
  return gone.has(`snapshots/${id}`) || existsSync(join(exportsDir, 'snapshots', id));
}

async function names(exportsDir: string): Promise<{ name: string; from: string; to: string }[]> {
  const all = await readdir(join(exportsDir, 'changes')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return all.sort().flatMap((name) => {
    const [, from, to] = form.exec(name) ?? [];
    return from && to ? [{ name, from, to }] : [];
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
