import { defineEntity } from '@mikro-orm/core';
import { askState, askVerb, datePrecision, reviewState } from '../domain/vocabulary.js';
import { Clause } from './clause.js';
import { day, flag, id, integer, keyTo, text, to, word } from './column.js';
import { Organisation } from './organisation.js';
import { Theme } from './theme.js';

export const Ask = defineEntity({
  name: 'Ask',
  tableName: 'ask',
  comment: 'One act that a clause asks for, or reports as done.',
  properties: {
    id: id('Stable id: the path of the clause and a number.'),
    clause: () => to(Clause, 'The clause that asks.'),
    seq: integer('Order within the clause, from 1.'),
    actor: () => to(Organisation, 'Who is to act.'),
    verb: word(askVerb, 'The act.'),
    addressee: () => to(Organisation, 'Whom the act is addressed to; null where nobody is named.').nullable(),
    addresseeInferred: flag('Whether the addressee is implied instead of named.'),
    object: text('What is asked for, in our words.'),
    due: day('When it is due; null where no date is set.').nullable(),
    duePrecision: word(
      datePrecision,
      'How much of the due date is stated; null where there is none.',
    ).nullable(),
    state: word(askState, 'What became of it.'),
    reviewState: word(reviewState, 'Who has checked this reading.'),
    codedBy: text('Role or handle of who made this reading, never a name.'),
    quoteStart: integer(
      'Where the words it rests on begin in the clause’s text; null where not marked.',
    ).nullable(),
    quoteEnd: integer(
      'Where the words it rests on end in the clause’s text; null where not marked.',
    ).nullable(),
  },
});

export const AskTheme = defineEntity({
  name: 'AskTheme',
  tableName: 'ask_theme',
  comment: 'Which themes an ask belongs to.',
  properties: {
    ask: () => keyTo(Ask, 'The ask.'),
    theme: () => keyTo(Theme, 'A theme it belongs to.'),
  },
});
