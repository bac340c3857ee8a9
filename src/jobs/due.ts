// Whether the nightly job is to be started, told from what has been tried already. No server remembers
// anything: whichever looks next, after a restart or in place of one that was killed, comes to the same answer.
import type { jobResult, Word } from '../domain/vocabulary.js';

/** One attempt at the job. */
export interface JobRun {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly result: Word<typeof jobResult>;
}

/** Minutes before the second, third … attempt of a night; after the last one the next night tries again. */
export const retryMinutes = [5, 15, 45, 120] as const;

/**
 * When an attempt for the slot is to be made, in the past where it is late; null where there is nothing to do,
 * since one ended well or too many have failed.
 */
export function dueAt(slot: Date, runs: readonly JobRun[]): Date | null {
  const since = runs.filter(({ startedAt }) => startedAt >= slot);
  if (since.some(({ result }) => result === 'published' || result === 'unchanged')) return null;
  const failed = since.filter(({ result }) => result === 'failed' || result === 'cut_short');
  if (failed.length === 0) return slot;
  const minutes = retryMinutes[failed.length - 1];
  if (minutes === undefined) return null;
  const ends = failed.map(({ startedAt, endedAt }) => (endedAt ?? startedAt).getTime());
  return new Date(Math.max(...ends) + minutes * 60_000);
}
