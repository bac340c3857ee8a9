import { defineEntity } from '@mikro-orm/core';
import { bodyKind } from '../domain/vocabulary.js';
import { id, keyTo, text, to, word } from './column.js';
import { Council } from './council.js';
import { Source } from './source.js';

export const Body = defineEntity({
  name: 'Body',
  tableName: 'body',
  comment: 'A body of a council that meets and decides or considers. Popolo: Organization.',
  properties: {
    id: id('Stable id, for example body/southwark/council-assembly.'),
    council: () => to(Council, 'The council it belongs to.'),
    name: text('Name of the body.'),
    kind: word(bodyKind, 'Kind of body.'),
  },
});

export const BodySource = defineEntity({
  name: 'BodySource',
  tableName: 'body_source',
  comment: 'Which sources show a body.',
  properties: {
    body: () => keyTo(Body, 'The body.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
