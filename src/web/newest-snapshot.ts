// The newest snapshot as this process knows it: index.json is looked at each second, whoever published, so that
// answers can tell of it without reading a file.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotFolder } from './snapshot.js';

/** Follows the newest snapshot of a folder until it is closed. */
export interface NewestSnapshot {
  /** Its id; null where there is none. */
  readonly current: string | null;
  close(): void;
}

const beatMs = 1_000;

/** Begins to follow the newest snapshot; it is known once this resolves. */
export async function followNewestSnapshot(snapshots: SnapshotFolder): Promise<NewestSnapshot> {
  let current: string | null = null;
  let seen = '';
  const look = async () => {
    const { mtimeMs, ino, size } = await stat(join(snapshots.root, 'index.json'));
    const now = `${mtimeMs} ${ino} ${size}`;
    if (now !== seen) current = (await snapshots.index())?.latest ?? null;
    seen = now;
  };
  // A folder that cannot be read has no snapshot to tell of; the data routes say what is wrong with it.
  const tried = () =>
    look().catch(() => {
      current = null;
      seen = '';
    });
  await tried();
  const timer = setInterval(tried, beatMs).unref();
  return {
    get current() {
      return current;
    },
    close: () => clearInterval(timer),
  };
}
