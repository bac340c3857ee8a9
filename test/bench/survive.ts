// What becomes of the snapshots when a publication is killed, runs out of disk, loses its database or meets
// another: `npm run bench -- survive [kills] [seed]` prints the counts. Meanwhile a server serves the
// folder to a reader who checks every byte it is given.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Ended, type Running, startDying, startJob } from './survive/job.ts';
import { faultsListed, indexOf, leftovers } from './survive/whole.ts';
import { type World, world } from './survive/world.ts';

const execute = promisify(execFile);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Count {
  rounds: number;
  /** How many runs were cut short by what was done to them, rather than ending before it. */
  hit: number;
  whole: number;
  nextSucceeded: number;
  faults: string[];
}

const count = (): Count => ({ rounds: 0, hit: 0, whole: 0, nextSucceeded: 0, faults: [] });

/** One round: something changes, a run is disturbed, the snapshots are looked at, the next run mends all. */
async function round(into: Count, { change, url, exportsDir }: World, disturb: () => Promise<Ended>) {
  await change();
  const ended = await disturb();
  into.rounds += 1;
  if (ended.code !== 0) into.hit += 1;
  const faults = await faultsListed(exportsDir);
  if (faults.length === 0) into.whole += 1;
  const next = await startJob(url, exportsDir).ended;
  const left = await leftovers(exportsDir);
  faults.push(...left, ...(await faultsListed(exportsDir)));
  if (next.code === 0 && left.length === 0) into.nextSucceeded += 1;
  else faults.push(next.text);
  into.faults.push(...faults);
}

/** Kills a run after some milliseconds. */
async function killed({ child, ended }: Running, ms: number): Promise<Ended> {
  await Promise.race([sleep(ms), ended]);
  child.kill('SIGKILL');
  return ended;
}

async function restarted(here: World, { ended }: Running, ms: number): Promise<Ended> {
  await Promise.race([sleep(ms), ended]);
  await here.restart();
  return ended;
}

async function twoAtOnce(into: Count, here: World): Promise<void> {
  await here.change();
  const before = (await indexOf(here.exportsDir)).snapshots.length;
  const ends = await Promise.all([1, 2].map(() => startJob(here.url, here.exportsDir).ended));
  into.rounds += 1;
  into.hit += ends.filter(({ text }) => text.includes('NIGHTLY_LOCKED')).length;
  const faults = await faultsListed(here.exportsDir);
  if (faults.length === 0) into.whole += 1;
  const after = (await indexOf(here.exportsDir)).snapshots.length;
  if (ends.some(({ code }) => code === 0) && after === before + 1) into.nextSucceeded += 1;
  into.faults.push(...faults);
}

function print(what: string, { rounds, hit, whole, nextSucceeded, faults }: Count, hits = 'cut short'): void {
  console.log(
    `${what.padEnd(34)} ${rounds} rounds, ${hit} ${hits}, ${whole} left every snapshot whole, ${nextSucceeded} mended by the next run`,
  );
  for (const fault of faults.slice(0, 5)) console.log(`  FAULT ${fault}`);
}

async function fullDisk(url: string): Promise<void> {
  const own = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const program = [process.execPath, 'test/bench/survive/full-disk.ts', url];
  const { stdout } = await execute('unshare', [...own, '--mount', ...program]).catch((error: Error) => ({
    stdout: JSON.stringify({ skipped: error.message.split('\n')[0] }),
  }));
  const told = JSON.parse(stdout) as Record<string, unknown>;
  if (told.skipped)
    return console.log(`full disk: SKIPPED, no file system could be mounted: ${told.skipped}`);
  const { rounds, toldThatFull, shownInIndex, faults, nextSucceeded } = told;
  const broken = (faults as string[]).length;
  console.log(
    `${'full disk (tmpfs, ENOSPC)'.padEnd(34)} ${rounds} rounds, ${toldThatFull} told that the disk is full ` +
      `(${shownInIndex} also in index.json), ${broken} faults, ${nextSucceeded} mended by the next run`,
  );
}

/** Runs every part and prints its counts; `kills` is how many random instants a run is killed at. */
export async function run([kills = '50', seed = '20261125']: string[]): Promise<void> {
  const next = random(Number(seed));
  let seconds = 0;
  const here = await world(async (url, exportsDir) => {
    const first = await startJob(url, exportsDir).ended;
    if (first.code !== 0) throw new Error(first.text);
    seconds = first.seconds;
  });
  const instant = () => next() * seconds * 1000;
  console.log(`seed ${seed}; an undisturbed run takes ${seconds.toFixed(1)} s`);
  try {
    const [random, renamed, indexed, database, two] = [count(), count(), count(), count(), count()];
    for (let n = 0; n < Number(kills); n += 1) {
      await round(random, here, () => killed(startJob(here.url, here.exportsDir), instant()));
    }
    print('killed at random instants', random);
    for (let n = 0; n < 5; n += 1) {
      await round(renamed, here, () => startDying(here.url, here.exportsDir, 'snapshot: ').ended);
      await round(indexed, here, () => startDying(here.url, here.exportsDir, 'index: ').ended);
    }
    print('killed between rename and index', renamed);
    print('killed right after the index', indexed);
    for (let n = 0; n < 10; n += 1) {
      await round(database, here, () => restarted(here, startJob(here.url, here.exportsDir), instant()));
    }
    print('database restarted midway', database);
    for (let n = 0; n < 10; n += 1) await twoAtOnce(two, here);
    print('two servers told at once', two, 'refused');
    await fullDisk(here.url);
    const { answers, faults } = await here.seen();
    console.log(`${'a reader meanwhile'.padEnd(34)} ${answers} answers checked, ${faults.length} faults`);
    for (const fault of [...new Set(faults)].slice(0, 5)) console.log(`  FAULT ${fault}`);
    const all = await faultsListed(here.exportsDir, true);
    console.log(
      `${'every snapshot at the end'.padEnd(34)} ${(await indexOf(here.exportsDir)).snapshots.length} read again, ${all.length} faults`,
    );
  } finally {
    await here.close();
  }
}
