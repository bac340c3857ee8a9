import { defineEntity } from '@mikro-orm/core';
import { id, keyTo, text } from './column.js';
import { Source } from './source.js';

export const Party = defineEntity({
  name: 'Party',
  tableName: 'party',
  comment: 'A political party or a joint description under which councillors stand.',
  properties: {
    id: id('Stable id, for example party/labour.'),
    name: text('Name of the party.'),
    ecCode: text('Electoral Commission id; null where no source read so far states it.').nullable(),
  },
});

export const PartySource = defineEntity({
  name: 'PartySource',
  tableName: 'party_source',
  comment: 'Which sources show a party.',
  properties: {
    party: () => keyTo(Party, 'The party.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
