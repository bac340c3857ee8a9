import { defineEntity, p } from '@mikro-orm/core';
import { text } from './column.js';

export const Redirect = defineEntity({
  name: 'Redirect',
  tableName: 'redirect',
  comment: 'A former id of a record that was merged into another.',
  properties: {
    oldId: p.text().primary().comment('The former id; never used again.'),
    newId: text('The id of the record it was merged into.'),
  },
});
