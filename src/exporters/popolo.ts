// The record as Popolo JSON: people, councils, parties, bodies, wards, memberships, motions and votes.
// What Popolo has no words for stays out: sources and licences, the days on which a source attests a
// membership, a council's nation, region, police unit and successor, seats of wards and whether their council
// was inferred, clauses and all that rests on them, amendments, movers, and steps that decide nothing.
import { statedPart } from '../domain/partial-date.js';
import type { Store } from '../store/store.js';
import {
  type Ask,
  type Cell,
  countsOf,
  grouped,
  interchange,
  type Row,
  stated,
  voteWord,
} from './interchange.js';
import { councilParts, toIdentifier, toParty } from './interchange-parts.js';

/** The whole record as Popolo JSON, piece by piece; the same store always gives the same bytes. */
export function popolo(store: Store): AsyncGenerator<string> {
  return interchange(store, (ask) => ({
    persons: () => persons(ask),
    organizations: () => organizations(ask),
    areas: async () => (await ask('SELECT * FROM ward ORDER BY id')).map(toArea),
    memberships: async () => (await ask('SELECT * FROM membership ORDER BY id')).map(toMembership),
    motions: async () =>
      (await ask('SELECT * FROM motion WHERE amends_id IS NULL ORDER BY id')).map(toMotion),
    vote_events: () => voteEvents(ask),
  }));
}

async function persons(ask: Ask) {
  const numbers = grouped(
    await ask('SELECT councillor_id, scheme, value FROM councillor_identifier ORDER BY 1, 2, 3'),
    'councillor_id',
  );
  const people = await ask('SELECT id, name, sort_name FROM councillor ORDER BY id');
  return people.map((person) => stated({ ...person, identifiers: numbers(person.id).map(toIdentifier) }));
}

async function organizations(ask: Ask) {
  const names = grouped(await ask('SELECT council_id, name FROM council_name ORDER BY 1, 2'), 'council_id');
  const codes = grouped(
    await ask('SELECT council_id, scheme, value FROM council_identifier ORDER BY 1, 2, 3'),
    'council_id',
  );
  const councils = await ask('SELECT * FROM council ORDER BY id');
  const bodies = await ask('SELECT * FROM body ORDER BY id');
  return [
    ...councils.map((council) => {
      const { id, name, type } = council;
      return stated({ id, name, classification: type, ...councilParts(council, names(id), codes(id)) });
    }),
    ...(await ask('SELECT * FROM party ORDER BY id')).map(toParty),
    ...bodies.map(({ id, name, kind, council_id }) =>
      stated({ id, name, classification: kind, parent_id: council_id }),
    ),
  ];
}

function toArea({ id, name, gss_code, council_id }: Row) {
  return stated({ id, name, classification: 'ward', identifier: gss_code, organization_id: council_id });
}

function toMembership(row: Row) {
  return stated({
    id: row.id,
    person_id: row.councillor_id,
    organization_id: row.body_id ?? row.council_id,
    on_behalf_of_id: row.party_id,
    area_id: row.ward_id,
    role: row.role,
    start_date: row.start_date,
    end_date: row.end_date,
  });
}

function partial(date: Cell | undefined, precision: Cell | undefined): string | null {
  return statedPart({ date, precision } as Parameters<typeof statedPart>[0]);
}

function toMotion({ id, council_id, title, kind, date, date_precision }: Row) {
  return stated({
    id,
    organization_id: council_id,
    text: title,
    classification: kind,
    date: partial(date, date_precision),
  });
}

async function voteEvents(ask: Ask) {
  const votes = grouped(
    await ask('SELECT event_id, councillor_id, option FROM vote ORDER BY event_id, councillor_id'),
    'event_id',
  );
  const events = await ask(
    `SELECT e.* FROM motion_event e JOIN motion m ON m.id = e.motion_id
     WHERE e.outcome IS NOT NULL AND m.amends_id IS NULL ORDER BY e.motion_id, e.seq`,
  );
  return events.map((event) => toVoteEvent(event, votes(event.id)));
}

function toVoteEvent(event: Row, votes: readonly Row[]) {
  return stated({
    id: event.id,
    motion_id: event.motion_id,
    organization_id: event.body_id,
    start_date: partial(event.occurred_on, event.date_precision),
    result: event.outcome,
    counts: countsOf(event),
    votes: votes.map(({ councillor_id, option }) => ({
      voter_id: councillor_id,
      option: voteWord[String(option)],
    })),
  });
}
