// Whether what stands in a folder of snapshots may be shown to anybody: every snapshot that index.json lists is
// whole to the byte, and nothing else is left in the folder.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Index {
  latest: string | null;
  last_attempt: { result: string; code: string | null; reason: string | null };
  snapshots: { id: string }[];
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const known = new Set<string>();

/** index.json of a folder. */
export async function indexOf(exportsDir: string): Promise<Index> {
  return JSON.parse(await readFile(join(exportsDir, 'index.json'), 'utf8')) as Index;
}

/** What is wrong with a snapshot, file by file; nothing where it is whole. `again` reads one that was whole before. */
export async function faultsOf(exportsDir: string, id: string, again = false): Promise<string[]> {
  if (known.has(id) && !again) return [];
  const folder = join(exportsDir, 'snapshots', id);
  const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  const faults: string[] = [];
  for (const line of sums) {
    const [hash = '', path = ''] = line.split('  ');
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (!bytes || sha256(bytes) !== hash) faults.push(`${id}/${path}`);
  }
  const manifest = sha256(await readFile(join(folder, 'manifest.json')));
  if (!id.endsWith(manifest.slice(0, 8))) faults.push(`${id}/manifest.json`);
  if (faults.length === 0) known.add(id);
  return faults;
}

/** What is wrong with the listed snapshots. */
export async function faultsListed(exportsDir: string, again = false): Promise<string[]> {
  const { snapshots } = await indexOf(exportsDir);
  const faults: string[] = [];
  for (const { id } of snapshots) faults.push(...(await faultsOf(exportsDir, id, again)));
  return faults;
}

/** What a run that was cut short has left lying: staging folders and drafts. */
export async function leftovers(exportsDir: string): Promise<string[]> {
  return (await readdir(exportsDir)).filter((name) => name.startsWith('.'));
}
