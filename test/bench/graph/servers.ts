// The servers that are measured, each a process of its own on the same database.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** A server under measurement. */
export interface Server {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  /** Resident memory now and at most so far, in megabytes. */
  memory(): Promise<{ now: number; most: number }>;
  end(): Promise<void>;
}

/** How a server is started. */
export interface Start {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it prints once it answers. */
  readonly ready: RegExp;
}

const limitMs = 120_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(child: ChildProcess, { name, ready }: Start): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not start: ${said}`)), limitMs);
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (!ready.test(said)) return;
      clearTimeout(timer);
      // What it logs from now on is taken, so that it can go on, and not kept.
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', listen).resume();
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${said}`)));
  });
}

async function memoryOf(pid: number | undefined): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const read = (field: string) =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
}

/** Starts a server on a free port and waits until it answers. */
export async function startServer(start: Start): Promise<Server> {
  const port = await freePort();
  const [program = '', ...args] = start.command;
  const env = { ...process.env, NODE_ENV: 'production', ...start.env, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  await untilReady(child, start);
  return {
    name: start.name,
    port,
    pid: child.pid ?? 0,
    memory: () => memoryOf(child.pid),
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const node = process.execPath;
const floor = new URL('./floor.ts', import.meta.url).pathname;
const peers = new URL('../peers/', import.meta.url).pathname;

/** Everything that is measured on a database. */
export function starts(url: string): Start[] {
  const env = { DATABASE_URL: url };
  return [
    {
      name: 'this server',
      command: [node, 'dist/cli.js', 'serve'],
      // With a clock it would at once publish what is due, beside the measurement and through the counted relay.
      // No other logs its requests.
      env: {
        ...env,
        ...{ RESPONSE_CACHE_MB: '0', COST_PER_MINUTE: '0', PUBLISH_AT: 'off', LOG_LEVEL: 'warn' },
      },
      ready: /is ready/,
    },
    {
      name: 'PostGraphile',
      command: [node, `${peers}postgraphile.js`],
      env: { ...env, GRAPHILE_ENV: 'production' },
      ready: /ready/,
    },
    { name: 'floor, JSON', command: [node, floor], env: { ...env, FLOOR: 'json' }, ready: /ready/ },
    { name: 'floor, rows', command: [node, floor], env: { ...env, FLOOR: 'rows' }, ready: /ready/ },
  ];
}
