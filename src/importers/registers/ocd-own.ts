// Open Civic Data that this project wrote: every object has an id of ours and becomes that record, `extras`
// included. What the format has no words for is what a new record starts from.
import { slugOf } from '../../domain/ids.js';
import type { TableName } from '../../store/tables.js';
import { partial } from '../seeds/partial.js';
import { sourceBridge } from '../seeds/tables.js';
import { type Made, type OwnLists, text, toOrganization, toPerson, votesOf } from './popolo-own.js';
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

type Fields = Record<string, unknown>;

const extrasOf = ({ extras }: Item) => (extras ?? {}) as Fields;
const councilOf = (jurisdiction: unknown) =>
  text(/\/council:([^/]+)\/government$/.exec(String(jurisdiction))?.[1]?.replace(/^/, 'council/'));
const cell = (value: unknown) => (value ?? null) as Made['row'][string];
const day = (value: unknown) => partial((value as string | undefined) ?? null);

/** The rows of an object, with the sources that show it. */
function withSources(table: TableName, item: Item, made: Made[]): Made[] {
  const bridge = sourceBridge(table);
  const sources = (item.sources ?? []) as Fields[];
  return [
    ...made,
    ...sources.flatMap(({ id, note, url, kind }): Made[] =>
      bridge
        ? [
            {
              table: 'source',
              row: { id: text(id), title: text(note), url: text(url), kind: text(kind) },
              initial: unread,
            },
            { table: bridge, row: { [`${table}_id`]: text(item.id), source_id: text(id) } },
          ]
        : [],
    ),
  ];
}

const unread = { published_precision: 'unknown', completeness: 'unknown' };

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

function toMeeting(item: Item): Made[] {
  const [host] = (item.participants ?? []) as Fields[];
  const { date, precision } = day(item.start_date);
  const row = {
    id: text(item.id),
    council_id: councilOf(item.jurisdiction_id),
    body_id: text(host?.id),
    held_on: date,
    date_precision: precision,
    // Where a meeting has no title of its own, its name is that of the body.
    title: item.name === host?.name ? null : text(item.name),
    url: text(item.links?.[0]?.url),
  };
  return withSources('meeting', item, [{ table: 'meeting', row }]);
}

function toMotion(item: Item): Made[] {
  const id = String(item.id);
  const { kind, text_status, date: stated, amends_id, note } = extrasOf(item);
  const { date, precision } = day(stated);
  const row = {
    id,
    council_id: text(item.from_organization_id),
    slug: slugOf(id),
    title: text(item.title),
    kind: text(kind),
    text_status: text(text_status),
    date,
    date_precision: precision,
    amends_id: text(amends_id),
    note: text(note),
  };
  const actions = (item.actions ?? []) as Fields[];
  const persons = (item.sponsorships ?? []) as Fields[];
  const documents = (item.documents ?? []) as Fields[];
  return [
    ...withSources('motion', item, [{ table: 'motion', row }]),
    ...documents.map(toSource),
    ...persons.map((person, index) => toMotionPerson(id, person, index)),
    ...actions.map((action) => toEvent(id, action)),
  ];
}

function toSource({ id, note, kind, date: stated, links }: Fields): Made {
  const [link] = (links ?? []) as Fields[];
  const { date, precision } = day(stated);
  const row = {
    id: text(id),
    title: text(note),
    kind: text(kind),
    url: text(link?.url),
    media_type: text(link?.media_type),
    published_on: date,
    published_precision: precision,
  };
  return { table: 'source', row };
}

function toMotionPerson(motion: string, person: Fields, index: number): Made {
  const row = {
    id: text(person.id),
    motion_id: motion,
    role: text(person.classification),
    name: text(person.name),
    is_group: person.entity_type === 'organization',
    councillor_id: text(person.person_id),
  };
  return { table: 'motion_person', row, initial: { seq: index + 1 } };
}

function toEvent(motion: string, action: Fields): Made {
  const extras = (action.extras ?? {}) as Fields;
  const { date, precision } = day(action.date);
  const row = {
    id: text(action.id),
    motion_id: motion,
    body_id: text(action.organization_id),
    occurred_on: date,
    date_precision: precision,
    stage: text(extras.stage),
    authoritative: extras.authoritative === true,
    outcome: text(extras.outcome),
    outcome_text: text(extras.outcome_text),
    decision_mode: text(extras.decision_mode),
    meeting_id: text(extras.meeting_id),
    amendment_id: text(extras.amendment_id),
    note: text(extras.note),
  };
  return { table: 'motion_event', row, initial: { seq: cell(action.order) } };
}

function toVotes(item: Item): Made[] {
  const id = String(item.id);
  const count = (option: string) => cell(item.counts?.find((one) => one.option === option)?.value);
  const row = {
    id,
    motion_id: text(item.bill_id),
    votes_for: count('yes'),
    votes_against: count('no'),
    votes_abstain: count('abstain'),
  };
  return withSources('motion_event', item, [{ table: 'motion_event', row }, ...votesOf(item)]);
}
