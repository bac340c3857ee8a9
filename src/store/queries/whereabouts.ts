// What became of an id that no record has: merged into another, removed, or never given.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables.js';

/** Where a former id leads, or why it leads nowhere; both null for an id that was never given. */
export interface Whereabouts {
  readonly mergedInto: string | null;
  readonly removedBecause: string | null;
  readonly removedAt: string | null;
}

/** Follows a merged id to the record in use, however often it was merged. */
export async function whereabouts(db: Kysely<Database>, id: string): Promise<Whereabouts> {
  const { rows } = await sql<Whereabouts>`
    WITH RECURSIVE step AS (
      SELECT new_id, 1 AS n FROM redirect WHERE old_id = ${id}
      UNION SELECT r.new_id, step.n + 1 FROM step JOIN redirect r ON r.old_id = step.new_id WHERE step.n < 20
    )
    SELECT (SELECT new_id FROM step ORDER BY n DESC LIMIT 1) AS "mergedInto",
      t.reason AS "removedBecause", t.removed_at AS "removedAt"
    FROM (SELECT) one LEFT JOIN tombstone t ON t.id = ${id}`.execute(db);
  return rows[0] ?? { mergedInto: null, removedBecause: null, removedAt: null };
}
