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

/** Every search recorded, of one council or of all, by review and then council. */
export async function coverageList(
  db: Kysely<Database>,
  council: string | null = null,
): Promise<readonly CoverageRecord[]> {
  const { rows } = await sql<CoverageRecord>`
    SELECT v.id, json_build_object('id', c.id, 'shortName', c.short_name) AS council,
      json_build_object('id', r.id, 'shortName', r.short_name) AS review,
      v.result, v.searched_on AS "searchedOn", v.date_precision AS precision, v.method, v.note,
      ${sourcesOf('coverage', 'v.id')} AS sources
    FROM coverage v JOIN council c ON c.id = v.council_id JOIN review r ON r.id = v.review_id
    WHERE ${council}::text IS NULL OR c.id = ${council}
    ORDER BY r.published_on DESC NULLS LAST, r.id, c.short_name, c.id`.execute(db);
  return rows;
}
