// The publication of a snapshot: lock → audit → every table from one moment → rename → index. It happens
// completely or not at all; a failed attempt leaves the previous snapshot and says so in index.json.
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { OpenMotionsError, PublishError } from '../errors.js';
import { feed } from '../exporters/feed.js';
import { type Attempt, readSnapshots, type Snapshot, writeIndex } from '../exporters/snapshots.js';
import { replaceFile } from '../exporters/staging.js';
import { takePublishLock } from './publish-lock.js';
import { type GraphAt, makeSnapshot, type Run } from './snapshot.js';

/** What to publish: a database, the folder of snapshots, who is told of each step and of each table. */
export interface PublishOptions {
  readonly url: string;
  readonly exportsDir: string;
  readonly log?: (line: string) => void;
  /** As `log`, for what happens within a step. */
  readonly detail?: (line: string) => void;
  /** Opens the graph at the moment of a PostgreSQL snapshot; the files are then compared with it. */
  readonly graphAt?: GraphAt;
  /** Folder of the official profiles; without it their checks are skipped. */
  readonly profiles?: string | undefined;
}

/** The newest snapshot after a publication; not changed where the data is what it was. */
export interface Published {
  readonly id: string;
  readonly folder: string;
  readonly changed: boolean;
}

/**
 * Publishes the store as a snapshot, unless nothing has changed since the newest one.
 * @throws PublishError: PUBLISH_LOCKED where another process publishes, AUDIT_FAILED where a MUST is broken.
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { url, exportsDir, log = () => {}, detail = log } = options;
  await refuseUnusable(exportsDir);
  const lock = await takePublishLock(url);
  try {
    const snapshots = await readSnapshots(exportsDir, log);
    const { profiles } = options;
    return await attempt({ ...options, profiles, log, detail, snapshots, stillLocked: lock.check });
  } catch (error) {
    throw explained(error);
  } finally {
    await lock.release();
  }
}

/** Tells of an attempt in index.json that failed before there was anything to publish. */
export async function recordFailedAttempt(
  { url, exportsDir, log = () => {} }: PublishOptions,
  error: unknown,
): Promise<void> {
  await refuseUnusable(exportsDir);
  const lock = await takePublishLock(url);
  try {
    await recordFailure({ exportsDir, log, snapshots: await readSnapshots(exportsDir, log) }, error);
  } finally {
    await lock.release();
  }
}

async function attempt(run: Run): Promise<Published> {
  const made = await makeSnapshot(run).catch(async (error: unknown) => {
    const told = explained(error);
    await recordFailure(run, told);
    throw told;
  });
  const newest = made ?? run.snapshots[0];
  if (!newest) throw new Error('an unchanged snapshot was found where there is none');
  const result = made ? 'published' : 'checked, unchanged';
  await recordAttempt(run, made, { result, snapshot: newest.id, code: null, reason: null });
  return { id: newest.id, folder: join(run.exportsDir, 'snapshots', newest.id), changed: made !== null };
}

type Listing = Pick<Run, 'exportsDir' | 'log' | 'snapshots'>;

async function recordFailure(run: Listing, error: unknown): Promise<void> {
  // Said to everybody: an unforeseen error may name hosts and paths, which are the operator's business.
  const isForeseen = error instanceof PublishError && error.cause === undefined;
  const reason = isForeseen ? error.message : 'The operator’s log says why.';
  const code = error instanceof OpenMotionsError ? error.code : 'PUBLISH_FAILED';
  await recordAttempt(run, null, { result: 'failed', snapshot: null, code, reason }).catch((second: Error) =>
    run.log(`index.json could not be written: ${second.message}`),
  );
}

async function recordAttempt(
  run: Listing,
  made: Snapshot | null,
  outcome: Omit<Attempt, 'at'>,
): Promise<void> {
  const snapshots = made ? [made, ...run.snapshots] : run.snapshots;
  const atom = feed(snapshots);
  if (atom) await replaceFile(join(run.exportsDir, 'feed.xml'), atom);
  await writeIndex(run.exportsDir, snapshots, { at: new Date().toISOString(), ...outcome });
  run.log(`index: ${outcome.result}`);
}

async function refuseUnusable(exportsDir: string): Promise<void> {
  try {
    await makeFolder(exportsDir);
    await access(exportsDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new PublishError('PUBLISH_FAILED', `expected a folder that can be written, got ${exportsDir}`, {
      cause: error,
    });
  }
}

// Not mkdir's own `recursive`: it never returns where a folder that is there says ENOENT, as /proc does.
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  const parent = dirname(folder);
  if (!found && parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another publisher may have made it meanwhile; a file in its place was found above.
    if (error.code !== 'EEXIST' || found) throw error;
  });
}

function explained(error: unknown): unknown {
  if (error instanceof OpenMotionsError || !isNativeError(error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PublishError('PUBLISH_FAILED', 'The disk that holds EXPORTS_DIR is full.');
  }
  return new PublishError('PUBLISH_FAILED', `Publication stopped: ${error.message}`, { cause: error });
}
