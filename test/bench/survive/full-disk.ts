// The part of `survive` that needs a disk of its own to fill: a small file system in memory, mounted where only
// this process and its children see it. Started by `survive`, as root or as an ordinary user.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startJob } from './job.ts';
import { faultsListed, indexOf, leftovers } from './whole.ts';

const execute = promisify(execFile);

/** Publishes onto a disk that has ever less room left, and prints what came of it as JSON. */
async function run([url = '', rounds = '8']: string[]): Promise<void> {
  const exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-full-'));
  await execute('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', exportsDir]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const told = { rounds: 0, toldThatFull: 0, shownInIndex: 0, faults: [] as string[], nextSucceeded: 0 };
  await startJob(url, exportsDir).ended;
  for (let n = 0; n < Number(rounds); n += 1) {
    await client.query("UPDATE theme SET name = $1 WHERE id = 'theme/misconduct'", [`Full ${n}`]);
    const ballast = await fill(exportsDir, n * 400_000);
    const { code, text } = await startJob(url, exportsDir).ended;
    told.rounds += 1;
    if (code === 1 && text.includes('The disk that holds EXPORTS_DIR is full.')) told.toldThatFull += 1;
    if ((await indexOf(exportsDir)).last_attempt.result === 'failed') told.shownInIndex += 1;
    told.faults.push(...(await faultsListed(exportsDir, true)));
    await rm(ballast);
    const next = await startJob(url, exportsDir).ended;
    if (next.code === 0 && (await leftovers(exportsDir)).length === 0) told.nextSucceeded += 1;
    told.faults.push(...(await faultsListed(exportsDir)));
  }
  await client.end();
  await execute('umount', [exportsDir]);
  await rm(exportsDir, { recursive: true });
  console.log(JSON.stringify(told));
}

await run(process.argv.slice(2));

/** Takes all room of the disk but some bytes. */
async function fill(exportsDir: string, left: number): Promise<string> {
  const { bavail, bsize } = await statfs(exportsDir);
  const path = join(exportsDir, 'ballast');
  await writeFile(path, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return path;
}
