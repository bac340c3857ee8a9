import { defineEntity, p } from '@mikro-orm/core';
import { id, keyTo, text, words } from './column.js';
import { Source } from './source.js';

export const Councillor = defineEntity({
  name: 'Councillor',
  tableName: 'councillor',
  comment: 'A councillor, by what was done in public office only. Popolo: Person.',
  properties: {
    id: id('Stable id, for example councillor/brent/liz-dixon.'),
    name: text('Name as used in public office.'),
    sortName: text('Name for sorting, family name first; null where the parts are not certain.').nullable(),
    search: words(),
  },
});

export const CouncillorSource = defineEntity({
  name: 'CouncillorSource',
  tableName: 'councillor_source',
  comment: 'Which sources show a councillor.',
  properties: {
    councillor: () => keyTo(Councillor, 'The councillor.'),
    source: () => keyTo(Source, 'A source that shows them.'),
  },
});

export const CouncillorIdentifier = defineEntity({
  name: 'CouncillorIdentifier',
  tableName: 'councillor_identifier',
  comment: 'The number or code by which another register knows a councillor. Popolo: Identifier.',
  properties: {
    councillor: () => keyTo(Councillor, 'The councillor.'),
    scheme: p.text().primary().comment('The register, for example moderngov-southwark.'),
    value: p.text().primary().comment('The councillor’s identifier there.'),
  },
});
