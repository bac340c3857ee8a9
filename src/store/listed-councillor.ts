import { defineEntity } from '@mikro-orm/core';
import { id, text, to } from './column.js';
import { Council } from './council.js';
import { Licence } from './licence.js';
import { Source } from './source.js';

// A table of its own: what a share-alike licence covers is never merged with what ours covers.
export const ListedCouncillor = defineEntity({
  name: 'ListedCouncillor',
  tableName: 'listed_councillor',
  comment: 'A councillor as a compilation under a share-alike licence lists them, kept apart from ours.',
  properties: {
    id: id('Stable id, for example listed-councillor/brent/dollis-hill/liz-dixon.'),
    council: () => to(Council, 'The council.'),
    wardName: text('Name of the ward as listed; null where none is.').nullable(),
    name: text('Name of the councillor as listed.'),
    partyName: text('Name of the party as listed; null where none is.').nullable(),
    ecCode: text('Electoral Commission id of the party as listed; null where none is.').nullable(),
    nextElection: text('When the seat is next elected, as listed; null where it is not.').nullable(),
    licence: () => to(Licence, 'The licence under which this row may be reused.'),
    source: () => to(Source, 'The compilation that lists them.'),
  },
});
