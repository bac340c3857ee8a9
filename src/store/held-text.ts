import { defineEntity } from '@mikro-orm/core';
import { Clause } from './clause.js';
import { keyTo, text } from './column.js';

// A table of its own, so that no reader can publish held wording by forgetting a condition.
export const HeldText = defineEntity({
  name: 'HeldText',
  tableName: 'held_text',
  comment: 'Wording that was read and may not be republished. Never published.',
  properties: {
    clause: () => keyTo(Clause, 'The clause.'),
    text: text('The wording.'),
    reason: text('Why it is held.'),
  },
});
