// A record that the seeds no longer hold is removed and leaves a tombstone, but only for a reason that
// removed.csv gives: a line lost by accident must not take a published record with it.
import { DatabaseError } from 'pg';
import { idKind, pathOf } from '../../domain/ids.js';
import { type Fault, ImportError } from '../../errors.js';
import { described } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';
import type { Writer } from '../../store/write.js';
import { keyOf } from './key.js';
import type { Seeds } from './read.js';
import type { Reasons } from './removed.js';
import { removedFile } from './tables.js';

interface SeededRow {
  id: string;
  table_name: TableName;
  file: string;
}

interface Removal extends SeededRow {
  reason: string | undefined;
  /** The record it became one with. */
  into: string | undefined;
}

// Records whose parts carry their path: a reason for one of them covers its parts.
const holders = (['motion', 'motion_event', 'clause', 'ask', 'review'] as const).map(
  (table) => idKind[table],
);

/** What the seeds no longer hold, in the order in which it can be removed. */
export interface Dropped {
  readonly parts: readonly Removal[];
  readonly others: readonly Removal[];
  /** How many of them had an id of their own. */
  readonly nouns: number;
}

/** Finds what an earlier import wrote and these seeds no longer hold, and refuses what has no reason. */
export async function findDropped({ client }: Writer, { records, removed }: Seeds): Promise<Dropped> {
  const { rows } = await client.query<SeededRow>('SELECT id, table_name, file FROM seed_record');
  const held = new Set(records.map((record) => `${record.table} ${keyOf(record)}`));
  const dropped = rows.filter(({ id, table_name }) => !held.has(`${table_name} ${id}`));
  const nouns = dropped.filter(({ table_name }) => table_name in idKind);
  refuseUnexplained(nouns, removed.reasons);
  const inOrder = childrenFirst(dropped).map((row) => ({
    ...row,
    reason: reasonFor(row.id, removed.reasons),
    into: removed.mergedInto.get(row.id),
  }));
  const isPart = ({ table_name }: SeededRow) => rank(table_name) > rank('motion_source');
  return {
    parts: inOrder.filter(isPart),
    others: inOrder.filter((row) => !isPart(row)),
    nouns: nouns.length,
  };
}

/** Removes records; those with an id of their own leave a tombstone with the reason, or lead to another. */
export async function removeAll(writer: Writer, removals: readonly Removal[]): Promise<void> {
  // A motion lets go of the event that decided it; its outcome is derived again when all is written.
  await writer.client.query('UPDATE motion SET deciding_event_id = NULL WHERE deciding_event_id = ANY($1)', [
    removals.map(({ id }) => id),
  ]);
  for (const { id, table_name, file, reason, into } of removals) {
    try {
      if (into === undefined) await writer.remove(table_name, id, reason ?? 'a source no longer shows it');
      else await writer.unite(table_name, id, into);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const got = error.detail ?? error.message;
      throw new ImportError([{ expected: `nothing left that points at ${id}`, got, at: { file } }]);
    }
  }
}

/** Refuses an id that was removed or merged: ids are never used again. */
export async function refuseReused(writer: Writer, seeds: Seeds): Promise<void> {
  const ids = seeds.records.map(keyOf);
  const { rows } = await writer.client.query<{ id: string }>(
    'SELECT id FROM tombstone WHERE id = ANY($1) UNION SELECT old_id FROM redirect WHERE old_id = ANY($1)',
    [ids],
  );
  const gone = new Set(rows.map(({ id }) => id));
  const faults = seeds.records
    .filter((record) => gone.has(keyOf(record)))
    .map(
      (record): Fault => ({
        expected: 'an id that was never removed or merged',
        got: keyOf(record),
        at: record.at,
      }),
    );
  if (faults.length > 0) throw new ImportError(faults);
}

/** Remembers what these seeds hold, for the next import to compare with. */
export async function rememberSeeded({ client }: Writer, { records, hash }: Seeds): Promise<void> {
  await client.query('DELETE FROM seed_record');
  await client.query(
    `INSERT INTO seed_record (id, table_name, file) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [records.map(keyOf), records.map(({ table }) => table), records.map(({ at }) => at.file)],
  );
  await client.query(
    'INSERT INTO seed_state (id, hash) VALUES (true, $1) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash',
    [hash],
  );
}

/** Why a record was removed: its own reason, or that of a record it is part of. */
export function reasonFor(id: string, reasons: Reasons): string | undefined {
  const own = reasons.get(id);
  if (own !== undefined) return own;
  return [...reasons].find(([holder]) => isPartOf(id, holder))?.[1];
}

function isPartOf(id: string, holder: string): boolean {
  if (!holders.some((kind) => holder.startsWith(`${kind}/`))) return false;
  const path = pathOf(holder);
  // A clause’s own clauses follow a dot: 2.b.iv is part of 2.b.
  return (
    pathOf(id).startsWith(`${path}/`) || (holder.startsWith('clause/') && pathOf(id).startsWith(`${path}.`))
  );
}

function refuseUnexplained(dropped: readonly SeededRow[], reasons: Reasons): void {
  const faults = dropped
    .filter(({ id }) => reasonFor(id, reasons) === undefined)
    .map(
      ({ id, file }): Fault => ({
        expected: `${id}, or a line with its id and the reason in ${removedFile} beside it`,
        got: 'neither',
        at: { file },
      }),
    );
  if (faults.length > 0) throw new ImportError(faults);
}

const order = [...described.keys()];
const rank = (table: TableName) => order.indexOf(table);

function childrenFirst(rows: readonly SeededRow[]): SeededRow[] {
  // Within a table the longer id is the part: a clause’s clause, a motion’s amendment.
  return rows.toSorted((a, b) => rank(b.table_name) - rank(a.table_name) || b.id.length - a.id.length);
}
