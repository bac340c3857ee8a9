// What is said to be gone leaves the folder of snapshots. Of a snapshot that was redacted its manifest stays, so that
// the chain can be followed and everybody sees what there was; hashes that could tell what was taken out are struck.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { feed } from '../exporters/feed.js';
import { type Gone, readGone } from '../exporters/gone.js';
import type { Manifest } from '../exporters/manifest.js';
import { nestedMotionsPath } from '../exporters/nested-motions.js';
import { readAttempt, readSnapshots, writeIndex } from '../exporters/snapshots.js';
import { sqlitePath } from '../exporters/sqlite.js';
import { replaceFile } from '../exporters/staging.js';
import { publishedName } from '../exporters/table.js';
import type { TableName } from '../store/tables.js';

/** Lists the snapshots that are kept, as after some are said to be gone. Holders of the publish lock only. */
export async function listAgain(exportsDir: string, log: (line: string) => void): Promise<void> {
  const kept = await readSnapshots(exportsDir, log);
  const attempt = await readAttempt(exportsDir);
  const atom = feed(kept);
  if (atom) await replaceFile(join(exportsDir, 'feed.xml'), atom);
  else await rm(join(exportsDir, 'feed.xml'), { force: true });
  if (attempt) await writeIndex(exportsDir, kept, attempt);
}

/** Removes what is said to be gone, and what a run before began to remove. Holders of the publish lock only. */
export async function removeGone(exportsDir: string): Promise<void> {
  for (const gone of await readGone(exportsDir)) {
    const path = join(exportsDir, gone.path);
    if (gone.reason === 'redaction' && gone.path.startsWith('snapshots/')) await strikeOff(path, gone);
    else await rm(path, { recursive: true, force: true });
  }
}

const manifestName = 'manifest.json';

async function strikeOff(folder: string, { table }: Gone): Promise<void> {
  const names: string[] = await readdir(folder).catch(() => []);
  if (names.includes(manifestName) && names.length > 1) {
    const text = await readFile(join(folder, manifestName), 'utf8');
    const manifest = struckManifest(JSON.parse(text) as Manifest, table);
    await replaceFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  for (const name of names) {
    if (name !== manifestName) await rm(join(folder, name), { recursive: true, force: true });
  }
}

// A hash lets a guess at a short text be checked.
function struckManifest(manifest: Manifest, table: string | undefined) {
  const name = table === undefined ? undefined : publishedName(table as TableName);
  const held = ({ path, table: own }: Manifest['files'][number]) =>
    name === undefined ||
    own === name ||
    own === 'flat_positions' ||
    [sqlitePath, nestedMotionsPath].includes(path);
  return {
    ...manifest,
    content_sha256: null,
    files: manifest.files.map((file) =>
      held(file)
        ? {
            ...file,
            sha256: null,
            ...(file.encodings
              ? { encodings: file.encodings.map((each) => ({ ...each, sha256: null })) }
              : {}),
          }
        : file,
    ),
  };
}
