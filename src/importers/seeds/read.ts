// The door to the seeds: a folder becomes checked records, or a refusal that lists every fault.
// Nothing here knows a database.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Fault, ImportError } from '../../errors.js';
import { described } from '../../store/describe.js';
import type { SeedContent, SeedRecord } from './content.js';
import { crossCheck } from './cross-check.js';
import { readMotion } from './motion.js';
import { type Removed, readRemoved } from './removed.js';
import { readTable } from './table.js';
import { removedFile, seedTables } from './tables.js';

/** Everything a seeds folder says. */
export interface Seeds {
  /** Parents before children, files in order of name, lines in order. */
  readonly records: SeedRecord[];
  /** Which records were removed or merged, and why. */
  readonly removed: Removed;
  /** SHA-256 over the names and bytes of all seed files; the same folder always gives the same. */
  readonly hash: string;
}

interface SeedFile {
  readonly name: string;
  readonly text: string;
}

/** Reads and checks a seeds folder; faults name their files as they stand under `shownAs`. */
export async function readSeeds(folder: string, shownAs = 'seeds'): Promise<Seeds> {
  const faults: Fault[] = [];
  const files = await readFiles(folder, faults);
  const removed = readRemoved(files.find(({ name }) => name === removedFile)?.text ?? 'id,reason\n');
  const contents = files.filter(({ name }) => name !== removedFile).map(readContent);
  const records = contents.flatMap((content) => content.records);
  faults.push(...removed.faults, ...contents.flatMap((content) => content.faults));
  // References between half-read files would only repeat the faults above.
  if (faults.length === 0) faults.push(...crossCheck(records, removed));
  if (faults.length > 0) throw new ImportError(faults.map((fault) => shown(fault, shownAs)));
  return { records: inOrder(records, shownAs), removed, hash: hashOf(files) };
}

function readContent({ name, text }: SeedFile): SeedContent {
  const seed = seedTables.find(({ file }) => file === name);
  if (seed) return readTable(seed, name, text);
  if (name.endsWith('.yaml')) return readMotion(name, text);
  const expected = `one of ${seedTables.map(({ file }) => file).join(', ')}, ${removedFile} or a motion`;
  return { records: [], faults: [{ expected, got: name, at: { file: name } }] };
}

async function readFiles(folder: string, faults: Fault[]): Promise<SeedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    throw new ImportError([{ expected: 'a folder of seeds', got: String(error.code), at: { file: folder } }]);
  });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(csv|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'))
    .sort((a, b) => (a < b ? -1 : 1));
  return Promise.all(
    names.map(async (name) => ({ name, text: decoded(name, await readFile(join(folder, name)), faults) })),
  );
}

function decoded(file: string, bytes: Uint8Array, faults: Fault[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    faults.push({ expected: 'text in UTF-8', got: 'other bytes', at: { file } });
    return '';
  }
}

function hashOf(files: readonly SeedFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\0${text.length}\0${text}`);
  return hash.digest('hex');
}

function inOrder(records: readonly SeedRecord[], shownAs: string): SeedRecord[] {
  const rank = new Map([...described.keys()].map((table, index) => [table, index]));
  return records
    .toSorted((a, b) => (rank.get(a.table) ?? 0) - (rank.get(b.table) ?? 0))
    .map(({ placeOf, ...record }) => ({
      ...record,
      at: { ...record.at, file: `${shownAs}/${record.at.file}` },
    }));
}

function shown(fault: Fault, shownAs: string): Fault {
  return {
    ...fault,
    at: { ...fault.at, ...(fault.at?.file ? { file: `${shownAs}/${fault.at.file}` } : {}) },
  };
}
