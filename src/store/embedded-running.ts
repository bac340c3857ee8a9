// Whether a cluster's server runs, read from the file that PostgreSQL keeps for the purpose. Its process id
// alone proves nothing: after a crash or a restart of the machine it may be another program's by now.
import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';
import type { Home } from './embedded-home.js';
import { isRunning } from './embedded-lock.js';

const run = promisify(execFile);

/** The port of the cluster if it runs, after waiting for one that is just starting or stopping. */
export async function runningPort(home: Home): Promise<number | undefined> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const server = await readPidFile(home);
    if (!server || !isRunning(server.pid)) return undefined;
    if (!(await isServerOf(home, server.pid))) {
      // The machine was restarted and gave the number to another program; PostgreSQL itself would not start.
      await rm(join(home.folder, 'data', 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (server.ready) return server.port;
    await sleep(50);
  }
  throw new StoreError(
    'DATABASE_UNAVAILABLE',
    `PostgreSQL in ${home.folder} has not become ready in a minute.`,
  );
}

/** What postmaster.pid says. */
export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads postmaster.pid; undefined where there is none. */
export async function readPidFile(home: Home): Promise<PidFile | undefined> {
  const text = await readFile(join(home.folder, 'data', 'postmaster.pid'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw new StoreError(
        'DATABASE_UNAVAILABLE',
        `${home.folder} belongs to another user: start as that user or as root, or set another DATA_DIR.`,
        { cause: error },
      );
    },
  );
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** A server's working folder is its cluster, which is how its process is told from any other. */
async function isServerOf(home: Home, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
      stdout: 'postgres',
    }));
    return stdout.includes('postgres');
  }
  const [own, its] = await Promise.all([
    stat(join(home.folder, 'data')),
    stat(`/proc/${pid}/cwd`).catch(() => undefined),
  ]);
  return its !== undefined && own.ino === its.ino && own.dev === its.dev;
}
