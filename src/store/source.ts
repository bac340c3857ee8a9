import { defineEntity } from '@mikro-orm/core';
import { completeness, datePrecision, sourceKind } from '../domain/vocabulary.js';
import { day, id, instant, text, to, word } from './column.js';
import { Licence } from './licence.js';

export const Source = defineEntity({
  name: 'Source',
  tableName: 'source',
  comment: 'A page, document or data file that shows a fact of this record.',
  properties: {
    id: id('Stable id, for example source/wembley-matters-casey-review.'),
    title: text('Title of the source, in our words where it is long.'),
    publisher: text('Who published it; null where unknown.').nullable(),
    kind: word(sourceKind, 'What kind of document it is.'),
    url: text('Its address, never corrected; null where unknown.').nullable(),
    publishedOn: day('The date it was published; null where not stated.').nullable(),
    publishedPrecision: word(datePrecision, 'How much of the publication date is stated.'),
    retrievedAt: instant(
      'When the publisher’s copy was fetched (UTC); null for files handed to an import.',
    ).nullable(),
    mediaType: text(
      'Media type of the document read, for example text/plain; null where unknown.',
    ).nullable(),
    sha256: text('SHA-256 of the bytes read, in hexadecimal; null where no copy was read.').nullable(),
    completeness: word(completeness, 'How much of it was read.'),
    licence: () => to(Licence, 'The licence its publisher states; null where none is stated.').nullable(),
    rights: text('Who holds the rights in its wording, in our words; null where unknown.').nullable(),
    note: text('What a reader should know about it, in our words.').nullable(),
  },
});
