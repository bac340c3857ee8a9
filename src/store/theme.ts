import { defineEntity } from '@mikro-orm/core';
import { id, text } from './column.js';

export const Theme = defineEntity({
  name: 'Theme',
  tableName: 'theme',
  comment: 'A subject that recommendations and asks share, from a closed list.',
  properties: {
    id: id('Stable id, for example theme/stop-and-search.'),
    name: text('Name of the theme.'),
    summary: text('What belongs to it, in our words.').nullable(),
  },
});
