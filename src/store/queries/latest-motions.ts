// The motions that came last before their councils, with what became of them.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';

/** A motion as the news names it. */
export interface LatestMotion {
  readonly id: string;
  readonly title: string | null;
  /** What its first clause says, in our words or its own, where no source gives a title. */
  readonly opening: string | null;
  readonly date: string;
  readonly precision: Precision;
  readonly outcome: Word<typeof outcome> | null;
  readonly council: { readonly id: string; readonly shortName: string };
}

/** The first clause of motion `m` with anything to print, where the motion has no title. */
export const opening = sql`CASE WHEN m.title IS NULL THEN (SELECT coalesce(cl.summary, cl.text) FROM clause cl
  WHERE cl.motion_id = m.id AND coalesce(cl.summary, cl.text) IS NOT NULL ORDER BY cl.seq LIMIT 1) END`;

/** The latest dated motions, newest first; amendments are told with the motion they amend. */
export async function latestMotions(db: Kysely<Database>, limit: number): Promise<readonly LatestMotion[]> {
  const { rows } = await sql<LatestMotion>`
    SELECT m.id, m.title, ${opening} AS opening, m.date, m.date_precision AS precision, m.current_outcome AS outcome,
      json_build_object('id', c.id, 'shortName', c.short_name) AS council
    FROM motion m JOIN council c ON c.id = m.council_id
    WHERE m.date IS NOT NULL AND m.kind <> 'amendment'
    ORDER BY m.date DESC NULLS LAST, m.id LIMIT ${limit}`.execute(db);
  return rows;
}
