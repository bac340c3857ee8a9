// The history of the nightly job, kept in the database it publishes from.
import type { Kysely } from 'kysely';
import type { jobTrigger, Word } from '../domain/vocabulary.js';
import { openStore } from '../store/store.js';
import type { Database } from '../store/tables.js';
import type { JobRun } from './due.js';

/** One attempt as it is kept. */
export interface RecordedRun extends JobRun {
  readonly trigger: Word<typeof jobTrigger>;
  readonly snapshot: string | null;
  readonly code: string | null;
  readonly reason: string | null;
}

/** What an attempt came to. */
export type Outcome = Pick<RecordedRun, 'result' | 'snapshot' | 'code' | 'reason'>;

/** Begins an attempt and gives its number. Holders of the nightly lock only: whatever else runs, was cut short. */
export async function beginRun(url: string, trigger: RecordedRun['trigger']): Promise<number> {
  return withStore(url, async (db) => {
    await db.updateTable('job_run').set({ result: 'cut_short' }).where('result', '=', 'running').execute();
    const begun = { trigger, started_at: new Date().toISOString(), result: 'running' as const };
    const { seq } = await db.insertInto('job_run').values(begun).returning('seq').executeTakeFirstOrThrow();
    return Number(seq);
  });
}

/** Ends an attempt. */
export async function endRun(url: string, seq: number, outcome: Outcome): Promise<void> {
  await withStore(url, (db) =>
    db
      .updateTable('job_run')
      .set({ ended_at: new Date().toISOString(), ...outcome })
      .where('seq', '=', seq)
      .execute(),
  );
}

/** The latest attempts, newest first. */
export async function recentRuns(url: string, limit = 20): Promise<RecordedRun[]> {
  return withStore(url, async (db) => {
    const rows = await db.selectFrom('job_run').selectAll().orderBy('seq', 'desc').limit(limit).execute();
    return rows.map(({ started_at, ended_at, trigger, result, snapshot, code, reason }) => ({
      ...{ trigger, result, snapshot, code, reason },
      startedAt: new Date(started_at),
      endedAt: ended_at === null ? null : new Date(ended_at),
    }));
  });
}

async function withStore<T>(url: string, work: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  const store = openStore(url, { max: 1 });
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}
