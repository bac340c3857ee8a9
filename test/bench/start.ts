// How long the first start, a restart and a restart after kill -9 take until a first query is answered,
// and how much memory the idle server holds. `npm run bench -- start [rounds]` prints medians.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const query =
  '{ motion(id: "motion/southwark/2023-03-22/safer-southwark-communities") { title currentOutcome } }';
const limitMs = 120_000;

interface Round {
  'first start, s': number;
  'restart, s': number;
  'restart after kill -9, s': number;
  'idle memory, MB': number;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

function start(folder: string, port: number): ChildProcess {
  const settings = {
    DATA_DIR: join(folder, 'data'),
    EXPORTS_DIR: join(folder, 'exports'),
    PORT: String(port),
  };
  const child = spawn(process.execPath, ['dist/cli.js', 'start'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return child;
}

async function answered(port: number): Promise<boolean> {
  const address = `http://127.0.0.1:${port}/graphql?query=${encodeURIComponent(query)}`;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return false;
  const { data } = (await response.json()) as { data?: { motion?: { currentOutcome?: string } } };
  return data?.motion?.currentOutcome === 'CARRIED';
}

async function secondsUntilAnswered(port: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < limitMs) {
    if (await answered(port)) return (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no answer within ${limitMs / 1000} s`);
}

async function memoryMb(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

// The killed server's cluster goes on, and whoever finds it running leaves it so: here it has to end.
async function endCluster(folder: string): Promise<void> {
  const file = join(folder, 'data', 'postgres', 'data', 'postmaster.pid');
  const running = () => readFile(file, 'utf8').catch(() => undefined);
  const pid = Number((await running())?.split('\n')[0]);
  if (pid) process.kill(pid, 'SIGINT');
  while (await running()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function round(): Promise<Round> {
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-bench-'));
  // As root the database runs under another account, which has to reach the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const timed = async (signal: NodeJS.Signals) => {
    const child = start(folder, port);
    const seconds = await secondsUntilAnswered(port);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const memory = await memoryMb(child);
    await end(child, signal);
    return { seconds, memory };
  };
  try {
    const first = await timed('SIGTERM');
    const again = await timed('SIGKILL');
    const afterKill = await timed('SIGTERM');
    return {
      'first start, s': first.seconds,
      'restart, s': again.seconds,
      'restart after kill -9, s': afterKill.seconds,
      'idle memory, MB': again.memory,
    };
  } finally {
    await endCluster(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Starts and restarts on fresh folders, three rounds unless told otherwise, and prints the medians. */
export async function run([count = '3']: string[]): Promise<void> {
  const rounds: Round[] = [];
  for (let n = 0; n < Number(count); n += 1) rounds.push(await round());
  for (const name of Object.keys(rounds[0] ?? {}) as (keyof Round)[]) {
    const values = rounds.map((one) => one[name]);
    const spread = `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;
    console.log(`${name.padEnd(28)} ${median(values).toFixed(1).padStart(7)}   (${spread}, ${count} rounds)`);
  }
}
