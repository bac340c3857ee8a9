import { defineEntity } from '@mikro-orm/core';
import { id, text } from './column.js';

export const Licence = defineEntity({
  name: 'Licence',
  tableName: 'licence',
  comment: 'The terms under which a source may be reused.',
  properties: {
    id: id('Stable id, for example licence/ogl-3.0.'),
    name: text('Name of the licence.'),
    url: text('Address of the licence text; null where it has none.').nullable(),
    summary: text('What it allows, in our words.'),
  },
});
