// The delta from the newest snapshot to the one in the making. It is found by comparing the two byte by byte, so
// that nothing can be left out of it; the revision log says why. Then it is applied to the old snapshot as a
// reader would, and has to give the new one.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { PublishError } from '../errors.js';
import { changesIn, deltaLine, type Motive } from '../exporters/delta.js';
import { applyChanges, type RowChange, rowChanges } from '../exporters/delta-rows.js';
import { fileLines } from '../exporters/file-lines.js';
import type { DataVersion, Manifest } from '../exporters/manifest.js';
import type { Snapshot } from '../exporters/snapshots.js';
import type { Staging } from '../exporters/staging.js';
import { type PublishedTable, publishedTables, schemaVersion } from '../exporters/table.js';
import { changeMotives, isOfThisLog, type Span } from '../store/queries/change-motives.js';
import { openStore } from '../store/store.js';
import type { Database } from '../store/tables.js';

/** Between what, and where it is known why. */
export interface DeltaOptions {
  readonly url: string;
  readonly exportsDir: string;
  readonly staging: Staging;
  readonly newest: Snapshot | undefined;
  readonly data: DataVersion;
  readonly log: (line: string) => void;
}

interface Two {
  readonly table: PublishedTable;
  readonly before: string;
  readonly hashBefore: string;
  readonly now: string;
  readonly hash: string;
}

/**
 * Writes the delta beside the staging folder and gives its place; null where there is no snapshot to start from, or
 * only one of another shape or one that is damaged.
 * @throws PublishError where the delta does not lead from the one to the other.
 */
export async function stageDelta({ newest, ...options }: DeltaOptions): Promise<string | null> {
  if (newest?.manifest.schema_version !== schemaVersion) return null;
  const { staging, exportsDir, log } = options;
  const folder = join(exportsDir, 'snapshots', newest.id);
  const changed = publishedTables.flatMap((table) => twoOf(table, newest.manifest, staging, folder));
  for (const { before, hashBefore } of changed) {
    if ((await hashOf(fileLines(before)).catch(() => '')) === hashBefore) continue;
    log(`changes: none are told, because ${before} is not what was published`);
    return null;
  }
  // Named like the staging folder, so that the next run removes it where this one is cut short.
  const draft = `${staging.folder}.changes.jsonl`;
  const count = await write(draft, changed, { ...options, from: newest.manifest });
  for (const two of changed) await refuseWrong(draft, two);
  log(`changes: ${count} rows since ${newest.id}`);
  return draft;
}

/** Removes a delta that was not put in its place. */
export async function discardDelta(staging: Staging): Promise<void> {
  await rm(`${staging.folder}.changes.jsonl`, { force: true });
}

function twoOf(table: PublishedTable, from: Manifest, staging: Staging, folder: string): Two[] {
  const path = `jsonl/${table.name}.jsonl`;
  const hashIn = (files: Manifest['files']) => files.find((file) => file.path === path)?.sha256 ?? '';
  const [hash, hashBefore] = [hashIn(staging.files), hashIn(from.files)];
  if (hash === hashBefore) return [];
  return [{ table, before: join(folder, path), hashBefore, now: staging.pathOf(path), hash }];
}

type Writing = Pick<DeltaOptions, 'url' | 'data'> & { readonly from: Manifest };

async function write(draft: string, changed: readonly Two[], { url, data, from }: Writing): Promise<number> {
  const store = openStore(url, { max: 1 });
  const file = await open(draft, 'wx');
  try {
    const known = await isOfThisLog(store.db, { version: Number(from.data_version), asOf: from.as_of });
    const span = known ? { from: Number(from.data_version), to: Number(data.version) } : null;
    let count = 0;
    for (const two of changed) count += await writeTable(file, store.db, two, span);
    await file.sync();
    return count;
  } finally {
    await file.close();
    await store.close();
  }
}

const batchSize = 1000;

async function writeTable(file: FileHandle, db: Kysely<Database>, { table, ...two }: Two, span: Span | null) {
  let count = 0;
  let batch: RowChange[] = [];
  const end = async () => {
    const motives = await motivesOf(db, table, batch, span);
    await file.writeFile(batch.map((change, n) => deltaLine(table, change, motives[n] as Motive)).join(''));
    count += batch.length;
    batch = [];
  };
  for await (const change of rowChanges(table, fileLines(two.before), fileLines(two.now))) {
    // A line is a view of the piece that was read, which is not to be held as a whole.
    batch.push(change.kind === 'removed' ? change : { ...change, line: Buffer.from(change.line) });
    if (batch.length === batchSize) await end();
  }
  await end();
  return count;
}

// What a rule derives has no log of its own, and a log of another database says nothing of these snapshots.
async function motivesOf(
  db: Kysely<Database>,
  { stored }: PublishedTable,
  batch: readonly RowChange[],
  span: Span | null,
): Promise<Motive[]> {
  if (!stored) return batch.map(() => ({ reason: 'derived' }));
  if (!span) return batch.map(() => ({ reason: 'not_stated' }));
  const asked = batch.map(({ key, kind }) => ({ id: key.join(' '), kind }));
  const logged = await changeMotives(db, stored, asked, span);
  const found = new Map(logged.map(({ id, ...motive }) => [id, motive]));
  return asked.map(({ id }) => {
    const { reason = 'not_stated', into } = found.get(id) ?? {};
    return into ? { reason, into } : { reason };
  });
}

async function refuseWrong(draft: string, { table, before, hash }: Two): Promise<void> {
  const made = applyChanges(table, fileLines(before), changesIn(draft, table));
  if ((await hashOf(made)) === hash) return;
  const wrong = `The delta of ${table.name}, applied to the snapshot before, does not give the new one.`;
  throw new PublishError('PUBLISH_FAILED', wrong);
}

async function hashOf(lines: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}
