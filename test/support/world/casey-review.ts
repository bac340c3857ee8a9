import { citation, type Records } from './rows.js';

/** The review, what the councils say of it, and where was searched. */
export function caseyReview(): Records {
  const review = 'review/casey-2023';
  const recommendation = (slug: string, number: string | null) => ({
    id: `recommendation/casey-2023/${slug}`,
    review_id: review,
    slug,
    number,
    number_status: 'unverified',
    title: `About ${slug}`,
    summary_status: 'unverified',
  });
  return {
    review: [
      {
        id: review,
        title: 'A review',
        short_name: 'Casey',
        slug: 'casey-2023',
        reviewer: 'Louise Casey',
        published_on: '2023-03-21',
        date_precision: 'day',
      },
    ],
    recommendation: [
      recommendation('search', '10'),
      recommendation('trust', '2'),
      recommendation('vetting', null),
    ],
    recommendation_addressee: [
      { recommendation_id: 'recommendation/casey-2023/search', organisation_id: 'organisation/police' },
    ],
    recommendation_theme: [
      { recommendation_id: 'recommendation/casey-2023/search', theme_id: 'theme/search' },
      { recommendation_id: 'recommendation/casey-2023/search', theme_id: 'theme/trust' },
    ],
    citation: [
      citation('brent/2023-07-10/trust/2.i', 'search', 'paraphrased', 'supports'),
      citation('brent/2023-07-10/trust/2', null, 'collective_all', 'supports'),
      citation('southwark/2023-03-22/safer/1.a', 'search', 'named', 'supports_with_conditions'),
      {
        ...citation('brent/2023-07-10/trust/1', 'trust', 'thematic', 'notes_only'),
        review_state: 'suggested',
      },
    ],
    coverage: [
      {
        id: 'coverage/brent/casey-2023',
        council_id: 'council/brent',
        review_id: review,
        searched_on: '2026-11-01',
        method: 'Read the minutes.',
        date_precision: 'day',
        result: 'found',
      },
      {
        id: 'coverage/southwark/casey-2023',
        council_id: 'council/southwark',
        review_id: review,
        date_precision: 'unknown',
        result: 'not_searched',
      },
    ],
    redirect: [{ old_id: 'council/brent-old', new_id: 'council/brent' }],
    tombstone: [{ id: 'motion/brent/2020/gone', reason: 'Recorded twice.', removed_at: '2026-11-02' }],
  };
}
