import { defineEntity } from '@mikro-orm/core';
import { id, keyTo, text } from './column.js';
import { Source } from './source.js';

export const PoliceUnit = defineEntity({
  name: 'PoliceUnit',
  tableName: 'police_unit',
  comment: 'A local command of a police force, such as a Basic Command Unit of the Metropolitan Police.',
  properties: {
    id: id('Stable id, for example police-unit/as.'),
    code: text('The force’s own code.'),
    name: text('Name of the unit.'),
    force: text('Name of the police force.'),
  },
});

export const PoliceUnitSource = defineEntity({
  name: 'PoliceUnitSource',
  tableName: 'police_unit_source',
  comment: 'Which sources show a police unit.',
  properties: {
    policeUnit: () => keyTo(PoliceUnit, 'The police unit.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
