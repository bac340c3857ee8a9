// One recommendation beyond what a comparison prints of it: whom it addresses, its themes, its sources.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables.js';
import type { RecommendationLabel, SourceLabel } from './matrix-labels.js';
import { sourcesOf } from './source-label.js';

/** The recommendation. */
export interface RecommendationRecord extends RecommendationLabel {
  readonly review: string;
  readonly addressees: readonly string[];
  readonly themes: readonly string[];
  readonly sources: readonly SourceLabel[];
}

/** Reads a recommendation; null where none has the id. */
export async function recommendationRecord(
  db: Kysely<Database>,
  id: string,
): Promise<RecommendationRecord | null> {
  const { rows } = await sql<RecommendationRecord>`
    SELECT n.id, n.review_id AS review, n.slug, n.number, n.number_status AS "numberStatus",
      n.group_code AS "groupCode", n.group_name AS "groupName", n.title, n.summary,
      n.summary_status AS "summaryStatus",
      (SELECT coalesce(json_agg(o.name ORDER BY o.name), '[]') FROM recommendation_addressee k
        JOIN organisation o ON o.id = k.organisation_id WHERE k.recommendation_id = n.id) AS addressees,
      (SELECT coalesce(json_agg(t.name ORDER BY t.name), '[]') FROM recommendation_theme k
        JOIN theme t ON t.id = k.theme_id WHERE k.recommendation_id = n.id) AS themes,
      ${sourcesOf('recommendation', 'n.id')} AS sources
    FROM recommendation n WHERE n.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
