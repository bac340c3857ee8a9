// Why rows of one table differ between two data versions, from the revision log.
import { type Kysely, sql } from 'kysely';
import type { changeReason, Word } from '../../domain/vocabulary.js';
import type { Database, TableName } from '../tables.js';

/** Between which data versions: after the first, up to the second. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Why one record differs; `into` where it was merged. */
export interface LoggedMotive {
  readonly id: string;
  readonly reason: Word<typeof changeReason>;
  readonly into: string | null;
}

/**
 * The motives of some records, each asked for by its id and by what became of it: an addition has the reason of
 * the last insert, a removal that of the last delete, a change that of the last word on it.
 */
export async function changeMotives(
  db: Kysely<Database>,
  entity: TableName,
  asked: readonly { id: string; kind: 'added' | 'changed' | 'removed' }[],
  { from, to }: Span,
): Promise<LoggedMotive[]> {
  const ids = asked.map(({ id }) => id);
  const operations = asked.map(({ kind }) => ({ added: 'insert', removed: 'delete', changed: null })[kind]);
  const { rows } = await sql<LoggedMotive>`
    SELECT w.id, l.reason, d.new_id AS into
    FROM unnest(${ids}::text[], ${operations}::text[]) w(id, operation)
    CROSS JOIN LATERAL (
      SELECT r.reason FROM revision r WHERE r.entity = ${entity} AND r.record_id = w.id
        AND r.operation = coalesce(w.operation, r.operation)
        AND r.data_version > ${from} AND r.data_version <= ${to}
      ORDER BY r.seq DESC LIMIT 1
    ) l
    LEFT JOIN redirect d ON d.old_id = w.id AND w.operation = 'delete'`.execute(db);
  return rows;
}

/** Whether the log is the one a data version belongs to: it says the same of the instant of its latest change. */
export async function isOfThisLog(
  db: Kysely<Database>,
  { version, asOf }: { version: number; asOf: string | null },
): Promise<boolean> {
  if (version === 0) return asOf === null;
  const { rows } = await sql<{ at: Date | null }>`
    SELECT changed_at AS at FROM revision WHERE data_version = ${version} ORDER BY seq DESC LIMIT 1`.execute(
    db,
  );
  const at = rows[0]?.at;
  return at !== null && at !== undefined && new Date(at).toISOString() === new Date(asOf ?? 0).toISOString();
}
