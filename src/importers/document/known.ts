// What the store already holds that a document is read against: councils, reviews, licences, people.

import type pg from 'pg';
import { UsageError } from '../../errors.js';
import type { CouncilHint, ReviewHint, ThemeHint } from '../motion-text/document.js';

/** Anything that answers a query: a pool, or the connection of a transaction. */
export type Reader = Pick<pg.Pool | pg.PoolClient, 'query'>;

export interface Known {
  councils: (CouncilHint & { gss: string | null; register: string | null })[];
  reviews: ReviewHint[];
  themes: ThemeHint[];
  /** Names of everybody known to hold an office: councillors, reviewers, holders of a named office. */
  officeHolders: string[];
}

interface CouncilRow {
  id: string;
  slug: string;
  name: string;
  short_name: string;
  gss_code: string | null;
  register_code: string | null;
}

interface ReviewRow {
  id: string;
  short_name: string;
  title: string;
  publisher: string | null;
  published_on: string | null;
}

interface RecommendationRow {
  id: string;
  review_id: string;
  number: string | null;
  title: string;
  summary: string | null;
}

/** Reads what documents are recognised by. */
export async function readKnown(store: Reader): Promise<Known> {
  const councils = await rows<CouncilRow>(
    store,
    'SELECT id, slug, name, short_name, gss_code, register_code FROM council ORDER BY id',
  );
  const reviews = await rows<ReviewRow>(
    store,
    'SELECT id, short_name, title, publisher, published_on FROM review ORDER BY id',
  );
  const recommendations = await rows<RecommendationRow>(
    store,
    'SELECT id, review_id, number, title, summary FROM recommendation ORDER BY id',
  );
  const people = await rows<{ name: string }>(
    store,
    `SELECT name FROM councillor UNION SELECT reviewer FROM review
     UNION SELECT name FROM organisation WHERE office IS NOT NULL ORDER BY 1`,
  );
  const themes = await rows<ThemeHint>(
    store,
    `SELECT id, name, ARRAY(SELECT phrase FROM theme_phrase WHERE theme_id = t.id ORDER BY 1) AS phrases
     FROM theme t ORDER BY id`,
  );
  return {
    councils: councils.map(toCouncil),
    reviews: reviews.map((review) => toReview(review, recommendations)),
    themes,
    officeHolders: people.map(({ name }) => name),
  };
}

/** The id of the council meant by a slug, an id, a GSS code or a register code. */
export function councilNamed(named: string, { councils }: Known): string {
  const code = named.toUpperCase();
  const found = councils.find(
    ({ id, slug, gss, register }) =>
      id === named || slug === named.toLowerCase() || gss === code || register === code,
  );
  if (!found)
    throw new UsageError(`expected the slug, id, GSS code or register code of a council, got ${named}`);
  return found.id;
}

/** The id of the licence meant by a slug or an id. */
export async function licenceNamed(store: Reader, named: string): Promise<string> {
  const id = named.startsWith('licence/') ? named : `licence/${named}`;
  const known = await rows<{ id: string }>(store, 'SELECT id FROM licence ORDER BY id');
  if (known.some((licence) => licence.id === id)) return id;
  const slugs = known.map((licence) => licence.id.slice('licence/'.length)).join(', ');
  throw new UsageError(`expected a licence that is recorded (${slugs || 'none is'}), got ${named}`);
}

/** The rows of a query, typed by the caller who wrote its columns. */
export async function rows<T extends object>(
  store: Reader,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const result = await store.query<T>(sql, values);
  return result.rows;
}

function toCouncil({
  id,
  slug,
  name,
  short_name,
  gss_code,
  register_code,
}: CouncilRow): Known['councils'][number] {
  return { id, slug, names: [name, short_name], gss: gss_code, register: register_code };
}

/** What was reviewed is told by who published it: the Metropolitan Police Service, or Metropolitan Police. */
function toReview(review: ReviewRow, all: readonly RecommendationRow[]): ReviewHint {
  const publisher = review.publisher ?? '';
  const keywords = [publisher, publisher.replace(/ Service$/, '')].filter(Boolean);
  const recommendations = all.filter(({ review_id }) => review_id === review.id);
  return {
    id: review.id,
    shortName: review.short_name,
    titles: [review.title],
    keywords: [...new Set(keywords)],
    publishedOn: review.published_on,
    recommendations: recommendations.map(({ id, number, title, summary }) => ({
      id,
      number,
      title,
      summary,
    })),
  };
}
