// Which bytes of a snapshot a request is answered with: a file as it is, or its compressed sibling where the
// reader takes that. Each of them has its own hash, and so its own ETag and digest.
import { Refusal } from './refusal.js';
import type { PublishedFile, PublishedManifest, SnapshotFolder } from './snapshot.js';

/** One file as it can be sent. */
export interface SendableFile {
  /** Where its bytes are, relative to the snapshot. */
  readonly path: string;
  readonly sha256: string;
  /** The content coding of these bytes; null where they are the file itself. */
  readonly encoding: string | null;
  /** Whether there are others to choose from. */
  readonly isNegotiated: boolean;
}

interface Encoded {
  readonly encoding: string;
  readonly path: string;
  readonly sha256: string;
}

type ListedFile = PublishedFile & { readonly encodings?: readonly Encoded[] };

// The smallest first.
const preferred = ['br', 'gzip'];

/** The bytes to send for a path of a snapshot, by the reader's Accept-Encoding; null where it has none. */
export async function sendableFile(
  snapshots: SnapshotFolder,
  { id, path, accept }: { id: string; path: string; accept: string | undefined },
): Promise<SendableFile | null> {
  const manifest = await snapshots.manifest(id);
  const files: readonly ListedFile[] = manifest?.files ?? [];
  const file = files.find((each) => each.path === path);
  if (file) return chosen(file, accept);
  const sibling = files.flatMap((each) => each.encodings ?? []).find((each) => each.path === path);
  const sha256 = sibling?.sha256 ?? (await snapshots.hashOf(id, path));
  return sha256 === null ? null : { path, sha256, encoding: null, isNegotiated: false };
}

function chosen(file: ListedFile, accept: string | undefined): SendableFile {
  const taken = weights(accept ?? '');
  const weight = (name: string) => taken.get(name) ?? taken.get('*') ?? 0;
  const best = preferred
    .flatMap((name) => file.encodings?.find((each) => each.encoding === name) ?? [])
    .filter((each) => weight(each.encoding) > 0)
    .sort((a, b) => weight(b.encoding) - weight(a.encoding))[0];
  const isNegotiated = (file.encodings ?? []).length > 0;
  // What the reader would rather have as it is, stays as it is.
  const plain = taken.get('identity') ?? 0;
  if (!best || plain > weight(best.encoding)) {
    return { path: file.path, sha256: file.sha256, encoding: null, isNegotiated };
  }
  return { ...best, isNegotiated };
}

function weights(accept: string): Map<string, number> {
  const parts = accept.split(',').map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  return new Map(
    parts.map(([name = '', ...rest]) => {
      const q = rest.find((each) => each.startsWith('q='));
      return [name === 'x-gzip' ? 'gzip' : name, q ? Number(q.slice(2)) || 0 : 1];
    }),
  );
}

/** The Link header of a file: what describes it, its licence, and its other versions. */
export function fileLinks(manifest: PublishedManifest | null, id: string, path: string): string {
  const listed = new Set(manifest?.files.map((file) => file.path));
  const previous = (manifest as { previous?: { id: string } | null } | null)?.previous;
  const here = `/data/snapshots/${id}`;
  const metadata = path.startsWith('csv/') ? 'csv/csv-metadata.json' : 'datapackage.json';
  const described = listed.has(metadata) ? metadata : 'datapackage.json';
  const type = described === metadata && path.startsWith('csv/') ? '; type="application/csvm+json"' : '';
  return [
    `<${here}/${described}>; rel="describedby"${type}`,
    `<${here}/LICENCE.md>; rel="license"`,
    `</data/latest/${path}>; rel="latest-version"`,
    ...(previous ? [`</data/snapshots/${previous.id}/${path}>; rel="predecessor-version"`] : []),
  ].join(', ');
}

/** The answer where a snapshot, or the file in it, does not exist. */
export async function missing(snapshots: SnapshotFolder, id: string, path: string): Promise<Refusal> {
  const index = await snapshots.index();
  if (index?.snapshots.some((snapshot) => snapshot.id === id)) {
    const all = 'Its files are listed in /data/latest/manifest.json.';
    return new Refusal('NOT_FOUND', `Snapshot ${id} has no file ${path}. ${all}`);
  }
  const gone = index?.gone?.find((each) => each.path === `snapshots/${id}`);
  if (gone) {
    const next = index?.snapshots.map((snapshot) => snapshot.id).findLast((kept) => kept > id);
    return goneFor(gone.reason, `Snapshot ${id}`, next ? `/data/snapshots/${next}/${path}` : null);
  }
  const newest = index?.latest ? ` The newest is ${index.latest}.` : '';
  return new Refusal('NOT_FOUND', `No snapshot has the id ${id}.${newest} All are in /data/index.json.`);
}

const why: Readonly<Record<string, string>> = {
  retention: 'is no longer kept',
  redaction: 'held something that was taken out for good',
};

/** The answer for what was published once and is no more; `next` is where the next kept one stands. */
export function goneFor(reason: string, what: string, next: string | null): Refusal {
  const told = next ? `The next one kept is at ${next}.` : 'The newest is at /data/latest/.';
  return new Refusal('GONE', `${what} ${why[reason] ?? 'is no more'}. ${told}`, { reason, next });
}
