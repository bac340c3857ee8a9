import { defineEntity } from '@mikro-orm/core';
import { id, keyTo, text } from './column.js';

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

// How texts are read is no fact of the record, so it is kept beside what is published.
export const ThemePhrase = defineEntity({
  name: 'ThemePhrase',
  tableName: 'theme_phrase',
  comment: 'Phrases by which the text of a motion suggests a theme.',
  properties: {
    theme: () => keyTo(Theme, 'The theme.'),
    phrase: text(
      'Words joined by hyphens; a word that ends in * stands for all that begin so, and + joins parts that one sentence must hold in any order.',
    ).primary(),
  },
});
