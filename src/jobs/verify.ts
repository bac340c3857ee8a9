// Whether a snapshot is what this store held at its data version: every file is written again from the record as it
// stood then, by the same code, and compared byte by byte with the one that was published.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { VerifyError } from '../errors.js';
import { archivePath } from '../exporters/archive.js';
import { writeDataFiles } from '../exporters/data-files.js';
import { writeDocuments } from '../exporters/documents.js';
import { floors } from '../exporters/floors.js';
import { type Manifest, manifestOf, sha256, sums } from '../exporters/manifest.js';
import { everyFile, type FileFacts, Staging } from '../exporters/staging.js';
import { schemaVersion } from '../exporters/table.js';
import { readingPast } from '../store/past.js';
import { isOfThisLog } from '../store/queries/change-motives.js';
import { openStore } from '../store/store.js';
import { type FileFault, faultsOf } from './file-faults.js';
import { type Chain, followChain } from './manifest-chain.js';

/** Which snapshot, and the store it is to be rebuilt from. */
export interface VerifyOptions {
  readonly url: string;
  readonly exportsDir: string;
  /** The folder of the snapshot. */
  readonly folder: string;
  readonly log?: (line: string) => void;
}

/** What came of it. */
export interface Verification {
  readonly id: string;
  readonly data_version: number;
  /** Plain files that were rebuilt, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  readonly faults: readonly FileFault[];
  /** Files that cannot be rebuilt, and why. */
  readonly left_out: readonly { readonly path: string; readonly why: string }[];
  readonly chain: Chain;
}

/**
 * Rebuilds a snapshot and compares.
 * @throws VerifyError where this release or this store cannot rebuild it.
 */
export async function verify({
  url,
  exportsDir,
  folder,
  log = () => {},
}: VerifyOptions): Promise<Verification> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const id = basename(folder);
  refuseOtherShape(id, manifest);
  await refuseOtherLog(url, id, manifest);
  const previous = await manifestBefore(exportsDir, manifest);
  const scratch = await mkdtemp(join(tmpdir(), 'open-motions-verify-'));
  try {
    const staging = await Staging.start(scratch);
    const data = { version: Number(manifest.data_version), asOf: manifest.as_of };
    await readingPast(url, data.version, (moment) => writeDataFiles(moment, staging, log));
    await writeDocuments(staging, data, previous ?? undefined);
    const rebuilt = withSiblings(staging.files, manifest);
    const own = manifestOf(rebuilt, data, manifest.previous, floors);
    await staging.write('manifest.json', `${JSON.stringify(own, null, 2)}\n`);
    await staging.write('SHA256SUMS', sums(everyFile([...rebuilt, manifestFacts(staging)])));
    const unknown = previous === null && manifest.previous !== null;
    const leftOut = [...(unknown ? followers(manifest) : []), ...afterwards];
    return {
      ...{ id, data_version: data.version, files: rebuilt.length },
      bytes: rebuilt.reduce((sum, file) => sum + file.bytes, 0),
      faults: await faultsOf({
        folder,
        staging,
        manifest,
        skipped: new Set(leftOut.map(({ path }) => path)),
      }),
      left_out: leftOut,
      chain: await followChain(exportsDir, manifest),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function refuseOtherShape(id: string, { schema_version }: Manifest): void {
  if (schema_version === schemaVersion) return;
  const use = `Use the release that writes ${schema_version}; schema/CHANGES.md says which changes came since.`;
  throw new VerifyError(
    `${id} has the shape ${schema_version} of the files, and this release writes ${schemaVersion}. ${use}`,
  );
}

async function refuseOtherLog(url: string, id: string, manifest: Manifest): Promise<void> {
  const store = openStore(url, { max: 1 });
  const moment = { version: Number(manifest.data_version), asOf: manifest.as_of };
  const known = await isOfThisLog(store.db, moment).finally(() => store.close());
  if (known) return;
  const other = `the log of this store does not know data version ${moment.version} as of ${moment.asOf}`;
  throw new VerifyError(
    `${id} was published from another store: ${other}. To rebuild it elsewhere, import its csv/ into an empty store and publish.`,
  );
}

/** The manifest before it, which CHANGES.md counts rows by; null where there is none or it is gone. */
async function manifestBefore(exportsDir: string, { previous }: Manifest): Promise<Manifest | null> {
  if (!previous) return null;
  const path = join(exportsDir, 'snapshots', previous.id, 'manifest.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  return text !== null && sha256(text) === previous.manifest_sha256 ? (JSON.parse(text) as Manifest) : null;
}

// Compressed bytes are promised on one machine alone, so they are taken as published and unpacked for comparison.
function withSiblings(files: readonly FileFacts[], { files: published }: Manifest): FileFacts[] {
  return files.map((file) => {
    const encodings = published.find(({ path }) => path === file.path)?.encodings;
    return encodings ? { ...file, encodings } : file;
  });
}

function manifestFacts(staging: Staging): FileFacts {
  return staging.files.find(({ path }) => path === 'manifest.json') as FileFacts;
}

const followers = (manifest: Manifest) => {
  const why = `it counts rows since ${manifest.previous?.id}, which is no longer kept`;
  const naming = 'it holds the hash of CHANGES.md';
  return [
    { path: 'CHANGES.md', why },
    { path: 'manifest.json', why: naming },
    { path: 'SHA256SUMS', why: naming },
  ];
};

const afterwards = [
  { path: archivePath, why: 'it holds the compressed siblings, whose bytes are not promised' },
  { path: 'validation/report.json', why: 'it holds the times of its checks' },
];
