import { defineEntity } from '@mikro-orm/core';
import { personRole } from '../domain/vocabulary.js';
import { flag, id, integer, keyTo, text, to, word } from './column.js';
import { Councillor } from './councillor.js';
import { Motion } from './motion.js';
import { Party } from './party.js';
import { Source } from './source.js';
import { Ward } from './ward.js';

export const MotionPerson = defineEntity({
  name: 'MotionPerson',
  tableName: 'motion_person',
  comment: 'Somebody who moved, seconded or presented a motion, as the source prints it.',
  properties: {
    id: id('Stable id, for example person/brent/2023-07-10/casey-review-metropolitan-police/mover-1.'),
    motion: () => to(Motion, 'The motion.'),
    seq: integer('Order among the people of this motion, from 1.'),
    role: word(personRole, 'What they did.'),
    name: text('Name of the councillor or group as printed.'),
    isGroup: flag('Whether a group is named instead of a councillor.'),
    councillor: () =>
      to(Councillor, 'The councillor meant; null for a group, or where that is not certain.').nullable(),
    ward: () => to(Ward, 'Ward the source prints for that day; null where it prints none.').nullable(),
    party: () => to(Party, 'Party the source prints for that day; null where it prints none.').nullable(),
  },
});

export const MotionPersonSource = defineEntity({
  name: 'MotionPersonSource',
  tableName: 'motion_person_source',
  comment: 'Which sources show what somebody did with a motion.',
  properties: {
    motionPerson: () => keyTo(MotionPerson, 'The person and role.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
