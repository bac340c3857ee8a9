// The last step of the night: snapshots whose time is over leave the folder. Each is said to be gone first, then
// left out of index.json, and only then removed: nobody is ever sent to half of one.
import { markGone } from '../exporters/gone.js';
import { outdated } from '../exporters/retention.js';
import { readSnapshots } from '../exporters/snapshots.js';
import { takePublishLock } from './publish-lock.js';
import { listAgain, removeGone } from './removal.js';

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
    await removeGone(exportsDir);
    log(`retention: ${going.length} of ${snapshots.length} snapshots removed`);
    return going.length;
  } finally {
    await lock.release();
  }
}
