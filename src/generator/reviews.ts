// Generated reviews with their recommendations, the themes, and whom both are addressed to.
import { organisationId, recommendationId, reviewId, slugify, themeId } from '../domain/ids.js';
import type { Loader } from '../store/load.js';
import { placeName } from './names.js';
import { random } from './random.js';
import { emitSourced } from './register.js';
import { type Topic, topics } from './topics.js';

/** A review as motions cite it. */
export interface Review {
  readonly id: string;
  readonly name: string;
  readonly topic: Topic;
  readonly year: number;
  readonly recommendations: readonly string[];
}

const reviewCount = 40;
const groups = ['Leadership', 'Delivery', 'Accountability'];

/** Adds themes, organisations, reviews and recommendations; answers the reviews. */
export function addReviews(loader: Loader): Review[] {
  for (const { slug, name } of topics) loader.add('theme', { id: themeId(slug), name, summary: null });
  const addressees = new Set(topics.flatMap((topic) => topic.addressees));
  for (const name of [...addressees].sort()) {
    emitSourced(loader, 'organisation', { id: organisationId(name), name, kind: kindOf(name) });
  }
  return Array.from({ length: reviewCount }, (_, n) => addReview(loader, n));
}

function addReview(loader: Loader, n: number): Review {
  const chance = random('review', n);
  const topic = topics[n % topics.length] as Topic;
  const reviewer = `Dame ${chance.pick(['Ada', 'Beth', 'Mair', 'Rhona'])} ${placeName(41 + n)}`;
  const year = 2014 + chance.below(10);
  const slug = slugify(`${placeName(41 + n)}-${year}`);
  const id = reviewId(slug);
  const short = `${placeName(41 + n)} Review`;
  const size = 12 + chance.below(14);
  emitSourced(loader, 'review', {
    ...{
      id,
      slug,
      title: `${short}: independent review of ${topic.subjects[0]}`,
      short_name: short,
      reviewer,
    },
    ...{ published_on: `${year}-03-21`, date_precision: 'day', recommendation_count: size },
    summary: `Looks into ${topic.concerns[0]}.`,
  });
  const recommendations = Array.from({ length: size }, (_, place) =>
    addRecommendation(loader, id, topic, place),
  );
  return { id, name: `the ${short}`, topic, year, recommendations };
}

function addRecommendation(loader: Loader, review: string, topic: Topic, place: number): string {
  const chance = random('recommendation', review, place);
  const [measure, subject] = [chance.pick(topic.measures), chance.pick(topic.subjects)];
  const slug = `${slugify(subject)}-${place + 1}`;
  const id = recommendationId(review, slug);
  const group = Math.floor(place / 9) % groups.length;
  emitSourced(loader, 'recommendation', {
    ...{ id, review_id: review, slug, number: String(place + 1), number_status: 'verified' },
    ...{ group_code: String.fromCharCode(65 + group), group_name: groups[group] ?? null },
    ...{ title: `On ${subject}`, summary: `Bring about ${measure}.`, summary_status: 'verified' },
  });
  const organisation = organisationId(chance.pick(topic.addressees));
  loader.add('recommendation_addressee', { recommendation_id: id, organisation_id: organisation });
  loader.add('recommendation_theme', { recommendation_id: id, theme_id: themeId(topic.slug) });
  return id;
}

function kindOf(name: string): string {
  if (/Constable|Police and Crime/.test(name)) return 'police';
  if (/Secretary|Minister|Chancellor/.test(name)) return 'uk_government';
  if (/Members of Parliament/.test(name)) return 'parliament';
  if (/Mayor/.test(name)) return 'mayor_gla';
  if (/council/i.test(name)) return 'other_council';
  return /operators|banks|company|developers|suppliers/.test(name) ? 'company' : 'public_body';
}
