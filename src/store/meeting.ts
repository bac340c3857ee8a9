import { defineEntity } from '@mikro-orm/core';
import { datePrecision } from '../domain/vocabulary.js';
import { Body } from './body.js';
import { day, id, keyTo, text, to, word } from './column.js';
import { Council } from './council.js';
import { Source } from './source.js';

export const Meeting = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  comment: 'A meeting of a council body. Popolo: Event.',
  properties: {
    id: id('Stable id, for example meeting/southwark/2023-03-22/council-assembly.'),
    council: () => to(Council, 'The council.'),
    body: () => to(Body, 'The body that met.'),
    heldOn: day('The day it was held; null where unknown.').nullable(),
    datePrecision: word(datePrecision, 'How much of the date is stated.'),
    title: text('What the meeting was called, where it had a name of its own.').nullable(),
    url: text('Address of its papers; null where unknown.').nullable(),
  },
});

export const MeetingSource = defineEntity({
  name: 'MeetingSource',
  tableName: 'meeting_source',
  comment: 'Which sources show a meeting.',
  properties: {
    meeting: () => keyTo(Meeting, 'The meeting.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
