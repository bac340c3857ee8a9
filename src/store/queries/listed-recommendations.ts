// Recommendations as a list names them, each with its review.
import { sql } from 'kysely';
import type { verification, Word } from '../../domain/vocabulary.js';

/** A recommendation in a list. */
export interface ListedRecommendation {
  readonly id: string;
  readonly number: string | null;
  readonly numberStatus: Word<typeof verification>;
  readonly title: string;
  readonly review: { readonly id: string; readonly shortName: string };
}

/** A ListedRecommendation of the rows `n` and `r`, as a list by review and number. */
export const listedRecommendations = sql`coalesce(json_agg(json_build_object('id', n.id, 'number', n.number,
  'numberStatus', n.number_status, 'title', n.title,
  'review', json_build_object('id', r.id, 'shortName', r.short_name))
  ORDER BY r.published_on DESC NULLS LAST, r.id, n.number_sort, n.id), '[]')`;
