import { defineEntity } from '@mikro-orm/core';
import { voteOption } from '../domain/vocabulary.js';
import { id, to, word } from './column.js';
import { Councillor } from './councillor.js';
import { MotionEvent } from './motion-event.js';

export const Vote = defineEntity({
  name: 'Vote',
  tableName: 'vote',
  comment: 'How one councillor voted in a vote recorded by name. Popolo: Vote.',
  properties: {
    id: id('Stable id: the path of the event and the councillor.'),
    event: () => to(MotionEvent, 'The event at which the vote was taken.'),
    councillor: () => to(Councillor, 'The councillor.'),
    option: word(voteOption, 'How they voted.'),
  },
});
