// Floors: a snapshot with far fewer records than the last is more likely a fault than news. Records leave
// the graph only with a tombstone, so a shrunken table without one stops the publication.
import type { Manifest } from './manifest.js';
import type { FileFacts } from './staging.js';
import { publishedTables } from './table.js';

/** The floors this release applies. */
export const floors = { shrink_percent: 2 } as const;

/** One sentence for each table that holds too few rows next to the snapshot before it. */
export function belowFloor(files: readonly FileFacts[], previous: Manifest | undefined): string[] {
  if (!previous) return [];
  const before = rowCounts(previous.files);
  const now = rowCounts(files);
  const hasNewTombstones = (now.get('tombstones') ?? 0) > (before.get('tombstones') ?? 0);
  if (hasNewTombstones) return [];
  // Bridges and codes go with the records they belong to; only records themselves leave tombstones.
  const records = publishedTables.filter((table) => table.stored && table.key.join() === 'id');
  return records.flatMap(({ name }) => {
    const floor = Math.ceil((before.get(name) ?? 0) * (1 - floors.shrink_percent / 100));
    const rows = now.get(name) ?? 0;
    return rows < floor ? [`${name} holds ${rows} rows, expected at least ${floor} and no tombstone`] : [];
  });
}

function rowCounts(files: readonly FileFacts[]): Map<string, number> {
  return new Map(files.flatMap((file) => (file.table ? [[file.table, file.rows ?? 0]] : [])));
}
