// What stands in EXPORTS_DIR: the snapshots, found by their folders and not by a list, so that one that was
// renamed into place just before a power cut is found again; and index.json, the list made from them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeltaEntry, readDeltas } from './deltas.js';
import { readGone } from './gone.js';
import { type Manifest, type Previous, publishedAt, sha256 } from './manifest.js';
import { retentionRule } from './retention.js';
import { replaceFile } from './staging.js';

/** A published snapshot. */
export interface Snapshot {
  readonly id: string;
  readonly manifest: Manifest;
  readonly manifestHash: string;
}

/** The outcome of a publication, as index.json shows it to everybody. */
export interface Attempt {
  readonly at: string;
  readonly result: 'published' | 'checked, unchanged' | 'failed';
  readonly snapshot: string | null;
  readonly code: string | null;
  readonly reason: string | null;
}

const idForm = /^\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{8}$/;

/** The whole snapshots of a folder, newest first; what does not match its own id is told and left out. */
export async function readSnapshots(exportsDir: string, log: (line: string) => void): Promise<Snapshot[]> {
  const names = await readdir(join(exportsDir, 'snapshots')).catch(noneYet);
  const gone = new Set((await readGone(exportsDir)).map(({ path }) => path));
  const found: Snapshot[] = [];
  for (const id of names
    .filter((name) => idForm.test(name) && !gone.has(`snapshots/${name}`))
    .sort()
    .reverse()) {
    const text = await readFile(join(exportsDir, 'snapshots', id, 'manifest.json'), 'utf8').catch(() => '');
    const manifestHash = sha256(text);
    if (id.endsWith(manifestHash.slice(0, 8))) found.push({ id, manifest: JSON.parse(text), manifestHash });
    else log(`snapshots/${id} is left out of the index: its manifest does not match its id`);
  }
  return found;
}

/** The snapshot published last, which the next one follows: the newest that is kept, or one that was redacted since. */
export async function lastPublished(
  exportsDir: string,
  newest: Snapshot | undefined,
): Promise<Previous | null> {
  const gone = (await readGone(exportsDir)).flatMap(({ path, manifest_sha256 }) =>
    manifest_sha256 === undefined ? [] : [{ id: path.slice('snapshots/'.length), manifest_sha256 }],
  );
  const kept = newest ? [{ id: newest.id, manifest_sha256: newest.manifestHash }] : [];
  return [...kept, ...gone].sort((a, b) => (a.id < b.id ? 1 : -1))[0] ?? null;
}

function noneYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

interface Index {
  readonly last_attempt: Attempt;
  readonly changes?: readonly DeltaEntry[];
}

/** The last attempt as index.json tells it; null where nothing was ever attempted. */
export async function readAttempt(exportsDir: string): Promise<Attempt | null> {
  return (await readIndex(exportsDir))?.last_attempt ?? null;
}

async function readIndex(exportsDir: string): Promise<Index | null> {
  const text = await readFile(join(exportsDir, 'index.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  return text === null ? null : (JSON.parse(text) as Index);
}

/** Writes index.json: always the last step, since it is what readers and `latest` go by. */
export async function writeIndex(
  exportsDir: string,
  snapshots: readonly Snapshot[],
  attempt: Attempt,
): Promise<void> {
  const known = (await readIndex(exportsDir).catch(() => null))?.changes ?? [];
  const index = {
    latest: snapshots[0]?.id ?? null,
    last_attempt: attempt,
    retention: retentionRule,
    schema_versions: [...new Set(snapshots.map((snapshot) => snapshot.manifest.schema_version))],
    snapshots: snapshots.map(entry),
    changes: await readDeltas(exportsDir, known),
    gone: await readGone(exportsDir),
  };
  await replaceFile(join(exportsDir, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
}

function entry({ id, manifest, manifestHash }: Snapshot) {
  const total = (pick: (file: Manifest['files'][number]) => number | undefined) =>
    manifest.files.reduce((sum, file) => sum + (pick(file) ?? 0), 0);
  return {
    id,
    path: `snapshots/${id}/`,
    published_at: publishedAt(id).toISOString().replace('.000Z', 'Z'),
    as_of: manifest.as_of,
    data_version: manifest.data_version,
    schema_version: manifest.schema_version,
    previous: manifest.previous?.id ?? null,
    rows: total((file) => (file.path.startsWith('csv/') ? file.rows : 0)),
    bytes: total((file) => file.bytes),
    manifest_sha256: manifestHash,
    content_sha256: manifest.content_sha256,
  };
}
