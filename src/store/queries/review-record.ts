// One review beyond what a comparison prints of it: who commissioned and published it, and its sources.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables.js';
import type { ReviewLabel, SourceLabel } from './matrix-labels.js';
import { sourcesOf } from './source-label.js';

/** The review. */
export interface ReviewRecord extends ReviewLabel {
  readonly commissionedBy: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly sources: readonly SourceLabel[];
}

/** Reads a review; null where none has the id. */
export async function reviewRecord(db: Kysely<Database>, id: string): Promise<ReviewRecord | null> {
  const { rows } = await sql<ReviewRecord>`
    SELECT r.id, r.slug, r.title, r.short_name AS "shortName", r.reviewer, r.published_on AS "publishedOn",
      r.date_precision AS precision, r.recommendation_count AS "recommendationCount", r.summary,
      r.commissioned_by AS "commissionedBy", r.publisher, r.url, ${sourcesOf('review', 'r.id')} AS sources
    FROM review r WHERE r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
