// The motions that came last before their councils, with what became of them.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';

/** A motion as the news names it. */
export interface LatestMotion {
  readonly id: string;
  readonly title: string | null;
  readonly date: string;
  readonly precision: Precision;
  readonly outcome: Word<typeof outcome> | null;
  readonly council: { readonly id: string; readonly shortName: string };
}

/** The latest dated motions, newest first; amendments are told with the motion they amend. */
export async function latestMotions(db: Kysely<Database>, limit: number): Promise<readonly LatestMotion[]> {
  const { rows } = await sql<LatestMotion>`
    SELECT m.id, m.title, m.date, m.date_precision AS precision, m.current_outcome AS outcome,
      json_build_object('id', c.id, 'shortName', c.short_name) AS council
    FROM motion m JOIN council c ON c.id = m.council_id
    WHERE m.date IS NOT NULL AND m.kind <> 'amendment'
    ORDER BY m.date DESC NULLS LAST, m.id LIMIT ${limit}`.execute(db);
  return rows;
}
