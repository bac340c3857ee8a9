import { defineEntity } from '@mikro-orm/core';
import { organisationKind } from '../domain/vocabulary.js';
import { Body } from './body.js';
import { id, keyTo, text, to, word } from './column.js';
import { Council } from './council.js';
import { Source } from './source.js';

export const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  comment: 'Somebody who is asked to act or who acts: an institution, or an office in one.',
  properties: {
    id: id('Stable id, for example organisation/metropolitan-police.'),
    name: text('Name of the institution.'),
    office: text(
      'The office meant, for example Home Secretary; null where the institution as a whole is.',
    ).nullable(),
    kind: word(organisationKind, 'Kind of actor or addressee.'),
    council: () => to(Council, 'The council it is or belongs to; null where it is none.').nullable(),
    body: () => to(Body, 'The council body it is; null where it is none.').nullable(),
  },
});

export const OrganisationSource = defineEntity({
  name: 'OrganisationSource',
  tableName: 'organisation_source',
  comment: 'Which sources show an organisation.',
  properties: {
    organisation: () => keyTo(Organisation, 'The organisation.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
