// What was published once and is no more: gone.json in the folder of snapshots. It is written before anything is
// removed, so that a run that is cut short leaves no half of a snapshot that anybody takes for a whole one.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './staging.js';

/** Why something is gone: it had its time, or it held a value that was taken out for good. */
export type GoneReason = 'retention' | 'redaction';

/** A snapshot (`snapshots/<ID>`) or a delta (`changes/<FROM>..<TO>.jsonl`) that is no more, and since when. */
export interface Gone {
  readonly path: string;
  readonly reason: GoneReason;
  readonly at: string;
  /** Of a snapshot: what the next one names as the hash before its own, so that the chain can still be followed. */
  readonly manifest_sha256?: string;
  /** Of a redacted snapshot: the table of the store that held what was taken out. */
  readonly table?: string;
}

/** What is gone, in the order in which it went. */
export async function readGone(exportsDir: string): Promise<Gone[]> {
  const text = await readFile(join(exportsDir, 'gone.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? [] : (JSON.parse(text) as { gone: Gone[] }).gone;
}

/** Adds to what is gone; a second reason replaces the first. Holders of the publish lock only. */
export async function markGone(exportsDir: string, more: readonly Gone[]): Promise<void> {
  const paths = new Set(more.map(({ path }) => path));
  const gone = [...(await readGone(exportsDir)).filter(({ path }) => !paths.has(path)), ...more];
  await replaceFile(join(exportsDir, 'gone.json'), `${JSON.stringify({ gone }, null, 2)}\n`);
}
