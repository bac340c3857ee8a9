// Brings the store in line with the seeds: what they state is written, what they no longer hold is
// removed for a stated reason, and what they do not state is left alone. All of it or nothing.
import { sep } from 'node:path';
import type { changeReason, Word } from '../domain/vocabulary.js';
import { openStore } from '../store/store.js';
import { deriveTextMatches } from '../store/text-matches.js';
import { type Author, type Writer, writing } from '../store/write.js';
import { changedCount, type TableCounts, writeRecords } from './run.js';
import { beginAgain } from './seeds/begin.js';
import { readSeeds, type Seeds } from './seeds/read.js';
import { findDropped, refuseReused, rememberSeeded, removeAll } from './seeds/removal.js';

/** What to import, and where to. */
export interface SeedImport {
  /** The database, migrated. */
  url: string;
  folder: string;
  log?: (line: string) => void;
  /** Reads the seeds even if they are the ones imported last. */
  force?: boolean;
  /** Why what the store holds already changes; seeds are our own reading, so by default we correct it. */
  reason?: Word<typeof changeReason>;
}

/** What an import of the seeds did; `skipped` where they had not changed. */
export interface SeedResult {
  skipped: boolean;
  counts: TableCounts;
  removed: number;
}

// Any number that no other lock of this project uses: two starts at once must not both import.
const lock = 5_304_511;

/**
 * Imports a seeds folder in one transaction.
 * @throws ImportError listing every fault with file and line; nothing of that run is kept.
 */
export async function importSeeds({
  url,
  folder,
  log = () => {},
  force = false,
  reason = 'our_correction',
}: SeedImport): Promise<SeedResult> {
  const seeds = await readSeeds(folder, folder.split(sep).filter(Boolean).at(-1));
  const store = openStore(url, { max: 1 });
  try {
    const author: Author = { by: 'seed', reason, note: 'the curated seeds were imported' };
    const result = await writing(store, author, (writer) => bringInLine(writer, seeds, force));
    if (!result.skipped) await deriveTextMatches(store);
    log(told(result));
    return result;
  } finally {
    await store.close();
  }
}

async function bringInLine(writer: Writer, seeds: Seeds, force: boolean): Promise<SeedResult> {
  await writer.client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
  const { rows } = await writer.client.query<{ hash: string }>('SELECT hash FROM seed_state');
  if (rows[0]?.hash === seeds.hash && !force) return { skipped: true, counts: {}, removed: 0 };
  await refuseReused(writer, seeds);
  const dropped = await findDropped(writer, seeds);
  // Parts of a motion leave their places in its lists before others take them; whatever else records
  // that stay may point at goes when those point elsewhere.
  await removeAll(writer, dropped.parts);
  const counts = await writeRecords(writer, await beginAgain(writer, seeds.records));
  await removeAll(writer, dropped.others);
  await rememberSeeded(writer, seeds);
  return { skipped: false, counts, removed: dropped.nouns };
}

function told({ skipped, counts, removed }: SeedResult): string {
  if (skipped) return 'seeds: unchanged since they were last imported';
  const sum = (what: 'inserted' | 'updated' | 'unchanged') =>
    Object.values(counts).reduce((total, count) => total + count[what], 0);
  const rows = `${sum('inserted')} inserted, ${sum('updated')} updated, ${sum('unchanged')} unchanged`;
  return changedCount(counts) + removed === 0
    ? `seeds: nothing changed (${rows})`
    : `seeds: ${rows}, ${removed} removed`;
}
