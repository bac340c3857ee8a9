// What is known of past attempts, from the database and from the folder: a snapshot published by hand counts
// as well as one of the job's own.
import { readAttempt } from '../exporters/snapshots.js';
import type { JobRun } from './due.js';
import { recentRuns } from './job-run.js';

/** The latest attempts at bringing the snapshots up to date. */
export async function history(url: string, exportsDir: string): Promise<JobRun[]> {
  const [runs, attempt] = await Promise.all([recentRuns(url), readAttempt(exportsDir)]);
  if (!attempt || attempt.result === 'failed') return runs;
  const at = new Date(attempt.at);
  const result = attempt.result === 'published' ? 'published' : 'unchanged';
  return [...runs, { startedAt: at, endedAt: at, result }];
}
