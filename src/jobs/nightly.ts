// The nightly job: one run at a time → seeds if they changed → publication (audits, tables, agreement) →
// retention. Every attempt is kept in the history, and one that fails is told in index.json as well.
import type { jobTrigger, Word } from '../domain/vocabulary.js';
import { OpenMotionsError, PublishError } from '../errors.js';
import { importSeeds } from '../importers/seeds.js';
import { openStore } from '../store/store.js';
import { beginRun, endRun, type Outcome } from './job-run.js';
import { takeLock } from './lock.js';
import { type Published, type PublishOptions, publish, recordFailedAttempt } from './publish.js';
import { prune } from './retention.js';

/** What a run needs beside what publishing does. */
export interface NightlyOptions extends PublishOptions {
  readonly seedsFolder: string;
  readonly trigger: Word<typeof jobTrigger>;
  /** Asked once no other run is under way; where it says no, nothing is done. */
  readonly isDue?: () => Promise<boolean>;
}

// Whoever waits for its own turn would only do again what has just been done.
const running = { key: 720_231_123, name: 'nightly', patience: '1s' };

/**
 * Runs the job once; null where it was not due.
 * @throws PublishError: NIGHTLY_LOCKED where another process runs it; else whatever stopped it.
 */
export async function nightly(options: NightlyOptions): Promise<Published | null> {
  const lock = await takeLock(options.url, running);
  if (!lock)
    throw new PublishError('NIGHTLY_LOCKED', 'Another process runs the nightly job; try again later.');
  try {
    if (options.isDue && !(await options.isDue())) return null;
    return await recorded(options);
  } finally {
    await lock.release();
  }
}

async function recorded(options: NightlyOptions): Promise<Published> {
  const seq = await beginRun(options.url, options.trigger);
  const end = (outcome: Outcome) => endRun(options.url, seq, outcome);
  try {
    const done = await steps(options);
    const result = done.changed ? 'published' : 'unchanged';
    await end({ result, snapshot: done.id, code: null, reason: null });
    return done;
  } catch (error) {
    const code = error instanceof OpenMotionsError ? error.code : 'UNFORESEEN';
    const reason = (error as Error).message || String(error);
    // A database that is gone cannot keep the outcome: the next run finds this one cut short.
    await end({ result: 'failed', snapshot: null, code, reason }).catch((second: Error) =>
      options.log?.(`the history could not be written: ${second.message}`),
    );
    throw error;
  }
}

async function steps(options: NightlyOptions): Promise<Published> {
  await bringSeeds(options).catch(async (error: unknown) => {
    await recordFailedAttempt(options, error);
    throw error;
  });
  const published = await publish(options);
  await prune(options);
  return published;
}

// A database that never took the seeds is its operator's own.
async function bringSeeds({ url, seedsFolder, log = () => {} }: NightlyOptions): Promise<void> {
  const store = openStore(url, { max: 1 });
  const seeded = await store.db
    .selectFrom('seed_state')
    .select('hash')
    .execute()
    .finally(() => store.close());
  if (seeded.length > 0) await importSeeds({ url, folder: seedsFolder, log });
  else log('seeds: not used by this database');
}
