import { defineEntity } from '@mikro-orm/core';
import { datePrecision, decisionMode, motionStage, outcome } from '../domain/vocabulary.js';
import { Body } from './body.js';
import { day, flag, id, integer, keyTo, text, to, word } from './column.js';
import { Meeting } from './meeting.js';
import { Motion } from './motion.js';
import { Source } from './source.js';

export const MotionEvent = defineEntity({
  name: 'MotionEvent',
  tableName: 'motion_event',
  comment: 'A step in the life of a motion before one body. Popolo: VoteEvent where it was a vote.',
  properties: {
    id: id('Stable id, for example event/southwark/2023-03-22/safer-southwark-communities/decided.'),
    motion: () => to(Motion, 'The motion.'),
    seq: integer('Order in the life of the motion, from 1.'),
    stage: word(motionStage, 'The step.'),
    body: () => to(Body, 'The body before which it happened; null where none is stated.').nullable(),
    meeting: () => to(Meeting, 'The meeting; null where none is stated.').nullable(),
    occurredOn: day('The date; null where unknown.').nullable(),
    datePrecision: word(datePrecision, 'How much of the date is stated.'),
    authoritative: flag('Whether a body able to decide for the council decided the whole motion here.'),
    outcome: word(outcome, 'What was decided; null where this step decides nothing.').nullable(),
    outcomeText: text('The source’s own few words for the outcome; null where none were read.').nullable(),
    decisionMode: word(decisionMode, 'How the decision was taken.'),
    votesFor: integer('Votes for; null where no count is stated.').nullable(),
    votesAgainst: integer('Votes against; null where no count is stated.').nullable(),
    votesAbstain: integer('Abstentions; null where no count is stated.').nullable(),
    amendment: () => to(Motion, 'The amendment moved or decided here; null for other steps.').nullable(),
    note: text('What a reader should know about it, in our words.').nullable(),
  },
});

export const MotionEventSource = defineEntity({
  name: 'MotionEventSource',
  tableName: 'motion_event_source',
  comment: 'Which sources show an event.',
  properties: {
    motionEvent: () => keyTo(MotionEvent, 'The event.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
