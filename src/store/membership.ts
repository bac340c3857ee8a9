import { defineEntity } from '@mikro-orm/core';
import { Body } from './body.js';
import { day, flag, id, keyTo, text, to } from './column.js';
import { Council } from './council.js';
import { Councillor } from './councillor.js';
import { Party } from './party.js';
import { Source } from './source.js';
import { Ward } from './ward.js';

export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  comment: 'A role a councillor held, with ward and party, between dates. Popolo: Membership.',
  properties: {
    id: id('Stable id, for example membership/brent/liz-dixon/1.'),
    councillor: () => to(Councillor, 'The councillor.'),
    council: () => to(Council, 'The council.'),
    ward: () =>
      to(Ward, 'The ward represented; null where not stated or where the role has none.').nullable(),
    party: () => to(Party, 'The party then; null where not stated.').nullable(),
    body: () => to(Body, 'The body the role belongs to; null for the council itself.').nullable(),
    role: text('The role, for example councillor.'),
    roleInferred: flag(
      'Whether the role was inferred, as from speaking in a council’s debate, instead of stated.',
    ),
    startDate: day('First day of the role; null where unknown.').nullable(),
    endDate: day('Last day of the role; null while held or where unknown.').nullable(),
    firstAttestedOn: day(
      'First day on which a source shows the role held; null where none gives a day.',
    ).nullable(),
    lastAttestedOn: day(
      'Last day on which a source shows the role held; null where none gives a day.',
    ).nullable(),
  },
});

export const MembershipSource = defineEntity({
  name: 'MembershipSource',
  tableName: 'membership_source',
  comment: 'Which sources show a membership.',
  properties: {
    membership: () => keyTo(Membership, 'The membership.'),
    source: () => keyTo(Source, 'A source that shows it.'),
  },
});
