// Open Civic Data that this project wrote: every object has an id of ours and becomes that record, `extras`
// included. What the format has no words for is what a new record starts from.
import { toMeeting, toMotion, toVotes } from './ocd-own-bills.js';
import { cell, extrasOf, withSources } from './ocd-parts.js';
import { type Made, type OwnLists, text, toOrganization, toPerson } from './popolo-own.js';
import type { Item } from './popolo-shape.js';

/** How the lists of our Open Civic Data become rows. */
export const ocdLists: OwnLists = [
  ['organizations', toOrganizationWithExtras],
  ['people', (item) => withSources('councillor', item, toPerson(item))],
  ['posts', toWard],
  ['memberships', toMembership],
  ['events', toMeeting],
  ['bills', toMotion],
  ['vote_events', toVotes],
];

function toOrganizationWithExtras(item: Item): Made[] {
  const { type, kind, nation, region, replaced_by_id } = extrasOf(item);
  const table = String(item.id).split('/')[0] as 'council' | 'party' | 'body';
  const [first, ...others] = toOrganization({ ...item, classification: type ?? kind ?? item.classification });
  if (!first) return [];
  const more =
    table === 'council'
      ? { nation: text(nation), region: text(region), replaced_by_id: text(replaced_by_id) }
      : {};
  return withSources(table, item, [{ ...first, row: { ...first.row, ...more } }, ...others]);
}

function toWard(item: Item): Made[] {
  const { gss_code, council_inferred, seats_status } = extrasOf(item);
  const row = {
    id: text(item.id),
    name: text(item.label),
    council_id: text(item.organization_id),
    seats: cell(item.maximum_memberships),
    gss_code: text(gss_code),
    council_inferred: council_inferred === true,
    seats_status: text(seats_status),
    start_date: text(item.start_date),
    end_date: text(item.end_date),
  };
  return [{ table: 'ward', row }];
}

function toMembership(item: Item): Made[] {
  const { role_inferred, first_attested_on, last_attested_on } = extrasOf(item);
  const organization = String(item.organization_id);
  const isBody = organization.startsWith('body/');
  const row = {
    id: text(item.id),
    councillor_id: text(item.person_id),
    council_id: isBody ? `council/${organization.split('/')[1]}` : organization,
    body_id: isBody ? organization : null,
    party_id: text(item.on_behalf_of_id),
    ward_id: text(item.post_id),
    role: text(item.role),
    role_inferred: role_inferred === true,
    start_date: text(item.start_date),
    end_date: text(item.end_date),
    first_attested_on: text(first_attested_on),
    last_attested_on: text(last_attested_on),
  };
  return [{ table: 'membership', row }];
}
