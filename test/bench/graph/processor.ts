// Processor time, which says what a request costs even where other work takes turns on the machine: of a
// server's process, and of the sessions it has with a database on the same machine.
import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds of processor time so far: of the server, and of each session of its database. */
export interface Spent {
  readonly server: number;
  readonly sessions: ReadonlyMap<string, number>;
}

// Linux counts in hundredths of a second.
const tickMs = 10;

// Fields 14 and 15, counted behind the name, which may hold spaces.
async function ticksOf(pid: number | string): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

async function sessionsOf(database: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const named = await Promise.all(
    pids.map(async (pid) => [pid, await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')] as const),
  );
  return named
    .filter(([, line]) => line.startsWith('postgres:') && line.includes(` ${database} `))
    .map(([pid]) => pid);
}

/** What a server and all sessions of its database have spent so far. */
export async function spent(pid: number, database: string): Promise<Spent> {
  const sessions = await Promise.all(
    (await sessionsOf(database)).map(async (each) => [each, (await ticksOf(each)) * tickMs] as const),
  );
  return { server: (await ticksOf(pid)) * tickMs, sessions: new Map(sessions) };
}

/** Milliseconds that a server and its database spent between two moments; of sessions that ended, nothing. */
export function between(before: Spent, after: Spent): { server: number; database: number } {
  const each = [...after.sessions].map(([pid, spent]) => spent - (before.sessions.get(pid) ?? 0));
  return {
    server: after.server - before.server,
    database: each.reduce((sum, one) => sum + one, 0),
  };
}
