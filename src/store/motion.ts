import { defineEntity } from '@mikro-orm/core';
import { datePrecision, motionKind, motionStage, motionTextStatus, outcome } from '../domain/vocabulary.js';
import { day, id, keyTo, text, to, word, words } from './column.js';
import { Council } from './council.js';
import { MotionEvent } from './motion-event.js';
import { Source } from './source.js';

export const Motion = defineEntity({
  name: 'Motion',
  tableName: 'motion',
  comment: 'A motion put to a council; an amendment is a motion that amends another. Popolo: Motion.',
  properties: {
    id: id('Stable id, for example motion/southwark/2023-03-22/safer-southwark-communities.'),
    council: () => to(Council, 'The council it was put to.'),
    slug: text('The last part of the id.'),
    title: text('Title as decided, else as tabled; null where no source gives it.').nullable(),
    kind: word(motionKind, 'The item of business it was.'),
    textStatus: word(motionTextStatus, 'How much of it was read for this record.'),
    date: day('First meeting of the deciding body that had it on its agenda; null where unknown.').nullable(),
    datePrecision: word(datePrecision, 'How much of the date is stated.'),
    amends: () => to(Motion, 'The motion it amends; null where it is no amendment.').nullable(),
    note: text('What a reader should know about it, in our words.').nullable(),
    currentStage: word(
      motionStage,
      'Stage of the last recorded event; null where there is none. Derived.',
    ).nullable(),
    currentOutcome: word(
      outcome,
      'Latest final outcome given by a body able to decide; null while there is none. Derived.',
    ).nullable(),
    outcomeSince: day(
      'The day that outcome was first reached without a break; null where unknown. Derived.',
    ).nullable(),
    decidingEvent: () =>
      to(MotionEvent, 'The event that gave the outcome; null while there is none. Derived.').nullable(),
    search: words(),
  },
});

export const MotionSource = defineEntity({
  name: 'MotionSource',
  tableName: 'motion_source',
  comment: 'Which sources show a motion.',
  properties: {
    motion: () => keyTo(Motion, 'The motion.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
