// What a search finds: councils, councillors, recommendations, motions and clauses, ranked together, with the
// words taken as known records spell them. The graph and the pages ask the same statement; a page narrows it
// by what it counts beside the hits.
import { CompiledQuery, type Kysely } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import {
  askedSql,
  askingSql,
  facetName,
  hitJoins,
  hitSql,
  hitsSql,
  type SearchedTable,
  searchedKinds,
  tagSql,
} from './search-sql.js';

/** What hits can be narrowed by and are counted by. */
export const facets = ['kind', 'council', 'year', 'outcome', 'theme', 'addressee'] as const;

/** One of them. */
export type Facet = (typeof facets)[number];

/** What is searched for: the words, what every hit must have, and which page of the hits is meant. */
export interface Search {
  /** 1 to `longestSearch` characters. */
  readonly words: string;
  readonly narrowed: Partial<Readonly<Record<Facet, string>>>;
  /** From 1. */
  readonly page: number;
}

/** How many hits stand on a page. */
export const hitsOfPage = 20;

/** How many values of each kind hits are told by. */
const facetLength = 12;

/** How many hits of one table are ranked and counted; a search that finds more says so. */
export const mostHits = 1000;

/** One record found; what does not apply to its kind is null. */
export interface Hit {
  readonly kind: SearchedTable;
  readonly id: string;
  /** Its name or title; of a clause, that of its motion. */
  readonly title: string | null;
  /** Parts of its words around those found, each of which stands between `markStart` and `markEnd`. */
  readonly extract: string;
  readonly councils: readonly { readonly id: string; readonly shortName: string }[];
  readonly motion: string | null;
  readonly address: string | null;
  readonly isAmendment: boolean;
  readonly date: string | null;
  readonly precision: Precision;
  readonly outcome: Word<typeof outcome> | null;
  readonly review: { readonly id: string; readonly shortName: string } | null;
}

/** A value that hits can be narrowed to, and how many have it. */
export interface FacetValue {
  readonly facet: Facet;
  readonly value: string;
  readonly name: string;
  readonly hits: number;
}

/** What a search found. */
export interface Found {
  /** The words as they were taken: those typed, or known words in place of unknown ones. */
  readonly words: string;
  readonly total: number;
  /** Whether a table holds more hits than were ranked and counted. */
  readonly isCut: boolean;
  readonly hits: readonly Hit[];
  readonly facets: readonly FacetValue[];
}

/** Finds what a page of search shows: one statement. */
export async function search(db: Kysely<Database>, { words, narrowed, page }: Search): Promise<Found> {
  const asked = facets.flatMap((facet) => (narrowed[facet] === undefined ? [] : [facet]));
  const conditions = asked.map(
    (facet, n) => `(kind, id) IN (SELECT kind, id FROM tag WHERE facet = '${facet}' AND value = $${n + 2})`,
  );
  // What is narrowed to one kind or council is limited after that, so that nothing of it is cut for others’ sake.
  const tables = searchedKinds.filter((table) => (narrowed.kind ?? table) === table);
  const place = asked.indexOf('council');
  const council = place < 0 ? undefined : `$${place + 2}`;
  const text = `WITH ${askedSql('$1::text')}, hit AS MATERIALIZED (${hitsSql(tables, { most: mostHits + 1, council })}),
    asking AS MATERIALIZED (${askingSql}), tag AS MATERIALIZED (${tagSql}),
    found AS MATERIALIZED (SELECT * FROM hit ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}),
    page AS (SELECT row_number() OVER (ORDER BY rank DESC, id DESC) AS n, * FROM found
      ORDER BY rank DESC, id DESC LIMIT ${hitsOfPage} OFFSET ${(page - 1) * hitsOfPage}),
    counted AS (SELECT facet, value, count(*)::int AS hits FROM tag JOIN found USING (kind, id) GROUP BY 1, 2),
    foremost AS (SELECT *, row_number() OVER (PARTITION BY facet ORDER BY hits DESC, value DESC) AS n FROM counted)
    SELECT (SELECT words FROM asked) AS words, (SELECT count(*)::int FROM found) AS total,
      EXISTS (SELECT FROM hit GROUP BY kind HAVING count(*) > ${mostHits}) AS "isCut",
      (SELECT coalesce(json_agg(${hitSql} ORDER BY p.n), '[]') FROM page p ${hitJoins}) AS hits,
      (SELECT coalesce(json_agg(json_build_object('facet', facet, 'value', value, 'name', ${facetName}, 'hits', hits)
        ORDER BY facet, n), '[]') FROM foremost WHERE n <= ${facetLength}) AS facets`;
  const values = [words, ...asked.map((facet) => narrowed[facet])];
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(text, values));
  return rows[0] as Found;
}
