import { defineEntity } from '@mikro-orm/core';
import { datePrecision } from '../domain/vocabulary.js';
import { day, id, integer, keyTo, text, word } from './column.js';
import { Source } from './source.js';

export const Review = defineEntity({
  name: 'Review',
  tableName: 'review',
  comment: 'A public review that made recommendations.',
  properties: {
    id: id('Stable id, for example review/casey-2023.'),
    title: text('Full title.'),
    shortName: text('Name in everyday use; several reviews may share one.'),
    slug: text('The last part of the id.'),
    reviewer: text('Who led it.'),
    commissionedBy: text('Who commissioned it; null where sources disagree or do not say.').nullable(),
    publisher: text('Who published it; null where unknown.').nullable(),
    publishedOn: day('The date it was published; null where unknown.').nullable(),
    datePrecision: word(datePrecision, 'How much of the publication date is stated.'),
    recommendationCount: integer('How many recommendations it makes; null where unknown.').nullable(),
    summary: text('What it is about, in our words.').nullable(),
    url: text('Its address; null until one has been checked.').nullable(),
  },
});

export const ReviewSource = defineEntity({
  name: 'ReviewSource',
  tableName: 'review_source',
  comment: 'Which sources show a review.',
  properties: {
    review: () => keyTo(Review, 'The review.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
