import { defineEntity } from '@mikro-orm/core';
import { askState, datePrecision } from '../domain/vocabulary.js';
import { Ask } from './ask.js';
import { day, id, integer, keyTo, text, to, word } from './column.js';
import { Source } from './source.js';

export const FollowUp = defineEntity({
  name: 'FollowUp',
  tableName: 'follow_up',
  comment: 'Something that happened after an ask: a letter sent, a reply, a scrutiny item.',
  properties: {
    id: id('Stable id: the path of the ask and a number.'),
    ask: () => to(Ask, 'The ask it follows.'),
    seq: integer('Order among the follow-ups of the ask, from 1.'),
    occurredOn: day('The date; null where unknown.').nullable(),
    datePrecision: word(datePrecision, 'How much of the date is stated.'),
    state: word(askState, 'What it shows of the ask.'),
    note: text('What happened, in our words.'),
  },
});

export const FollowUpSource = defineEntity({
  name: 'FollowUpSource',
  tableName: 'follow_up_source',
  comment: 'Which sources show a follow-up.',
  properties: {
    followUp: () => keyTo(FollowUp, 'The follow-up.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
