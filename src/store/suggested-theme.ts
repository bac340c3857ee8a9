import { defineEntity } from '@mikro-orm/core';
import { Ask } from './ask.js';
import { integer, keyTo } from './column.js';
import { Theme } from './theme.js';

// A table of its own, so that no reader can count a suggestion as a theme by forgetting a condition.
export const SuggestedTheme = defineEntity({
  name: 'SuggestedTheme',
  tableName: 'suggested_theme',
  comment: 'Themes that a program suggests for an ask nobody has reviewed. Never published.',
  properties: {
    ask: () => keyTo(Ask, 'The ask.').deleteRule('cascade'),
    theme: () => keyTo(Theme, 'The theme.'),
    quoteStart: integer(
      'Where the words it rests on begin in the clause’s text, in UTF-16 units from 0; null where the motion’s title says so.',
    ).nullable(),
    quoteEnd: integer('Where they end there; null where the title says so.').nullable(),
  },
});
