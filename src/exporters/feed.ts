// feed.xml: the snapshots as an Atom feed, newest first, for readers who want to be told. Like index.json it
// stands in the folder itself, so that any static host serves it; addresses are relative, and the ids are made
// of hashes, because the files do not know where they will be published.
import { sha256 } from './manifest.js';
import { snapshotPackage } from './package.js';
import type { Snapshot } from './snapshots.js';
import { publishedAt } from './snapshots.js';

// A reader of a feed looks for what is new; index.json lists all there is.
const longest = 100;

/** The text of feed.xml for the snapshots of a folder, newest first; there is no feed without one. */
export function feed(snapshots: readonly Snapshot[]): string | null {
  const [newest] = snapshots;
  const oldest = snapshots.at(-1);
  if (!newest || !oldest) return null;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <id>${uuid(`feed ${oldest.manifestHash}`)}</id>`,
    `  <title>${escaped(snapshotPackage.title)}: snapshots</title>`,
    `  <subtitle>${escaped(snapshotPackage.description)}</subtitle>`,
    `  <updated>${publishedAt(newest.id).toISOString()}</updated>`,
    `  <author><name>${escaped(snapshotPackage.creator)}</name></author>`,
    '  <link rel="self" type="application/atom+xml" href="feed.xml"/>',
    '  <link rel="alternate" type="text/html" href="./"/>',
    ...snapshots.slice(0, longest).map((snapshot, n) => entry(snapshot, snapshots[n + 1])),
    '</feed>',
    '',
  ].join('\n');
}

function entry(snapshot: Snapshot, before: Snapshot | undefined): string {
  const { id, manifestHash } = snapshot;
  const at = publishedAt(id).toISOString();
  return [
    '  <entry>',
    `    <id>${uuid(`snapshot ${manifestHash}`)}</id>`,
    `    <title>Snapshot ${id}</title>`,
    `    <published>${at}</published>`,
    `    <updated>${at}</updated>`,
    `    <link rel="alternate" type="text/markdown" href="snapshots/${id}/README.md"/>`,
    `    <link rel="related" type="application/json" href="snapshots/${id}/manifest.json"/>`,
    `    <summary>${escaped(summary(snapshot, before))}</summary>`,
    '  </entry>',
  ].join('\n');
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

// A UUID of version 8: one whose bits are of our own making, here a hash.
function uuid(text: string): string {
  const hash = sha256(text);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
