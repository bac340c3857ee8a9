import { defineEntity } from '@mikro-orm/core';
import { verification } from '../domain/vocabulary.js';
import { day, flag, id, integer, keyTo, text, to, word } from './column.js';
import { Council } from './council.js';
import { Source } from './source.js';

export const Ward = defineEntity({
  name: 'Ward',
  tableName: 'ward',
  comment: 'An electoral ward or division between two boundary reviews. Popolo: Area.',
  properties: {
    id: id('Stable id, for example ward/E05011107.'),
    council: () => to(Council, 'The council it elects; null where no source states it.').nullable(),
    councilInferred: flag('Whether the council was inferred from a block of codes instead of stated.'),
    name: text('Name of the ward.'),
    gssCode: text(
      'Government Statistical Service code, for example E05011107; null where unknown.',
    ).nullable(),
    seats: integer('Number of councillors it elects; null where unknown.').nullable(),
    seatsStatus: word(
      verification,
      'How well the number of seats is established; null where it is unknown.',
    ).nullable(),
    startDate: day('First day of these boundaries; null where unknown.').nullable(),
    endDate: day('Last day of these boundaries; null while in force or where unknown.').nullable(),
  },
});

export const WardSource = defineEntity({
  name: 'WardSource',
  tableName: 'ward_source',
  comment: 'Which sources show a ward.',
  properties: {
    ward: () => keyTo(Ward, 'The ward.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
