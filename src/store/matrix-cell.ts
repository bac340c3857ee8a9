import { defineEntity, p } from '@mikro-orm/core';
import { basis, direction, evidenceState, scope, strength } from '../domain/vocabulary.js';
import { flag, id, integer, text, word } from './column.js';

// Neither table points at what it is derived from: what is removed takes its rows along when the writing
// transaction derives them anew, which has to know them until then.
export const ReviewMotion = defineEntity({
  name: 'ReviewMotion',
  tableName: 'review_motion',
  comment: 'Which motions of which council cite a review, in whatever way; derived from the citations.',
  properties: {
    reviewId: id('The review.'),
    councilId: p.text().primary().comment('The council of the motion.'),
    motionId: p.text().primary().comment('The motion.'),
  },
});

export const MatrixCell = defineEntity({
  name: 'MatrixCell',
  tableName: 'matrix_cell',
  comment:
    'Each cell of the matrix by everything recorded, without its evidence; derived by the position rule in the writing transaction.',
  properties: {
    recommendationId: id('The recommendation.'),
    councilId: p.text().primary().comment('The council.'),
    reviewId: text('The review of the recommendation.'),
    evidenceState: word(evidenceState, 'Whether there is a position, or which kind of empty the cell is.'),
    direction: word(direction, 'Direction of the position; null where there is none.').nullable(),
    basis: word(basis, 'Basis of the position; null where there is none.').nullable(),
    strength: word(strength, 'Strength of the position; null where there is none.').nullable(),
    scope: word(scope, 'Scope of the position; null where there is none.').nullable(),
    wordingAsTabled: flag('Whether the position rests on wording as tabled.'),
    held: integer('How many readings make the position.'),
    proposed: integer('How many readings stand in motions that were not adopted.'),
    related: integer('How many readings claim nothing.'),
    suggested: integer('How many readings a program suggested.'),
    proposedOutcomes: text('Outcomes of those motions, each once, with spaces; unknown where there is none.'),
  },
});
