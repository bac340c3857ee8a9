// One theme: what belongs to it, and the recommendations that share it.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables.js';
import { type ListedRecommendation, listedRecommendations } from './listed-recommendations.js';

/** The theme. */
export interface ThemeRecord {
  readonly id: string;
  readonly name: string;
  readonly summary: string | null;
  readonly recommendations: readonly ListedRecommendation[];
}

/** Reads a theme; null where none has the id. */
export async function themeRecord(db: Kysely<Database>, id: string): Promise<ThemeRecord | null> {
  const { rows } = await sql<ThemeRecord>`
    SELECT t.id, t.name, t.summary,
      (SELECT ${listedRecommendations} FROM recommendation_theme k JOIN recommendation n ON n.id = k.recommendation_id
        JOIN review r ON r.id = n.review_id WHERE k.theme_id = t.id) AS recommendations
    FROM theme t WHERE t.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
