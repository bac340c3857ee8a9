// The server's clock. Each run is a process of its own, so that it takes neither memory nor time from those who
// read, and so that nothing that happens to it can end the server.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../config.js';
import { progress } from './command.js';

const program = resolve(import.meta.dirname, '..', 'cli.js');

/** Starts the schedule that the settings ask for, and catches up at once; `stop` ends a run under way. */
export async function keepSchedule(config: Config, url: string): Promise<{ stop(): Promise<void> }> {
  const { publishAt, exportsDir } = config;
  if (!publishAt) return { stop: async () => {} };
  const { nightlyClock } = await import('../jobs/clock.js');
  const { history } = await import('../jobs/history.js');
  const { startSchedule } = await import('../jobs/schedule.js');
  let child: ChildProcess | undefined;
  const schedule = startSchedule({
    clock: nightlyClock(publishAt),
    history: () => history(url, exportsDir),
    run: async () => {
      child = startNightly(url);
      await ended(child);
      child = undefined;
    },
    log: progress,
  });
  void schedule.look();
  return {
    stop: async () => {
      schedule.stop();
      if (!child) return;
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}

function startNightly(url: string): ChildProcess {
  const child = spawn(process.execPath, [program, 'nightly', '--if-due'], {
    // The embedded database belongs to this server, so the run is told where it is and never stops it.
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', progress);
  return child;
}

// Whatever became of it stands in the history; the clock goes by that.
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close').catch(() => {});
}
