// What is served just now, as far as it is found out in time.
import type { DataVersion } from '../store/data-version.js';
import type { Store } from '../store/store.js';
import { lastRun } from './health.js';
import { type SnapshotFolder, takenAt } from './snapshot.js';

// A database that does not answer, or is asked by too many, must not keep the metrics from being read.
const patienceMs = 2_000;

/** The newest snapshot, the data version, and what became of the last publication, for the operator. */
export async function servedRecord(store: Store, snapshots: SnapshotFolder, versions: DataVersion) {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref());
  const run = await Promise.race([lastRun(store).catch(() => null), patience]);
  const index = await snapshots.index().catch(() => null);
  const attempt = index?.last_attempt;
  return {
    snapshot: index?.latest ? { id: index.latest, takenAt: takenAt(index.latest) } : null,
    dataVersion: versions.current === null ? null : Number(versions.current),
    lastAttempt: attempt ? { ...attempt, at: Date.parse(attempt.at) } : null,
    lastRun: run && { ...run, at: run.startedAt.getTime() },
  };
}
