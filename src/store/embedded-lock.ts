// A lock that processes take on a file, so that two starts at once do not set up one folder together.
// PostgreSQL's own postmaster.pid stays the last guard; this one lets the second start wait instead of fail.
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../errors.js';

/** Nobody needs the lock this long; a holder that looks older has died and its process id was given away. */
const oldestHolder = 120_000;

/** Runs the work while this process alone holds the lock; waits for another holder, takes over from a dead one. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mark = `${process.pid} ${Math.random()}`;
  for (let waited = 0; !(await taken(file, mark)); waited += 25) {
    if (waited > oldestHolder * 2)
      throw new StoreError('DATABASE_UNAVAILABLE', `${file} is held for too long.`);
    await freeFromDead(file);
    await sleep(25);
  }
  try {
    return await work();
  } finally {
    if ((await holder(file)) === mark) await rm(file, { force: true });
  }
}

async function taken(file: string, mark: string): Promise<boolean> {
  return writeFile(file, mark, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function freeFromDead(file: string): Promise<void> {
  const mark = await holder(file);
  if (mark === undefined || (await isLive(file, mark))) return;
  // Renamed before it is removed: of two processes that both see a dead holder, one may by now have freed
  // the file and hold it itself, and gets its own lock back.
  const grave = `${file}.${process.pid}`;
  await rename(file, grave).catch(() => undefined);
  if ((await holder(grave)) !== mark) await link(grave, file).catch(() => undefined);
  await rm(grave, { force: true });
}

async function isLive(file: string, mark: string): Promise<boolean> {
  const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now());
  if (age > oldestHolder) return false;
  // Between creation and writing the file is empty for a moment.
  return mark === '' ? age < 1000 : isRunning(Number.parseInt(mark, 10));
}

async function holder(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** True if a process of this id exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
