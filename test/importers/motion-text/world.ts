// The small world of the test texts: councils and a review that exist only here.

import type { CouncilHint, Hints, ReviewHint } from '../../../src/importers/motion-text/document.js';

function council(slug: string, name: string): CouncilHint {
  return { id: `council/${slug}`, slug, names: [name] };
}

/** Northmere, Eastbury and Westholme. */
export const councils = [
  council('northmere', 'Northmere'),
  council('eastbury', 'Eastbury'),
  council('westholme', 'Westholme'),
];

/** A review of the Lowland Fire Service by Dame Nora Finch, published in May 2024. */
export function finchReview(): ReviewHint {
  const recommendation = (number: number, slug: string, title: string, summary: string) => ({
    id: `recommendation/finch-2024/${slug}`,
    number: String(number),
    title,
    summary,
  });
  return {
    id: 'review/finch-2024',
    shortName: 'Finch Review',
    titles: ['A service to rely on: the Finch Review of the Lowland Fire Service'],
    keywords: ['Lowland Fire Service'],
    publishedOn: '2024-05-02',
    recommendations: [
      recommendation(
        1,
        'night-crews',
        'Keep night crews',
        'Keep a full crew at every station through the night.',
      ),
      recommendation(
        2,
        'hydrant-checks',
        'Regular hydrant checks',
        'Inspect each hydrant twice yearly and mend broken ones within a week.',
      ),
      recommendation(
        3,
        'complaints-panel',
        'Independent panel',
        'An independent panel hears complaints about bullying, harassment and discrimination.',
      ),
    ],
  };
}

export const hints: Hints = { councils, reviews: [finchReview()] };
