// Which reviews there are to compare councils on: what a page offers, and where it begins.
import type { Kysely } from 'kysely';
import type { Database } from '../tables.js';

/** A review as a list offers it. */
export interface ListedReview {
  readonly id: string;
  readonly shortName: string;
  readonly title: string;
}

/** Every recorded review, the latest first. */
export async function reviewList(db: Kysely<Database>): Promise<ListedReview[]> {
  return db
    .selectFrom('review')
    .select(['id', 'short_name as shortName', 'title'])
    .orderBy('published_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
}
