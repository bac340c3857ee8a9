import { defineEntity, p } from '@mikro-orm/core';
import { councilType } from '../domain/vocabulary.js';
import { day, id, keyTo, text, to, word, words } from './column.js';
import { PoliceUnit } from './police-unit.js';
import { Source } from './source.js';

export const Council = defineEntity({
  name: 'Council',
  tableName: 'council',
  comment: 'A local authority. Popolo: Organization.',
  properties: {
    id: id('Stable id, for example council/southwark.'),
    name: text('Official name.'),
    shortName: text('Name in everyday use.'),
    slug: text('The last part of the id.'),
    gssCode: text(
      'Government Statistical Service code, for example E09000028; null where none is known.',
    ).nullable(),
    registerCode: text('Three-letter code of the local authority register, for example SWK.').nullable(),
    type: word(councilType, 'Kind of authority.'),
    nation: text('Nation of the United Kingdom; null where no source read so far states it.').nullable(),
    region: text('Region or nation; null where no source read so far states it.').nullable(),
    policeUnit: () =>
      to(PoliceUnit, 'The police unit that covers it; null where none does or none is known.').nullable(),
    website: text('Address of its site; null where unknown.').nullable(),
    democracySite: text('Address of the site that publishes its meetings; null where unknown.').nullable(),
    startDate: day('First day of the authority; null where unknown.').nullable(),
    endDate: day('Last day of the authority; null while it exists or where unknown.').nullable(),
    replacedBy: () => to(Council, 'The council that took its place; null where none did.').nullable(),
    search: words(),
  },
});

export const CouncilSource = defineEntity({
  name: 'CouncilSource',
  tableName: 'council_source',
  comment: 'Which sources show a council.',
  properties: {
    council: () => keyTo(Council, 'The council.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});

export const CouncilName = defineEntity({
  name: 'CouncilName',
  tableName: 'council_name',
  comment: 'Another spelling under which registers and texts name a council. Popolo: other_names.',
  properties: {
    council: () => keyTo(Council, 'The council.'),
    name: p.text().primary().comment('The spelling, as a source prints it.'),
  },
});

export const CouncilIdentifier = defineEntity({
  name: 'CouncilIdentifier',
  tableName: 'council_identifier',
  comment: 'A code by which another register knows a council, or knew it. Popolo: Identifier.',
  properties: {
    council: () => keyTo(Council, 'The council.'),
    scheme: p
      .text()
      .primary()
      .comment('The register, for example gss for codes it had or has beside its own.'),
    value: p.text().primary().comment('The code of the council there.'),
  },
});
