// The chain of publications: each manifest names the hash of the one before it, so that none can be exchanged without
// a trace. What is no longer kept is followed by what gone.json remembers of it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGone } from '../exporters/gone.js';
import { type Manifest, type Previous, sha256 } from '../exporters/manifest.js';

/** How far a chain was followed back: over so many snapshots, and why no further. */
export interface Chain {
  readonly length: number;
  readonly end: string;
  /** Where a manifest is not the one that is named. */
  readonly broken: string | null;
}

/** Follows the chain from a manifest as far back as anything is kept. */
export async function followChain(exportsDir: string, from: Manifest): Promise<Chain> {
  const gone = new Map((await readGone(exportsDir)).map((each) => [each.path, each]));
  let length = 0;
  for (let previous = from.previous; previous; length += 1) {
    const { id } = previous;
    const { reason, manifest_sha256: remembered } = gone.get(`snapshots/${id}`) ?? {};
    const text = await readFile(join(exportsDir, 'snapshots', id, 'manifest.json'), 'utf8').catch(() => null);
    const found = reason ? remembered : text === null ? undefined : sha256(text);
    if (found !== undefined && found !== previous.manifest_sha256) {
      return { length, end: id, broken: wrong(previous, found) };
    }
    if (text === null)
      return { length, end: reason ? `${id}, which is no longer kept` : id, ...lost(id, reason) };
    previous = (JSON.parse(text) as Manifest).previous;
  }
  return { length, end: 'the first of all', broken: null };
}

const wrong = ({ id, manifest_sha256 }: Previous, found: string) =>
  `the manifest of ${id} has the hash ${found}, and the one after it names ${manifest_sha256}`;

function lost(id: string, reason: string | undefined): Pick<Chain, 'broken'> {
  return { broken: reason ? null : `${id} is named, and neither kept nor said to be gone` };
}
