import { defineEntity } from '@mikro-orm/core';
import { coverageResult, datePrecision } from '../domain/vocabulary.js';
import { day, id, keyTo, text, to, word } from './column.js';
import { Council } from './council.js';
import { Review } from './review.js';
import { Source } from './source.js';

export const Coverage = defineEntity({
  name: 'Coverage',
  tableName: 'coverage',
  comment: 'What was searched for motions of a council on a review, so that absence is data.',
  properties: {
    id: id('Stable id, for example coverage/camden/casey-2023.'),
    council: () => to(Council, 'The council.'),
    review: () => to(Review, 'The review.'),
    searchedOn: day('When it was last searched; null where never.').nullable(),
    datePrecision: word(datePrecision, 'How much of that date is recorded.'),
    method: text('How it was searched, in our words; null where never.').nullable(),
    result: word(coverageResult, 'What the search gave.'),
    note: text('What a reader should know about it, in our words.').nullable(),
  },
});

export const CoverageSource = defineEntity({
  name: 'CoverageSource',
  tableName: 'coverage_source',
  comment: 'Which sources show what was searched.',
  properties: {
    coverage: () => keyTo(Coverage, 'The coverage record.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
