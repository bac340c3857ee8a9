// One embedded cluster: how it is made, started, found running and stopped. Its folders are laid out so
// that root never writes into a folder that the account running it owns.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';
import type { Home } from './embedded-home.js';
import { readPidFile } from './embedded-running.js';

const run = promisify(execFile);

/** Name of the superuser and of the database. */
export const ownName = 'open_motions';

/** Enough for one small machine: two cores, and little memory beside the server's. */
const modestSettings: Record<string, string> = {
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_connections: '50',
  max_wal_size: '256MB',
  // Nothing replicates this cluster, and reads need no worker processes of their own.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  jit: 'off',
  log_checkpoints: 'off',
  max_parallel_workers_per_gather: '1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  default_text_search_config: 'pg_catalog.english',
};

/** Makes the cluster unless it is there; a first run that was cut short leaves nothing that counts. */
export async function createCluster(home: Home, programs: string, sync: boolean): Promise<void> {
  const drafts = (await readdir(home.folder)).filter((name) => name.startsWith('draft-'));
  // An initdb whose starter was killed may still write to its draft: never reuse one, nor insist on removal.
  for (const name of drafts) await rm(join(home.folder, name), { recursive: true }).catch(() => undefined);
  if (await exists(join(home.folder, 'data'))) return;
  const draft = await mkdtemp(join(home.folder, 'draft-'));
  const password = join(home.folder, 'password');
  await rm(password, { force: true });
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  for (const path of home.account ? [draft, password] : []) {
    await chown(path, home.account?.uid ?? -1, home.account?.gid ?? -1);
  }
  await runProgram(home, join(programs, 'initdb'), [`--pgdata=${draft}`, ...initdbOptions(sync)]);
  await rename(draft, join(home.folder, 'data'));
}

function initdbOptions(sync: boolean): string[] {
  const access = [`--username=${ownName}`, '--auth=scram-sha-256', '--pwfile=password'];
  // The builtin locale sorts by code point on every platform, whatever the machine's own locales are.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [...access, ...locale, '--no-instructions', ...(sync ? [] : ['--no-sync'])];
}

/** Starts the cluster on a free port of the loopback device and resolves when it accepts connections. */
export async function startCluster(
  home: Home,
  programs: string,
  extra: Record<string, string>,
): Promise<number> {
  // The first try may meet a port that was just taken or the last workers of a killed server, so try again.
  for (let left = 2; ; left -= 1) {
    const port = await freePort();
    const server = await launch(home, join(programs, 'postgres'), port, extra);
    const failure = await settled(home, server.pid, server.ended);
    if (failure === undefined) return port;
    if (left === 0) throw new StoreError('DATABASE_UNAVAILABLE', `PostgreSQL did not start.\n${failure}`);
    await sleep(500);
  }
}

async function launch(home: Home, program: string, port: number, extra: Record<string, string>) {
  const lines = Object.entries({ ...modestSettings, port: String(port), ...extra });
  // No unix socket: it would need a short path that both accounts reach, and loopback serves all platforms.
  const text = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''"];
  text.push(...lines.map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`));
  await writeFile(join(home.folder, 'server.conf'), `${text.join('\n')}\n`);
  const log = await open(join(home.folder, 'server.log'), 'w', 0o600);
  // Detached, so that neither Ctrl-C nor the end of this process ends it; it is stopped on purpose or reused.
  const options = ['-D', 'data', '-c', 'config_file=server.conf'];
  const child = spawn(program, options, {
    ...surroundings(home),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<true>((resolve) => {
    child.once('exit', () => resolve(true)).once('error', () => resolve(true));
  });
  child.unref();
  await log.close();
  return { pid: child.pid, ended };
}

/** Waits until the started server is ready; resolves to what its log says if it ended instead. */
async function settled(
  home: Home,
  pid: number | undefined,
  ended: Promise<true>,
): Promise<string | undefined> {
  while (true) {
    if (await Promise.race([ended, sleep(10, false)])) {
      return readFile(join(home.folder, 'server.log'), 'utf8');
    }
    const server = await readPidFile(home);
    if (server?.ready && server.pid === pid) return undefined;
  }
}

/** Ends all sessions and stops the cluster; resolves when it has written everything down. */
export async function stopCluster(home: Home, programs: string): Promise<void> {
  await runProgram(home, join(programs, 'pg_ctl'), [
    'stop',
    '-D',
    'data',
    '-m',
    'fast',
    '-w',
    '-t',
    '60',
    '-s',
  ]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The programs get no environment of ours: PGPORT and its like, or a locale, would change what they do. */
function surroundings(home: Home) {
  const env = process.platform === 'win32' ? undefined : { LC_ALL: 'C' };
  return { cwd: home.folder, ...home.account, ...(env && { env }) };
}

async function runProgram(home: Home, program: string, options: string[]): Promise<void> {
  await run(program, options, surroundings(home)).catch((cause: Error & { stderr?: string }) => {
    throw new StoreError('DATABASE_UNAVAILABLE', `${program} failed.\n${cause.stderr ?? cause.message}`, {
      cause,
    });
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
