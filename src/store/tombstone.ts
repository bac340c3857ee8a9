import { defineEntity } from '@mikro-orm/core';
import { day, id, text } from './column.js';

export const Tombstone = defineEntity({
  name: 'Tombstone',
  tableName: 'tombstone',
  comment: 'A record that was removed, and why.',
  properties: {
    id: id('The id of the removed record; never used again.'),
    reason: text('Why it was removed, in our words.'),
    removedAt: day('The day it was removed.'),
  },
});
