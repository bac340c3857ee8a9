// feed.xml: the snapshots as an Atom feed, newest first, for readers who want to be told. Like index.json it
// stands in the folder itself, so that any static host serves it; addresses are relative, and the ids are made
// of hashes, because the files do not know where they will be published.
import { type AtomEntry, atomFeed } from '../formats/atom.js';
import { publishedAt } from './manifest.js';
import { snapshotPackage } from './package.js';
import type { Snapshot } from './snapshots.js';

// A reader of a feed looks for what is new; index.json lists all there is.
const longest = 100;

/** The text of feed.xml for the snapshots of a folder, newest first; there is no feed without one. */
export function feed(snapshots: readonly Snapshot[]): string | null {
  const [newest] = snapshots;
  const oldest = snapshots.at(-1);
  if (!newest || !oldest) return null;
  return atomFeed({
    key: `feed ${oldest.manifestHash}`,
    title: `${snapshotPackage.title}: snapshots`,
    subtitle: snapshotPackage.description,
    updated: publishedAt(newest.id).toISOString(),
    author: snapshotPackage.creator,
    links: [
      { rel: 'self', type: 'application/atom+xml', href: 'feed.xml' },
      { rel: 'alternate', type: 'text/html', href: './' },
    ],
    entries: snapshots.slice(0, longest).map((snapshot, n) => entry(snapshot, snapshots[n + 1])),
  });
}

function entry(snapshot: Snapshot, before: Snapshot | undefined): AtomEntry {
  const { id, manifestHash } = snapshot;
  return {
    key: `snapshot ${manifestHash}`,
    title: `Snapshot ${id}`,
    at: publishedAt(id).toISOString(),
    links: [
      { rel: 'alternate', type: 'text/markdown', href: `snapshots/${id}/README.md` },
      { rel: 'related', type: 'application/json', href: `snapshots/${id}/manifest.json` },
    ],
    summary: summary(snapshot, before),
  };
}

function summary({ manifest }: Snapshot, before: Snapshot | undefined): string {
  const rows = rowsOf(manifest);
  const total = `${[...rows.values()].reduce((sum, count) => sum + count, 0)} rows in ${rows.size} tables`;
  if (!before) return `${total}.`;
  const earlier = rowsOf(before.manifest);
  const changed = [...rows].flatMap(([table, count]) => {
    const difference = count - (earlier.get(table) ?? 0);
    return difference === 0 ? [] : [`${table} ${difference > 0 ? '+' : '−'}${Math.abs(difference)}`];
  });
  return `${total}; ${changed.length > 0 ? changed.join(', ') : 'as many in each as before'}.`;
}

function rowsOf(manifest: Snapshot['manifest']): Map<string, number> {
  const canonical = manifest.files.filter((file) => file.table && file.path.startsWith('csv/'));
  return new Map(canonical.map((file) => [String(file.table), file.rows ?? 0]));
}
