import { defineEntity } from '@mikro-orm/core';
import { basis, direction, reviewState, scope, strength } from '../domain/vocabulary.js';
import { Clause } from './clause.js';
import { id, integer, text, to, word } from './column.js';
import { Recommendation } from './recommendation.js';
import { Review } from './review.js';

export const Citation = defineEntity({
  name: 'Citation',
  tableName: 'citation',
  comment: 'The reading that a clause takes a position on a recommendation, or on all of a review.',
  properties: {
    id: id('Stable id: the path of the clause and the recommendation’s slug, or all.'),
    clause: () => to(Clause, 'The clause.'),
    review: () => to(Review, 'The review.'),
    recommendation: () =>
      to(Recommendation, 'The recommendation; null exactly when the basis is collective_all.').nullable(),
    direction: word(direction, 'Which way the clause leans.'),
    basis: word(basis, 'How the clause refers to it.'),
    strength: word(strength, 'How far the council commits itself.'),
    scope: word(scope, 'How what is wanted compares with the recommendation.'),
    quoteStart: integer(
      'Where the words it rests on begin in the clause’s text; null where not marked.',
    ).nullable(),
    quoteEnd: integer(
      'Where the words it rests on end in the clause’s text; null where not marked.',
    ).nullable(),
    reviewState: word(reviewState, 'Who has checked this reading.'),
    codedBy: text('Role or handle of who made this reading, never a name.'),
  },
});
