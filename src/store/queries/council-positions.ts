// The reviews on which a council’s cells are kept, each with its recommendations: the words beside those cells.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables.js';
import type { RecommendationLabel } from './matrix-labels.js';

/** A review as a council’s page names it, newest first. */
export interface CouncilReview {
  readonly id: string;
  readonly slug: string;
  readonly shortName: string;
  readonly recommendationCount: number | null;
  /** By number and slug. */
  readonly recommendations: readonly Pick<
    RecommendationLabel,
    'id' | 'slug' | 'number' | 'numberStatus' | 'title'
  >[];
}

/** Every review that the council was searched for or whose recommendations its motions cite. */
export async function councilReviews(
  db: Kysely<Database>,
  council: string,
): Promise<readonly CouncilReview[]> {
  const { rows } = await sql<CouncilReview>`
    SELECT r.id, r.slug, r.short_name AS "shortName", r.recommendation_count AS "recommendationCount",
      (SELECT json_agg(json_build_object('id', n.id, 'slug', n.slug, 'number', n.number,
          'numberStatus', n.number_status, 'title', n.title) ORDER BY n.number_sort NULLS LAST, n.slug)
        FROM recommendation n WHERE n.review_id = r.id) AS recommendations
    FROM review r WHERE r.id IN (SELECT review_id FROM matrix_cell WHERE council_id = ${council})
    ORDER BY r.published_on DESC NULLS LAST, r.id`.execute(db);
  return rows;
}
