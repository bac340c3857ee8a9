// What a comparison of one review can be narrowed to: the councils searched for it, and its recommendations
// with their themes and addressees. One statement, and no clause is read for it.
import { type Kysely, sql } from 'kysely';
import type { coverageResult, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';

/** A record as a list offers it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A council that can be compared, with what the search of its papers gave. */
export interface CouncilChoice extends Named {
  readonly region: string | null;
  readonly result: Word<typeof coverageResult>;
}

/** A recommendation that can be compared. */
export interface RecommendationChoice {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly themes: readonly Named[];
  readonly addressees: readonly Named[];
}

/** What can be chosen; councils by name, recommendations by number and slug. */
export interface CompareChoices {
  readonly councils: readonly CouncilChoice[];
  readonly recommendations: readonly RecommendationChoice[];
}

/** Answers what a comparison of the review can be narrowed to; both lists are empty where there is none. */
export async function compareChoices(db: Kysely<Database>, review: string): Promise<CompareChoices> {
  const { rows } = await sql<CompareChoices>`
    SELECT (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.short_name,
        'region', coalesce(c.region, c.nation), 'result', v.result) ORDER BY c.short_name, c.id), '[]')
      FROM coverage v JOIN council c ON c.id = v.council_id WHERE v.review_id = ${review}) AS councils,
    (SELECT coalesce(json_agg(json_build_object('id', n.id, 'number', n.number, 'title', n.title,
        'themes', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name), '[]')
          FROM recommendation_theme k JOIN theme t ON t.id = k.theme_id WHERE k.recommendation_id = n.id),
        'addressees', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name)
            ORDER BY o.name, o.id), '[]')
          FROM recommendation_addressee k JOIN organisation o ON o.id = k.organisation_id
          WHERE k.recommendation_id = n.id)) ORDER BY n.number_sort NULLS LAST, n.slug), '[]')
      FROM recommendation n WHERE n.review_id = ${review}) AS recommendations`.execute(db);
  return rows[0] ?? { councils: [], recommendations: [] };
}
