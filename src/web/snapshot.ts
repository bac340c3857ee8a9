// What stands in EXPORTS_DIR as readers may see it: index.json says which snapshots there are, and each
// manifest which files. Whatever neither lists (a snapshot in the making, a stray file) does not exist here.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** One published file; rows only where it holds a table. */
export interface PublishedFile {
  readonly path: string;
  readonly table?: string;
  readonly rows?: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a page reads of manifest.json. */
export interface PublishedManifest {
  readonly schema_version: string;
  readonly data_version: number;
  readonly as_of: string | null;
  readonly files: readonly PublishedFile[];
}

/** A table as the snapshot itself describes it, in datapackage.json. */
export interface DescribedTable {
  readonly name: string;
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly about: string;
    readonly personal: boolean;
  }[];
}

/** All that a page says of one snapshot. */
export interface ShownSnapshot {
  readonly id: string;
  readonly manifest: PublishedManifest;
  readonly tables: readonly DescribedTable[];
  /** The size of all.zip, which no manifest can list. */
  readonly archiveBytes: number;
}

/** What a page reads of index.json. */
export interface SnapshotIndex {
  readonly latest: string | null;
  readonly last_attempt: {
    readonly at: string;
    readonly result: string;
    readonly code: string | null;
    readonly reason: string | null;
  };
  /** What is kept for how long, as a sentence. */
  readonly retention?: string;
  /** Newest first. */
  readonly snapshots: readonly { readonly id: string; readonly rows?: number }[];
  /** The deltas between snapshots. */
  readonly changes?: readonly { readonly path: string; readonly sha256: string }[];
  /** What was published once and is no more. */
  readonly gone?: readonly { readonly path: string; readonly reason: string }[];
}

/** The reading end of EXPORTS_DIR. */
export interface SnapshotFolder {
  readonly root: string;
  /** index.json as it is now; null where nothing was ever published. */
  index(): Promise<SnapshotIndex | null>;
  /** The text of index.json or feed.xml, to be served as it is; null where nothing was ever published. */
  currentText(path: string): Promise<string | null>;
  /** The manifest of a listed snapshot; null where there is none of that id. */
  manifest(id: string): Promise<PublishedManifest | null>;
  /** What a page says of a listed snapshot; null where there is none of that id. */
  shown(id: string): Promise<ShownSnapshot | null>;
  /** The SHA-256 of a listed file in hexadecimal; null where the snapshot does not have it. */
  hashOf(id: string, path: string): Promise<string | null>;
  /** What is left of a snapshot that was redacted: its manifest without the hashes that were struck; else null. */
  struckManifest(id: string): Promise<string | null>;
  /** The SHA-256 of a listed delta in hexadecimal; null where there is none of that name. */
  hashOfChanges(name: string): Promise<string | null>;
}

// Written after the manifest, which therefore cannot list them.
const outsideManifest: ReadonlySet<string> = new Set([
  'manifest.json',
  'SHA256SUMS',
  'validation/report.json',
  'all.zip',
]);

const anId = String.raw`\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{8}`;
const idForm = new RegExp(`^${anId}$`);

/** Reads a folder of snapshots; manifests and hashes are kept, since snapshots never change. */
export function snapshotFolder(root: string): SnapshotFolder {
  const manifests = new Map<string, PublishedManifest>();
  const hashes = new Map<string, string>();
  const currentText = (path: string) => textOf(join(root, path));
  async function index(): Promise<SnapshotIndex | null> {
    const text = await currentText('index.json');
    return text === null ? null : (JSON.parse(text) as SnapshotIndex);
  }
  async function manifest(id: string): Promise<PublishedManifest | null> {
    if (!idForm.test(id) || !(await index())?.snapshots.some((snapshot) => snapshot.id === id)) return null;
    const known = manifests.get(id);
    if (known) return known;
    const text = await textOf(join(root, 'snapshots', id, 'manifest.json'));
    if (text === null) return null;
    const read = JSON.parse(text) as PublishedManifest;
    manifests.set(id, read);
    return read;
  }
  async function shown(id: string): Promise<ShownSnapshot | null> {
    const listed = await manifest(id);
    if (!listed) return null;
    const folder = join(root, 'snapshots', id);
    const tables = described(await textOf(join(folder, 'datapackage.json')));
    const archive = await stat(join(folder, 'all.zip')).catch(absent);
    return { id, manifest: listed, tables, archiveBytes: archive?.size ?? 0 };
  }
  async function hashOf(id: string, path: string): Promise<string | null> {
    const listed = await manifest(id);
    if (!listed) return null;
    const file = listed.files.find((each) => each.path === path);
    if (file) return file.sha256;
    if (!outsideManifest.has(path)) return null;
    return hashOfFile(join(root, 'snapshots', id, path));
  }
  async function hashOfFile(full: string): Promise<string | null> {
    const hash = hashes.get(full) ?? (await hashFile(full));
    if (hash !== null) hashes.set(full, hash);
    return hash;
  }
  const hashOfChanges = async (name: string) =>
    (await index())?.changes?.find(({ path }) => path === `changes/${name}`)?.sha256 ?? null;
  const struckManifest = async (id: string) => {
    const gone = (await index())?.gone?.find(({ path }) => path === `snapshots/${id}`);
    return gone?.reason === 'redaction' ? textOf(join(root, 'snapshots', id, 'manifest.json')) : null;
  };
  return { root, index, currentText, manifest, shown, hashOf, struckManifest, hashOfChanges };
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly personalData?: unknown;
}

interface Resource {
  readonly name: string;
  readonly description: string;
  readonly schema?: { readonly fields: readonly Field[]; readonly primaryKey: readonly string[] };
}

function described(text: string | null): DescribedTable[] {
  const { resources } = JSON.parse(text ?? '{"resources":[]}') as { resources: readonly Resource[] };
  return resources.flatMap(({ name, description, schema }) =>
    schema
      ? [
          {
            ...{ name, about: description, key: schema.primaryKey },
            columns: schema.fields.map((field) => ({
              ...{ name: field.name, type: field.type, about: field.description },
              personal: Boolean(field.personalData),
            })),
          },
        ]
      : [],
  );
}

/** The instant a snapshot was published, in milliseconds, from its id. */
export function takenAt(id: string): number {
  return Date.parse(id.replace(/T(\d\d)(\d\d)(\d\d)Z.*$/, 'T$1:$2:$3Z'));
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(absent);
}

async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  return pipeline(createReadStream(path), hash).then(() => hash.digest('hex'), absent);
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
