// The record as Open Civic Data (its proposals 3 to 7): jurisdictions, organizations, people, posts,
// memberships, and from ocd-bills.ts bills, votes and events. Ids are ours, jurisdictions' have the pattern
// asked for. What the formats leave to `extras` is there. What they have no words for stays out: clauses and
// all that rests on them, police units, licences, sources without an address and those of wards, memberships
// and steps without a vote.
import type { Store } from '../store/store.js';
import { type Ask, grouped, interchange, type Row, stated } from './interchange.js';
import { councilParts, toIdentifier, toParty } from './interchange-parts.js';
import { bills, events, voteEvents } from './ocd-bills.js';
import { jurisdictionId, sessionOf } from './ocd-ids.js';
import { sourcesOf } from './ocd-sources.js';

/** The whole record as Open Civic Data, piece by piece; the same store always gives the same bytes. */
export function openCivicData(store: Store): AsyncGenerator<string> {
  return interchange(store, (ask) => ({
    jurisdictions: () => jurisdictions(ask),
    organizations: () => organizations(ask),
    people: () => people(ask),
    posts: async () => (await ask('SELECT * FROM ward ORDER BY id')).map(toPost),
    memberships: async () => (await ask(membershipRows)).map(toMembership),
    bills: () => bills(ask),
    vote_events: () => voteEvents(ask),
    events: () => events(ask),
  }));
}

async function jurisdictions(ask: Ask) {
  const sessions = grouped(
    await ask('SELECT DISTINCT council_id, extract(year FROM date)::int AS year FROM motion ORDER BY 1, 2'),
    'council_id',
  );
  const councils = await ask('SELECT id, name, website FROM council ORDER BY id');
  return councils.map(({ id, name, website }) =>
    stated({
      id: jurisdictionId(id),
      name,
      url: website,
      classification: 'government',
      legislative_sessions: sessions(id).map(({ year }) => ({
        ...sessionOf(year),
        classification: 'primary',
      })),
    }),
  );
}

async function organizations(ask: Ask) {
  const names = grouped(await ask('SELECT * FROM council_name ORDER BY 1, 2'), 'council_id');
  const codes = grouped(await ask('SELECT * FROM council_identifier ORDER BY 1, 2, 3'), 'council_id');
  const [ofCouncil, ofParty, ofBody] = [
    await sourcesOf(ask, 'council'),
    await sourcesOf(ask, 'party'),
    await sourcesOf(ask, 'body'),
  ];
  const councils = await ask('SELECT * FROM council ORDER BY id');
  const parties = await ask('SELECT * FROM party ORDER BY id');
  const bodies = await ask('SELECT * FROM body ORDER BY id');
  return [
    ...councils.map((row) => ({
      ...toCouncil(row, names(row.id), codes(row.id)),
      ...stated({ sources: ofCouncil(row.id) }),
    })),
    ...parties.map((row) => ({ ...toParty(row), ...stated({ sources: ofParty(row.id) }) })),
    ...bodies.map((row) => ({ ...toBody(row), ...stated({ sources: ofBody(row.id) }) })),
  ];
}

function toCouncil(council: Row, names: readonly Row[], codes: readonly Row[]) {
  const { id, name, type, nation, region, replaced_by_id } = council;
  return stated({
    id,
    name,
    jurisdiction_id: jurisdictionId(id),
    classification: 'legislature',
    ...councilParts(council, names, codes),
    extras: stated({ type, nation, region, replaced_by_id }),
  });
}

// Words of the format for kinds of body; where it has none, the kind stands in `extras` alone.
const bodyClassification: Record<string, string> = {
  full_council: 'legislature',
  executive: 'executive',
  scrutiny: 'committee',
  committee: 'committee',
  commission: 'commission',
};

function toBody({ id, name, kind, council_id }: Row) {
  return stated({
    id,
    name,
    jurisdiction_id: jurisdictionId(council_id),
    classification: bodyClassification[String(kind)],
    parent_id: council_id,
    extras: { kind },
  });
}

async function people(ask: Ask) {
  const numbers = grouped(await ask('SELECT * FROM councillor_identifier ORDER BY 1, 2, 3'), 'councillor_id');
  const sources = await sourcesOf(ask, 'councillor');
  const rows = await ask('SELECT id, name, sort_name FROM councillor ORDER BY id');
  return rows.map((person) =>
    stated({ ...person, identifiers: numbers(person.id).map(toIdentifier), sources: sources(person.id) }),
  );
}

/** A ward is the post of its councillors: who holds it sits for it. */
function toPost(ward: Row) {
  const { id, name, council_id, seats, gss_code, council_inferred, seats_status } = ward;
  return stated({
    id,
    label: name,
    role: 'councillor',
    organization_id: council_id,
    maximum_memberships: seats,
    start_date: ward.start_date,
    end_date: ward.end_date,
    extras: stated({ gss_code, council_inferred, seats_status }),
  });
}

const membershipRows = `SELECT m.*, p.name AS person_name FROM membership m
  JOIN councillor p ON p.id = m.councillor_id ORDER BY m.id`;

function toMembership(row: Row) {
  const { role_inferred, first_attested_on, last_attested_on } = row;
  return stated({
    id: row.id,
    person_id: row.councillor_id,
    person_name: row.person_name,
    organization_id: row.body_id ?? row.council_id,
    post_id: row.ward_id,
    on_behalf_of_id: row.party_id,
    role: row.role,
    start_date: row.start_date,
    end_date: row.end_date,
    extras: stated({ role_inferred, first_attested_on, last_attested_on }),
  });
}
