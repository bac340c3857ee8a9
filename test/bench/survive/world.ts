// A seeded database of the benchmark's own, a folder of snapshots, and a server that serves it to a reader.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { readOn, type Seen } from './reader.ts';

const dist = (path: string) => new URL(`../../../dist/${path}`, import.meta.url).href;
const execute = promisify(execFile);

/** What the parts of the benchmark work on. */
export interface World {
  readonly url: string;
  readonly exportsDir: string;
  /** Changes a published value, so that the next run has something to publish. */
  change(): Promise<void>;
  /** Restarts PostgreSQL, ending every session. */
  restart(): Promise<void>;
  /** Ends the reader, and says what it saw. */
  seen(): Promise<Seen>;
  close(): Promise<void>;
}

/** Makes the world. `first` publishes the snapshot that the reader begins with. */
export async function world(first: (url: string, exportsDir: string) => Promise<void>): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-survive-'));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const exportsDir = join(folder, 'exports');
  const { openEmbedded } = await import(dist('store/embedded.js'));
  const { migrate } = await import(dist('store/migrate.js'));
  const { importSeeds } = await import(dist('importers/seeds.js'));
  const { startServer } = await import(dist('server.js'));
  const { readConfig } = await import(dist('config.js'));
  const embedded = await openEmbedded({ dataDir, log: () => {} });
  const { url } = embedded;
  await migrate(url);
  await importSeeds({ url, folder: 'seeds' });
  await first(url, exportsDir);
  const config = { ...readConfig({ EXPORTS_DIR: exportsDir }), port: 0 };
  const server = await startServer({ config, url, log: () => {} });
  const stop = new AbortController();
  const reading = readOn(server.address, stop.signal);
  let changes = 0;
  return {
    url,
    exportsDir,
    change() {
      changes += 1;
      return changeTheme(url, changes);
    },
    restart: () => restart(join(dataDir, 'postgres', 'data')),
    async seen() {
      stop.abort();
      return reading;
    },
    async close() {
      stop.abort();
      await server.close();
      await embedded.release();
      await control(join(dataDir, 'postgres', 'data'), 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function changeTheme(url: string, n: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE theme SET name = $1 WHERE id = 'theme/misconduct'", [`Misconduct ${n}`]);
  await client.end();
}

const restart = (data: string) => control(data, 'restart');

// By the programs and the account of the server that runs, on its own port.
async function control(data: string, what: 'restart' | 'stop'): Promise<void> {
  const pid = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0];
  const programs = dirname(await readlink(`/proc/${pid}/exe`));
  const { uid, gid } = await stat(data);
  const home = dirname(data);
  const options = { cwd: home, uid, gid, env: { LC_ALL: 'C' } };
  const log = what === 'restart' ? ['-l', '/dev/null'] : [];
  await execute(join(programs, 'pg_ctl'), [what, '-D', 'data', '-m', 'fast', '-w', ...log], options);
}
