// What was decided, written where curation is reviewed like code: the file of each motion under the seeds,
// and the rows it points at. The folder is written only if all of it reads as seeds again.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { pathOf } from '../../domain/ids.js';
import { type Reader, rows } from '../document/known.js';
import { readSeeds } from '../seeds/read.js';
import { type Addition, addToFile, countIn } from './seed-edit.js';
import { asksOf, citationsOf, motionSeed, numbered } from './seed-motion.js';
import { addRowsFor, putRow, type SeedFiles } from './seed-rows.js';
import type { Suggestion } from './suggestion.js';

const schemaLine = '# yaml-language-server: $schema=../../../schema/seeds/motion.schema.json\n';

/** Writes what was decided of suggestions into a seeds folder and names the files that changed. */
export async function writeSeeds(
  store: Reader,
  folder: string,
  decided: readonly Suggestion[],
  by: string,
): Promise<string[]> {
  const before = await readFiles(folder);
  const files: SeedFiles = new Map(before);
  for (const [motion, suggestions] of Map.groupBy(decided, (one) => one.motion)) {
    const file = fileOf(motion);
    if (files.has(file)) await addDecided(store, files, file, suggestions);
    else await addMotion(store, files, motion, by);
  }
  await putCoverage(store, files, decided);
  const changed = [...files].filter(([name, text]) => before.get(name) !== text);
  await check(files);
  for (const [name, text] of changed) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return changed.map(([name]) => name);
}

/** `motion/brent/2023-07-10/x/amendment-a` → `motions/brent/2023-07-10-x.amendment-a.yaml` */
function fileOf(motion: string): string {
  const [council = '', date = '', slug = '', amendment] = pathOf(motion).split('/');
  return `motions/${council}/${date}-${slug}${amendment ? `.${amendment}` : ''}.yaml`;
}

async function addMotion(store: Reader, files: SeedFiles, motion: string, by: string): Promise<void> {
  const seed = await motionSeed(store, motion, by);
  files.set(fileOf(motion), `${schemaLine}${stringify(seed, { lineWidth: 100 })}`);
  await addRowsFor(store, files, seed);
  for (const { amendment } of seed.events ?? [])
    if (amendment && !files.has(fileOf(amendment))) await addMotion(store, files, amendment, by);
}

async function addDecided(
  store: Reader,
  files: SeedFiles,
  file: string,
  suggestions: readonly Suggestion[],
): Promise<void> {
  for (const [clause, own] of Map.groupBy(suggestions, (one) => one.clause)) {
    const { address = '' } = own[0] ?? {};
    const ids = own.map(({ id }) => id);
    for (const ask of await asksOf(store, clause, ids)) {
      const place = countIn(file, files.get(file) ?? '', { address, list: 'asks' }) + 1;
      await add(store, files, file, { address, list: 'asks', entry: numbered(ask, place) });
    }
    for (const entry of await citationsOf(store, clause, ids))
      await add(store, files, file, { address, list: 'citations', entry });
  }
}

async function add(store: Reader, files: SeedFiles, file: string, addition: Addition): Promise<void> {
  files.set(file, addToFile(file, files.get(file) ?? '', [addition]));
  await addRowsFor(store, files, addition.entry);
}

/** A council that was found to have a motion is so in the seeds, too. */
async function putCoverage(store: Reader, files: SeedFiles, decided: readonly Suggestion[]): Promise<void> {
  const found = await rows<{ id: string }>(
    store,
    `SELECT DISTINCT v.id FROM coverage v JOIN motion m ON m.council_id = v.council_id
     JOIN clause c ON c.motion_id = m.id
     JOIN citation t ON t.clause_id = c.id AND t.review_id = v.review_id
       AND t.review_state NOT IN ('suggested', 'retired')
     WHERE m.id = ANY($1) AND v.result = 'found' ORDER BY 1`,
    [decided.map(({ motion }) => motion)],
  );
  for (const { id } of found) {
    const isSaid = new RegExp(`^${id},.*,found,`, 'm').test(files.get('coverage.csv') ?? '');
    if (!isSaid) await putRow(store, files, 'coverage', id);
  }
}

async function readFiles(folder: string): Promise<SeedFiles> {
  const names = await readdir(folder, { recursive: true });
  const seeds = names
    .filter((name) => /\.(?:csv|yaml)$/.test(name))
    .map((name) => name.replaceAll('\\', '/'));
  return new Map(
    await Promise.all(seeds.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** Reads the folder as it would be; a fault keeps all of it from being written. */
async function check(files: SeedFiles): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'seeds-'));
  try {
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await readSeeds(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
