// The small world of the test texts: councils and a review that exist only here.

import type {
  CouncilHint,
  Hints,
  ReviewHint,
  ThemeHint,
} from '../../../src/importers/motion-text/document.js';

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

function theme(slug: string, name: string, ...phrases: string[]): ThemeHint {
  return { id: `theme/${slug}`, name, phrases };
}

/** Themes of councils' motions; their phrases were written before any of the texts was looked at for themes. */
export const themes = [
  theme(
    'fire-cover',
    'Fire and rescue',
    'fire-cover',
    'fire-station*',
    'night-crew*',
    'fire-service',
    'hydrant*',
    'firefighter*',
    'fire-engine*',
  ),
  theme('libraries', 'Libraries', 'library', 'libraries'),
  theme(
    'buses',
    'Buses and trains',
    'bus-service*',
    'bus-route*',
    'bus-fare*',
    'buses',
    'bus-stop*',
    'rail-service*',
    'railway*',
  ),
  theme(
    'roads',
    'Road safety',
    'speed-limit*',
    '20mph',
    'pothole*',
    'crossing*+road',
    'crossing*+pedestrian*',
    'school-street*',
    'speeding',
  ),
  theme('cycling', 'Walking and cycling', 'cycle-lane*', 'cycling', 'cycle-path*', 'footpath*', 'bike*'),
  theme('parking', 'Parking', 'parking'),
  theme(
    'housing',
    'Housing',
    'social-housing',
    'affordable-home*',
    'affordable-housing',
    'council-home*',
    'landlord*',
    'tenant*',
    'tenanc*',
    'eviction*',
    'damp-and-mould',
    'housing+repair*',
    'homeless*',
    'leaseholder*',
  ),
  theme(
    'climate',
    'Climate',
    'climate-emergency',
    'climate-change',
    'carbon*',
    'net-zero',
    'solar-panel*',
    'emission*',
    'renewable*',
    'insulat*',
  ),
  theme('air-quality', 'Air quality', 'air-pollution', 'clean-air', 'low-emission-zone*'),
  theme(
    'trees-and-parks',
    'Trees and parks',
    'tree*',
    'park*+play*',
    'playground*',
    'green-space*',
    'allotment*',
    'public-park*',
    'meadow*',
    'hedge*',
  ),
  theme(
    'water',
    'Rivers and floods',
    'flood*',
    'sewage',
    'river*',
    'water-company',
    'water-companies',
    'drainage',
  ),
  theme(
    'waste',
    'Waste and litter',
    'recycl*',
    'litter*',
    'fly-tip*',
    'waste-collection*',
    'bin-collection*',
    'plastic*',
  ),
  theme(
    'schools',
    'Schools and youth',
    'school*',
    'youth-service*',
    'youth-club*',
    'youth-centre*',
    'free-school-meal*',
    'nurser*',
    'pupil*',
  ),
  theme('care', 'Social care', 'social-care', 'carer*', 'care-home*', 'care-worker*', 'care-leaver*'),
  theme(
    'health',
    'Health services',
    'hospital*',
    'gp',
    'gps',
    'pharmac*',
    'dentist*',
    'mental-health',
    'nhs',
    'ambulance*',
  ),
  theme(
    'poverty',
    'Cost of living',
    'food-bank*',
    'foodbank*',
    'fuel-poverty',
    'poverty',
    'living-wage',
    'winter-fuel',
    'universal-credit',
  ),
  theme(
    'safety',
    'Crime and safety',
    'anti-social-behaviour',
    'domestic-abuse',
    'police',
    'knife-crime',
    'hate-crime',
    'cctv',
    'street-light*',
  ),
  theme(
    'council-finance',
    'Council finance',
    'council-tax',
    'business-rate*',
    'council+budget',
    'funding+council*',
    'funding-formula',
    'reserves',
  ),
  theme(
    'high-streets',
    'High streets and markets',
    'high-street*',
    'market*+trader*',
    'town-centre*',
    'shopfront*',
    'empty-shop*',
    'post-office*',
  ),
  theme(
    'democracy',
    'Democracy',
    'election*',
    'voter*',
    'devolution',
    'public-question*',
    'petition*',
    'webcast*',
  ),
];

export const hints: Hints = { councils, reviews: [finchReview()], themes };
