// The last step of the night: snapshots whose time is over leave the folder. Each is said to be gone first, then
// left out of index.json, and only then removed: nobody is ever sent to half of one.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { feed } from '../exporters/feed.js';
import { markGone, readGone } from '../exporters/gone.js';
import { outdated } from '../exporters/retention.js';
import { readAttempt, readSnapshots, writeIndex } from '../exporters/snapshots.js';
import { replaceFile } from '../exporters/staging.js';
import { takePublishLock } from './publish-lock.js';

/** Where snapshots are kept, and when it is. */
export interface RetentionOptions {
  readonly url: string;
  readonly exportsDir: string;
  readonly log?: (line: string) => void;
  readonly now?: Date;
}

/** Removes what is outdated, and what a run before began to remove; gives how many snapshots went. */
export async function prune({
  url,
  exportsDir,
  log = () => {},
  now = new Date(),
}: RetentionOptions): Promise<number> {
  const lock = await takePublishLock(url);
  try {
    const snapshots = await readSnapshots(exportsDir, log);
    const over = new Set(
      outdated(
        snapshots.map(({ id }) => id),
        now,
      ),
    );
    const going = snapshots.filter(({ id }) => over.has(id));
    if (going.length > 0) {
      await markGone(
        exportsDir,
        going.map(({ id, manifestHash }) => ({
          ...{ path: `snapshots/${id}`, reason: 'retention', at: now.toISOString() },
          manifest_sha256: manifestHash,
        })),
      );
      await listAgain(exportsDir, log);
    }
    await removePruned(exportsDir);
    log(`retention: ${going.length} of ${snapshots.length} snapshots removed`);
    return going.length;
  } finally {
    await lock.release();
  }
}

async function listAgain(exportsDir: string, log: (line: string) => void): Promise<void> {
  const kept = await readSnapshots(exportsDir, log);
  const attempt = await readAttempt(exportsDir);
  const atom = feed(kept);
  if (atom) await replaceFile(join(exportsDir, 'feed.xml'), atom);
  if (attempt) await writeIndex(exportsDir, kept, attempt);
}

async function removePruned(exportsDir: string): Promise<void> {
  for (const { path, reason } of await readGone(exportsDir)) {
    if (reason === 'retention') await rm(join(exportsDir, path), { recursive: true, force: true });
  }
}
