// Popolo that this project wrote: every object has an id of ours and becomes that record. What Popolo has no
// words for is what a new record starts from, and never overwrites what is held.
import { slugOf, voteId } from '../../domain/ids.js';
import { councilType } from '../../domain/vocabulary.js';
import type { TableName } from '../../store/tables.js';
import type { Value, Values } from '../../store/write.js';
import type { Finding } from '../reader.js';
import { partial } from '../seeds/partial.js';
import type { Item, PopoloDocument } from './popolo-shape.js';

const ours = /^(?:councillor|council|party|body|ward|membership|motion|event)\//;

/** Whether a document has our ids: those of its people, and of its organizations. */
export function isOurs({ persons = [], people = [], organizations = [] }: PopoloDocument): boolean {
  const items = [...persons, ...people, ...organizations];
  return items.length > 0 && items.every(({ id }) => typeof id === 'string' && ours.test(id));
}

/** Our words for how somebody voted. */
const voteOptions: Record<string, string> = {
  yes: 'for',
  no: 'against',
  abstain: 'abstain',
  absent: 'absent',
  'not voting': 'not_voting',
};

/** How the objects of each list become rows, parents before children. */
export type OwnLists = readonly (readonly [keyof PopoloDocument, (item: Item, index: number) => Made[]])[];

/** The findings of a document of ours. */
export function* ownFindings(
  document: PopoloDocument,
  file: string,
  lists: OwnLists = popoloLists,
): Generator<Finding> {
  for (const [list, toRecords] of lists) {
    for (const [index, item] of (document[list] ?? []).entries()) {
      const at = { file, path: `${list}[${index}]` };
      for (const { table, row, initial } of toRecords(item, index)) {
        // What Popolo leaves out is not stated, so it erases nothing that is held.
        const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
        yield { kind: 'record', at, table, row: said, ...(initial ? { more: { initial } } : {}) };
        if (isSourced(table)) yield { kind: 'shown', at, table, id: String(row.id) };
      }
    }
  }
}

/** One row that an object of a document gives. */
export interface Made {
  table: TableName;
  row: Values;
  initial?: Values;
}

const sourced = ['councillor', 'council', 'party', 'body', 'ward', 'meeting'].concat([
  'membership',
  'motion',
  'motion_event',
  'motion_person',
]);
const isSourced = (table: TableName) => sourced.includes(table);

const popoloLists: OwnLists = [
  ['organizations', toOrganization],
  ['areas', toWard],
  ['persons', toPerson],
  ['memberships', toMembership],
  ['motions', toMotion],
  ['vote_events', toEvent],
];

/** A field as a cell. */
export const text = (value: unknown): Value => (value === undefined || value === null ? null : String(value));

/** A party, a body or a council. */
export function toOrganization(item: Item): Made[] {
  const id = String(item.id);
  if (id.startsWith('party/'))
    return [
      { table: 'party', row: { id, name: text(item.name), ec_code: codeOf(item, 'electoral-commission') } },
    ];
  if (id.startsWith('body/'))
    return [
      {
        table: 'body',
        row: { id, name: text(item.name), kind: text(item.classification), council_id: text(item.parent_id) },
      },
    ];
  const isType = (councilType.values as readonly string[]).includes(String(item.classification));
  const [short, ...others] = [...(item.other_names ?? [])].sort(
    (a, b) => Number(b.note === 'short name') - Number(a.note === 'short name'),
  );
  const link = (note: string) => text(item.links?.find((one) => one.note === note)?.url);
  return [
    {
      table: 'council',
      row: {
        id,
        name: text(item.name),
        short_name: text(short?.name ?? item.name),
        slug: slugOf(id),
        type: isType ? text(item.classification) : 'other',
        gss_code: codeOf(item, 'gss-code'),
        register_code: codeOf(item, 'local-authority'),
        website: link('website'),
        democracy_site: link('meetings'),
        start_date: text(item.founding_date),
        end_date: text(item.dissolution_date),
      },
    },
    ...others.map(
      (other): Made => ({ table: 'council_name', row: { council_id: id, name: text(other.name) } }),
    ),
    ...(item.identifiers ?? [])
      .filter(({ scheme }) => scheme !== 'gss-code' && scheme !== 'local-authority')
      .map(
        ({ scheme, identifier }): Made => ({
          table: 'council_identifier',
          row: { council_id: id, scheme: text(scheme), value: text(identifier) },
        }),
      ),
  ];
}

/** An identifier of a scheme. */
export function codeOf({ identifiers = [] }: Item, scheme: string): Value {
  return text(identifiers.find((one) => one.scheme === scheme)?.identifier);
}

function toWard({ id, name, identifier, organization_id }: Item): Made[] {
  const row = {
    id: text(id),
    name: text(name),
    gss_code: text(identifier),
    council_id: text(organization_id),
  };
  return [{ table: 'ward', row, initial: { council_inferred: false } }];
}

/** A person, with the numbers of registers. */
export function toPerson({ id, name, sort_name, identifiers = [] }: Item): Made[] {
  return [
    { table: 'councillor', row: { id: text(id), name: text(name), sort_name: text(sort_name) } },
    ...identifiers.map(
      ({ scheme, identifier }): Made => ({
        table: 'councillor_identifier',
        row: { councillor_id: text(id), scheme: text(scheme), value: text(identifier) },
      }),
    ),
  ];
}

function toMembership(item: Item): Made[] {
  const organization = String(item.organization_id);
  const isBody = organization.startsWith('body/');
  const row = {
    id: text(item.id),
    councillor_id: text(item.person_id),
    council_id: isBody ? `council/${organization.split('/')[1]}` : organization,
    body_id: isBody ? organization : null,
    party_id: text(item.on_behalf_of_id),
    ward_id: text(item.area_id),
    role: text(item.role),
    start_date: text(item.start_date),
    end_date: text(item.end_date),
  };
  return [{ table: 'membership', row, initial: { role_inferred: false } }];
}

function toMotion(item: Item): Made[] {
  const id = String(item.id);
  const { date, precision } = partial((item.date as string | undefined) ?? null);
  const row = {
    id,
    council_id: text(item.organization_id),
    slug: slugOf(id),
    title: text(item.text),
    kind: text(item.classification),
    date,
    date_precision: precision,
  };
  return [{ table: 'motion', row, initial: { text_status: 'summary_only' } }];
}

function toEvent(item: Item, index: number): Made[] {
  const id = String(item.id);
  const { date, precision } = partial((item.start_date as string | undefined) ?? null);
  const count = (option: string) =>
    (item.counts?.find((one) => one.option === option)?.value as number | undefined) ?? null;
  const stage = slugOf(id).replace(/-\d+$/, '').replaceAll('-', '_');
  const row = {
    id,
    motion_id: text(item.motion_id),
    body_id: text(item.organization_id),
    occurred_on: date,
    date_precision: precision,
    outcome: text(item.result),
    votes_for: count('yes'),
    votes_against: count('no'),
    votes_abstain: count('abstain'),
  };
  // Whether the body could decide for the council is not said, so it is not taken as deciding.
  return [
    {
      table: 'motion_event',
      row,
      initial: { seq: index + 1, stage, authoritative: false, decision_mode: 'not_stated' },
    },
    ...votesOf(item),
  ];
}

/** The votes by name of a vote event. */
export function votesOf({ id, votes = [] }: Item): Made[] {
  return votes.map(({ voter_id, option }) => ({
    table: 'vote',
    row: {
      id: voteId(String(id), String(voter_id)),
      event_id: String(id),
      councillor_id: text(voter_id),
      option: voteOptions[String(option)] ?? 'not_voting',
    },
  }));
}
