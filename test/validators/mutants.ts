// Snapshots with one fault each, as a broken exporter or disk would leave them: a fault in what was written has
// hashes and counts that agree with it, so that only a reader of the rows can see it.
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../src/exporters/manifest.js';

/** One fault: the file it is made in, what becomes of its bytes, and whether they are published as they are. */
export interface Mutant {
  readonly name: string;
  readonly path: string;
  readonly change: (bytes: Buffer) => Buffer;
  /** Whether manifest and SHA256SUMS know of the change: it was published so, not spoilt afterwards. */
  readonly published: boolean;
}

const records = (edit: (lines: string[]) => string[]) => (bytes: Buffer) =>
  Buffer.from(edit(bytes.toString().split('\r\n')).join('\r\n'));
const replaced = (from: string | RegExp, to: string) => (bytes: Buffer) => {
  const text = bytes.toString();
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`the mutant finds no ${from}`);
  return Buffer.from(changed);
};

/** The nine faults that every snapshot is held against. */
export const mutants: readonly Mutant[] = [
  {
    name: 'impossible date',
    path: 'csv/motions.csv',
    change: replaced('2023-03-22,day', '2023-02-30,day'),
    published: true,
  },
  {
    name: 'dangling key',
    path: 'csv/wards.csv',
    change: replaced(/council\/camden(?=,)/, 'council/atlantis'),
    published: true,
  },
  {
    name: 'duplicate key',
    path: 'csv/themes.csv',
    change: records(([header = '', first = '', ...rest]) => [header, first, first, ...rest]),
    published: true,
  },
  {
    name: 'ragged row',
    path: 'csv/themes.csv',
    change: records(([header = '', first = '', ...rest]) => [header, `${first},more`, ...rest]),
    published: true,
  },
  {
    name: 'swapped headers',
    path: 'csv/parties.csv',
    change: records(([header = '', ...rest]) => {
      const [a, b, ...others] = header.split(',');
      return [[b, a, ...others].join(','), ...rest];
    }),
    published: true,
  },
  {
    name: 'invalid UTF-8',
    path: 'csv/themes.csv',
    change: (bytes) => {
      const at = bytes.indexOf('\r\n') + 'theme/xxxxxx,'.length;
      return Buffer.concat([bytes.subarray(0, at + 8), Buffer.from([0xc3, 0x28]), bytes.subarray(at + 8)]);
    },
    published: true,
  },
  {
    name: 'lost row',
    path: 'csv/flat_positions.csv',
    change: records(([header = '', , ...rest]) => [header, ...rest]),
    published: true,
  },
  {
    name: 'pattern break',
    path: 'csv/police_units.csv',
    change: replaced('police-unit/', 'police_unit/'),
    published: true,
  },
  {
    name: 'changed byte',
    path: 'README.md',
    change: replaced('T', 't'),
    published: false,
  },
];

/** Copies a snapshot and makes one fault in the copy. */
export async function mutate(folder: string, into: string, mutant: Mutant): Promise<string> {
  await cp(folder, into, { recursive: true });
  const path = join(into, mutant.path);
  const before = await readFile(path);
  const bytes = mutant.change(before);
  await writeFile(path, bytes);
  if (mutant.published) await publishAs(into, mutant.path, { before, bytes });
  return into;
}

// The counts stay: a row that was lost on the way was counted before it was.
async function publishAs(folder: string, path: string, { before, bytes }: { before: Buffer; bytes: Buffer }) {
  const hash = (of: Buffer) => createHash('sha256').update(of).digest('hex');
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = manifest.files.map((file) =>
    file.path === path ? { ...file, bytes: bytes.length, sha256: hash(bytes) } : file,
  );
  const text = `${JSON.stringify({ ...manifest, files }, null, 2)}\n`;
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  const old = hash(await readFile(join(folder, 'manifest.json')));
  await writeFile(join(folder, 'manifest.json'), text);
  await writeFile(
    join(folder, 'SHA256SUMS'),
    sums.replace(`${hash(before)}  ${path}`, `${hash(bytes)}  ${path}`).replace(old, hash(Buffer.from(text))),
  );
}
