// The nightly job as an operator runs it, in a process that can be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a run ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly text: string;
  readonly seconds: number;
}

/** A run of the job: its process, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

const dieAtLine = `
  const [url, exportsDir, dieAt] = process.argv.slice(1);
  const { publish } = await import(process.cwd() + '/dist/jobs/publish.js');
  const log = (line) => { if (line.startsWith(dieAt)) process.kill(process.pid, 'SIGKILL'); };
  await publish({ url, exportsDir, log });
`;

/** Starts `nightly`. */
export function startJob(url: string, exportsDir: string): Running {
  return start(['dist/cli.js', 'nightly'], url, exportsDir);
}

/** Starts a publication that kills itself as soon as its log says a line that begins so. */
export function startDying(url: string, exportsDir: string, dieAt: string): Running {
  return start(['--input-type=module', '--eval', dieAtLine, url, exportsDir, dieAt], url, exportsDir);
}

function start(args: string[], url: string, exportsDir: string): Running {
  const env = { ...process.env, DATABASE_URL: url, EXPORTS_DIR: exportsDir };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return { child, ended: end(child) };
}

async function end(child: ChildProcess): Promise<Ended> {
  const began = performance.now();
  let text = '';
  const hear = (chunk: Buffer) => {
    text += chunk;
  };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
  await once(child, 'close');
  const { exitCode: code, signalCode: signal } = child;
  return { code, signal, text, seconds: (performance.now() - began) / 1000 };
}
