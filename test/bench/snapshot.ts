// What publishing costs, on the database that DATABASE_URL names: `npm run bench -- snapshot [rounds]` writes the
// clauses as CSV and JSON Lines, with hashes and flushed to the disk, beside one COPY … TO STDOUT CSV of the same
// columns to a file, in turn; `npm run bench -- snapshot whole` publishes everything and prints time, size and
// the most memory it took.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const dist = new URL('../../dist/', import.meta.url).href;

function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error('expected DATABASE_URL to name a database, for example one made by generate --scale uk');
  return url;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function clauses() {
  const { publishedTables } = (await import(
    `${dist}exporters/table.js`
  )) as typeof import('../../src/exporters/table.js');
  const table = publishedTables.find(({ name }) => name === 'clauses');
  if (!table) throw new Error('expected a published table of clauses');
  return table;
}

/** One COPY to a file, as PostgreSQL writes CSV by itself: no hash, no flush, any order of rows. */
async function plainCopy(folder: string): Promise<void> {
  const columns = (await clauses()).columns.map(({ name }) => `"${name}"`).join(', ');
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  const answer = client.query(copyTo(`COPY (SELECT ${columns} FROM clause) TO STDOUT CSV HEADER`));
  await pipeline(answer, createWriteStream(join(folder, 'copy.csv')));
  await client.end();
}

/** The exporters of the job, fed as the job feeds them. */
async function exported(folder: string): Promise<void> {
  const load = <T>(file: string) => import(`${dist}${file}`) as Promise<T>;
  const { reading } = await load<typeof import('../../src/store/reading.js')>('store/reading.js');
  const { Staging } = await load<typeof import('../../src/exporters/staging.js')>('exporters/staging.js');
  const { csvExporter } = await load<typeof import('../../src/exporters/csv.js')>('exporters/csv.js');
  const { jsonlExporter } = await load<typeof import('../../src/exporters/jsonl.js')>('exporters/jsonl.js');
  const { traverse } =
    await load<typeof import('../../src/exporters/traversal.js')>('exporters/traversal.js');
  const staging = await Staging.start(folder);
  const tables = [await clauses()];
  await reading(databaseUrl(), (moment) =>
    traverse(moment, [csvExporter(staging), jsonlExporter(staging)], () => {}, tables),
  );
  await staging.discard();
}

async function compared(rounds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-bench-'));
  const ratios: number[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const copy = await seconds(() => plainCopy(folder));
      const both = await seconds(() => exported(folder));
      ratios.push(both / copy);
      console.log(
        `COPY ${copy.toFixed(1)} s, CSV and JSON Lines ${both.toFixed(1)} s: ${(both / copy).toFixed(2)} times`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const middle = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
  const { maxRSS } = process.resourceUsage();
  console.log(`median ${middle.toFixed(2)} times; at most ${(maxRSS / 1024).toFixed(0)} MB in memory`);
}

// The command itself in a process of its own, whose greatest memory the system keeps account of.
async function whole(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-bench-'));
  try {
    let most = 0;
    const took = await seconds(async () => {
      const child = spawn('npm', ['run', '-s', 'cli', '--', 'publish'], {
        env: { ...process.env, EXPORTS_DIR: folder },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const watch = setInterval(async () => {
        most = Math.max(most, await memoryMb(child.pid));
      }, 250);
      const [code] = await new Promise<[number | null]>((resolve) =>
        child.once('exit', (...end) => resolve([end[0]])),
      );
      clearInterval(watch);
      if (code !== 0) throw new Error(`publish ended with ${code}`);
    });
    const [id = ''] = await readdir(join(folder, 'snapshots'));
    const files = await readdir(join(folder, 'snapshots', id), { recursive: true, withFileTypes: true });
    const sizes = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(
      `${took.toFixed(0)} s, ${sizes.length} files, ${(total / 1e9).toFixed(2)} GB, at most ${most.toFixed(0)} MB in memory`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// npm becomes a shell and the shell becomes the command: whichever of them is largest is the command.
async function memoryMb(pid: number | undefined): Promise<number> {
  if (!pid) return 0;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const own = status.includes('npm') ? 0 : Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const below = await Promise.all(
    children
      .trim()
      .split(/\s+/)
      .map((child) => memoryMb(Number(child) || undefined)),
  );
  return Math.max(own, ...below);
}

/** Compares so many rounds, three unless told otherwise, or publishes the whole. */
export async function run([what = '3']: string[]): Promise<void> {
  await (what === 'whole' ? whole() : compared(Number(what)));
}
