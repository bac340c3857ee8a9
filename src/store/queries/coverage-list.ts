// Which councils were searched for which review, when, how and with what result: what makes absence data.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { coverageResult, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import type { SourceLabel } from './matrix-labels.js';
import { sourcesOf } from './source-label.js';

/** The search of one council’s papers for one review. */
export interface CoverageRecord {
  readonly id: string;
  readonly council: { readonly id: string; readonly shortName: string };
  readonly review: { readonly id: string; readonly shortName: string };
  readonly result: Word<typeof coverageResult>;
  readonly searchedOn: string | null;
  readonly precision: Precision;
  readonly method: string | null;
  readonly note: string | null;
  readonly sources: readonly SourceLabel[];
}

/** Every search recorded, of one council or of all and for these reviews or for all, by review and then council. */
export async function coverageList(
  db: Kysely<Database>,
  council: string | null = null,
  reviews: readonly string[] | null = null,
): Promise<readonly CoverageRecord[]> {
  const { rows } = await sql<CoverageRecord>`
    SELECT v.id, json_build_object('id', c.id, 'shortName', c.short_name) AS council,
      json_build_object('id', r.id, 'shortName', r.short_name) AS review,
      v.result, v.searched_on AS "searchedOn", v.date_precision AS precision, v.method, v.note,
      ${sourcesOf('coverage', 'v.id')} AS sources
    FROM coverage v JOIN council c ON c.id = v.council_id JOIN review r ON r.id = v.review_id
    WHERE (${council}::text IS NULL OR c.id = ${council})
      AND (${reviews && [...reviews]}::text[] IS NULL OR r.id = ANY (${reviews && [...reviews]}::text[]))
    ORDER BY r.published_on DESC NULLS LAST, r.id, c.short_name, c.id`.execute(db);
  return rows;
}

/** How the searches for one review came out, by result. */
export interface CoverageCount {
  readonly review: CoverageRecord['review'];
  readonly counts: Readonly<Partial<Record<CoverageRecord['result'], number>>>;
}

/** The reviews that councils were searched for, newest first. */
export async function coverageCounts(db: Kysely<Database>): Promise<readonly CoverageCount[]> {
  const { rows } = await sql<CoverageCount>`
    SELECT json_build_object('id', r.id, 'shortName', r.short_name) AS review,
      json_object_agg(n.result, n.searches) AS counts
    FROM (SELECT review_id, result, count(*) AS searches FROM coverage GROUP BY 1, 2) n
    JOIN review r ON r.id = n.review_id GROUP BY r.id
    ORDER BY r.published_on DESC NULLS LAST, r.id`.execute(db);
  return rows;
}
