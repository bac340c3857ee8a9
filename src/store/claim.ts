import { defineEntity } from '@mikro-orm/core';
import { Clause } from './clause.js';
import { flag, id, integer, text, to } from './column.js';

export const Claim = defineEntity({
  name: 'Claim',
  tableName: 'claim',
  comment: 'A statistic that a clause asserts, kept as the council’s claim.',
  properties: {
    id: id('Stable id: the path of the clause and a number.'),
    clause: () => to(Clause, 'The clause that asserts it.'),
    seq: integer('Order within the clause, from 1.'),
    measure: text('What is measured, in our words.'),
    value: text('The value as claimed, for example 10 or under half; null where none is given.').nullable(),
    unit: text('Unit of the value; null where not stated.').nullable(),
    place: text('Place it is about; null where not stated.').nullable(),
    period: text('Period it is about; null where not stated.').nullable(),
    sourceStated: flag('Whether the clause names a source for it.'),
  },
});
