// The record as Popolo JSON: people, councils, parties, bodies, wards, memberships, motions and votes.
// What Popolo has no words for stays out: sources and licences, the days on which a source attests a
// membership, a council's nation, region, police unit and successor, seats of wards and whether their council
// was inferred, clauses and all that rests on them, amendments, movers, and steps that decide nothing.
import { statedPart } from '../domain/partial-date.js';
import type { Store } from '../store/store.js';

type Cell = string | number | boolean | null;
type Record_ = Record<string, Cell>;

/** Popolo's words for how somebody voted. */
export const popoloOption: Record<string, string> = {
  for: 'yes',
  against: 'no',
  abstain: 'abstain',
  absent: 'absent',
  not_voting: 'not voting',
};

/** The whole record as Popolo JSON; the same store always gives the same bytes. */
export async function popolo({ pool }: Store): Promise<string> {
  const all = async (sql: string) => (await pool.query<Record_>(sql)).rows;
  const names = await all('SELECT council_id, name FROM council_name ORDER BY 1, 2');
  const codes = await all('SELECT council_id, scheme, value FROM council_identifier ORDER BY 1, 2, 3');
  const numbers = await all(
    'SELECT councillor_id, scheme, value FROM councillor_identifier ORDER BY 1, 2, 3',
  );
  const votes = await all(
    'SELECT event_id, councillor_id, option FROM vote ORDER BY event_id, councillor_id',
  );
  const of = (rows: readonly Record_[], column: string, id: Cell | undefined) =>
    rows.filter((row) => row[column] === id);
  const document = {
    persons: (await all('SELECT id, name, sort_name FROM councillor ORDER BY id')).map(
      ({ id, name, sort_name }) =>
        stated({ id, name, sort_name, identifiers: of(numbers, 'councillor_id', id).map(toIdentifier) }),
    ),
    organizations: [
      ...(await all('SELECT * FROM council ORDER BY id')).map((council) =>
        toCouncil(council, of(names, 'council_id', council.id), of(codes, 'council_id', council.id)),
      ),
      ...(await all('SELECT * FROM party ORDER BY id')).map(({ id, name, ec_code }) =>
        stated({
          id,
          name,
          classification: 'party',
          identifiers: ec_code ? [{ scheme: 'electoral-commission', identifier: ec_code }] : [],
        }),
      ),
      ...(await all('SELECT * FROM body ORDER BY id')).map(({ id, name, kind, council_id }) =>
        stated({ id, name, classification: kind, parent_id: council_id }),
      ),
    ],
    areas: (await all('SELECT * FROM ward ORDER BY id')).map(({ id, name, gss_code, council_id }) =>
      stated({ id, name, classification: 'ward', identifier: gss_code, organization_id: council_id }),
    ),
    memberships: (await all('SELECT * FROM membership ORDER BY id')).map(toMembership),
    motions: (await all('SELECT * FROM motion WHERE amends_id IS NULL ORDER BY id')).map(toMotion),
    vote_events: (
      await all(
        `SELECT e.* FROM motion_event e JOIN motion m ON m.id = e.motion_id
         WHERE e.outcome IS NOT NULL AND m.amends_id IS NULL ORDER BY e.motion_id, e.seq`,
      )
    ).map((event) => toVoteEvent(event, of(votes, 'event_id', event.id))),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Fields that say something: neither null nor an empty list. */
function stated(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function toIdentifier({ scheme, value }: Record_) {
  return { scheme, identifier: value };
}

function toCouncil(council: Record_, names: readonly Record_[], codes: readonly Record_[]) {
  const { id, name, short_name, type, gss_code, register_code, website, democracy_site } = council;
  return stated({
    id,
    name,
    classification: type,
    other_names: [{ name: short_name, note: 'short name' }, ...names.map((other) => ({ name: other.name }))],
    identifiers: [
      ...(gss_code ? [{ scheme: 'gss-code', identifier: gss_code }] : []),
      ...(register_code ? [{ scheme: 'local-authority', identifier: register_code }] : []),
      ...codes.map(toIdentifier),
    ],
    founding_date: council.start_date,
    dissolution_date: council.end_date,
    links: [
      ...(website ? [{ url: website, note: 'website' }] : []),
      ...(democracy_site ? [{ url: democracy_site, note: 'meetings' }] : []),
    ],
  });
}

function toMembership(row: Record_) {
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

function toMotion({ id, council_id, title, kind, date, date_precision }: Record_) {
  return stated({
    id,
    organization_id: council_id,
    text: title,
    classification: kind,
    date: partial(date, date_precision),
  });
}

function toVoteEvent(event: Record_, votes: readonly Record_[]) {
  const counts = [
    { option: 'yes', value: event.votes_for },
    { option: 'no', value: event.votes_against },
    { option: 'abstain', value: event.votes_abstain },
  ];
  return stated({
    id: event.id,
    motion_id: event.motion_id,
    organization_id: event.body_id,
    start_date: partial(event.occurred_on, event.date_precision),
    result: event.outcome,
    counts: counts.filter(({ value }) => value !== null),
    votes: votes.map(({ councillor_id, option }) => ({
      voter_id: councillor_id,
      option: popoloOption[String(option)],
    })),
  });
}
