import { defineEntity } from '@mikro-orm/core';
import { verification } from '../domain/vocabulary.js';
import { id, keyTo, text, to, word, words } from './column.js';
import { Organisation } from './organisation.js';
import { Review } from './review.js';
import { Source } from './source.js';
import { Theme } from './theme.js';

export const Recommendation = defineEntity({
  name: 'Recommendation',
  tableName: 'recommendation',
  comment: 'One recommendation of a review.',
  properties: {
    id: id('Stable id, for example recommendation/casey-2023/stop-and-search-reset.'),
    review: () => to(Review, 'The review that makes it.'),
    slug: text('The last part of the id.'),
    number: text(
      'Its number as printed; null where unknown. See number_status before quoting it.',
    ).nullable(),
    numberSort: text('The number padded so that 2 sorts before 10.').nullable().hidden(),
    numberStatus: word(verification, 'How well its number is established.'),
    groupCode: text('Letter of its group in the review; null where unknown.').nullable(),
    groupName: text('Name of its group, in our words; null where unknown.').nullable(),
    title: text('Short title, in our words.'),
    summary: text('What it asks for, in our words.').nullable(),
    summaryStatus: word(verification, 'How well its content is established.'),
    search: words(),
  },
});

export const RecommendationSource = defineEntity({
  name: 'RecommendationSource',
  tableName: 'recommendation_source',
  comment: 'Which sources show a recommendation.',
  properties: {
    recommendation: () => keyTo(Recommendation, 'The recommendation.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});

export const RecommendationAddressee = defineEntity({
  name: 'RecommendationAddressee',
  tableName: 'recommendation_addressee',
  comment: 'Who a recommendation is addressed to.',
  properties: {
    recommendation: () => keyTo(Recommendation, 'The recommendation.'),
    organisation: () => keyTo(Organisation, 'Somebody it is addressed to.'),
  },
});

export const RecommendationTheme = defineEntity({
  name: 'RecommendationTheme',
  tableName: 'recommendation_theme',
  comment: 'Which themes a recommendation belongs to.',
  properties: {
    recommendation: () => keyTo(Recommendation, 'The recommendation.'),
    theme: () => keyTo(Theme, 'A theme it belongs to.'),
  },
});
