// A small world for graph tests, whose facts are made up: two councils, a review of three recommendations,
// motions with and without dates, an amendment, recorded votes, memberships, a merged and a removed record.
import pg from 'pg';

type Value = string | number | boolean | null;
type Records = Record<string, Record<string, Value>[]>;

const source = (slug: string, title: string) => ({
  id: `source/${slug}`,
  title,
  kind: 'council_page',
  url: `https://example.org/${slug}`,
  published_precision: 'unknown',
  completeness: 'full',
});

/** What every other record rests on: sources, parties, themes. */
export function ground(): Records {
  return {
    licence: [{ id: 'licence/ogl', name: 'Open licence', summary: 'Free to reuse.' }],
    source: [
      {
        ...source('minutes', 'Minutes'),
        licence_id: 'licence/ogl',
        retrieved_at: '2026-11-01T10:11:12.345Z',
      },
      source('agenda', 'Agenda'),
    ],
    party: [
      { id: 'party/red', name: 'Red' },
      { id: 'party/blue', name: 'Blue' },
    ],
    theme: [
      { id: 'theme/search', name: 'Search' },
      { id: 'theme/trust', name: 'Trust' },
    ],
    organisation: [
      { id: 'organisation/police', name: 'Police', office: 'Commissioner', kind: 'police' },
      { id: 'organisation/mayor', name: 'Mayor', kind: 'mayor_gla' },
    ],
  };
}

const council = (slug: string, name: string, gss: string | null) => ({
  id: `council/${slug}`,
  name: `London Borough of ${name}`,
  short_name: name,
  slug,
  gss_code: gss,
  type: 'london_borough',
});

/** Brent: one motion of 2023 moved by a councillor whose ward is printed, and one without any date. */
export function brent(): Records {
  const motion = 'motion/brent/2023-07-10/trust';
  return {
    council: [council('brent', 'Brent', 'E09000005')],
    ward: [
      { id: 'ward/E1', council_id: 'council/brent', council_inferred: false, name: 'Dollis Hill' },
      {
        id: 'ward/E2',
        council_id: 'council/brent',
        council_inferred: false,
        name: 'Alperton',
        seats: 3,
        seats_status: 'verified',
      },
      { id: 'ward/E3', council_id: null, council_inferred: false, name: 'Nowhere' },
    ],
    councillor: [
      { id: 'councillor/brent/ann', name: 'Ann Ash', sort_name: 'Ash, Ann' },
      { id: 'councillor/brent/bo', name: 'Bo Birch' },
    ],
    councillor_identifier: [
      { councillor_id: 'councillor/brent/ann', scheme: 'moderngov-brent', value: '12' },
      { councillor_id: 'councillor/brent/ann', scheme: 'democracy-club', value: '7' },
    ],
    body: [
      {
        id: 'body/brent/full-council',
        council_id: 'council/brent',
        name: 'Full Council',
        kind: 'full_council',
      },
    ],
    membership: [
      member('brent/ann/1', 'ann', 'ward/E2', 'party/red', {
        first_attested_on: '2023-01-01',
        last_attested_on: '2023-12-31',
      }),
      member('brent/bo/1', 'bo', 'ward/E2', 'party/blue', {
        start_date: '2022-05-05',
        end_date: '2026-05-01',
      }),
      member('brent/bo/2', 'bo', null, null, { start_date: '2024-05-05' }),
    ],
    motion: [
      {
        ...motionRow(motion, 'brent', 'Trust in policing', '2023-07-10', 'day'),
        note: '50% of it_is \\ odd',
      },
      motionRow('motion/brent/undated/parks', 'brent', null, null, 'unknown'),
      {
        ...motionRow(`${motion}/amendment-a`, 'brent', 'Amendment A', '2023-07-10', 'day'),
        kind: 'amendment',
        amends_id: motion,
      },
    ],
    motion_person: [
      person(motion, 1, 'mover', 'Ann Ash', {
        councillor_id: 'councillor/brent/ann',
        ward_id: 'ward/E1',
        party_id: null,
      }),
      person(motion, 2, 'seconder', 'Bo Birch', { councillor_id: 'councillor/brent/bo' }),
      person('motion/brent/undated/parks', 1, 'mover', 'Bo Birch', { councillor_id: 'councillor/brent/bo' }),
      { ...person(motion, 3, 'presenter', 'Red Group', {}), is_group: true },
    ],
    motion_event: [
      event(motion, 1, 'moved', null, null),
      {
        ...event(motion, 2, 'decided', '2023-07-10', 'carried'),
        authoritative: true,
        body_id: 'body/brent/full-council',
        votes_for: 2,
        votes_against: 1,
      },
    ],
    vote: [
      {
        id: 'vote/brent/2023-07-10/trust/decided/ann',
        event_id: 'event/brent/2023-07-10/trust/decided',
        councillor_id: 'councillor/brent/ann',
        option: 'for',
      },
      {
        id: 'vote/brent/2023-07-10/trust/decided/bo',
        event_id: 'event/brent/2023-07-10/trust/decided',
        councillor_id: 'councillor/brent/bo',
        option: 'against',
      },
    ],
    clause: [
      clause(motion, 1, '1', null, 'notes', 'Trust has fallen.'),
      clause(motion, 2, '2', null, 'resolves_self', 'The council resolves to write about stop and search.'),
      clause(motion, 3, '2.i', '2', 'elaborates', 'Stop and search should be fair, and stop being a burden.'),
      clause(motion, 4, '2.ii', '2', 'calls_on_external', null),
    ],
    ask: [
      askRow(motion, '2', 1, 'write_to', 'organisation/police'),
      askRow(motion, '2', 2, 'call_on', 'organisation/mayor'),
      { ...askRow(motion, '2.ii', 1, 'report_back', null), due: '2024-01-01', due_precision: 'day' },
    ],
    ask_theme: [{ ask_id: 'ask/brent/2023-07-10/trust/2/1', theme_id: 'theme/search' }],
    follow_up: [
      {
        id: 'follow-up/brent/2023-07-10/trust/2/1/1',
        ask_id: 'ask/brent/2023-07-10/trust/2/1',
        seq: 1,
        date_precision: 'unknown',
        state: 'done',
        note: 'The letter was sent.',
      },
    ],
    claim: [
      {
        id: 'claim/brent/2023-07-10/trust/1/1',
        clause_id: 'clause/brent/2023-07-10/trust/1',
        seq: 1,
        measure: 'trust',
        value: '10',
        source_stated: false,
      },
    ],
  };
}

/** Southwark: a lost motion and one that was carried and confirmed, both of one day. */
export function southwark(): Records {
  const safer = 'motion/southwark/2023-03-22/safer';
  return {
    council: [council('southwark', 'Southwark', null)],
    motion: [
      motionRow(safer, 'southwark', 'Safer communities', '2023-03-22', 'day'),
      motionRow('motion/southwark/2023-03-22/other', 'southwark', 'Another matter', '2023-03-22', 'day'),
    ],
    motion_event: [
      { ...event(safer, 1, 'decided', '2023-03-22', 'carried'), authoritative: true },
      {
        ...event('motion/southwark/2023-03-22/other', 1, 'decided', '2023-03-22', 'lost'),
        authoritative: true,
      },
    ],
    clause: [clause(safer, 1, '1.a', null, 'supports', 'The council supports fair stop and search.')],
  };
}

/** The review, what the councils say of it, and where was searched. */
export function caseyReview(): Records {
  const review = 'review/casey-2023';
  const recommendation = (slug: string, number: string | null) => ({
    id: `recommendation/casey-2023/${slug}`,
    review_id: review,
    slug,
    number,
    number_status: 'unverified',
    title: `About ${slug}`,
    summary_status: 'unverified',
  });
  return {
    review: [
      {
        id: review,
        title: 'A review',
        short_name: 'Casey',
        slug: 'casey-2023',
        reviewer: 'Louise Casey',
        published_on: '2023-03-21',
        date_precision: 'day',
      },
    ],
    recommendation: [
      recommendation('search', '10'),
      recommendation('trust', '2'),
      recommendation('vetting', null),
    ],
    recommendation_addressee: [
      { recommendation_id: 'recommendation/casey-2023/search', organisation_id: 'organisation/police' },
    ],
    recommendation_theme: [
      { recommendation_id: 'recommendation/casey-2023/search', theme_id: 'theme/search' },
      { recommendation_id: 'recommendation/casey-2023/search', theme_id: 'theme/trust' },
    ],
    citation: [
      citation('brent/2023-07-10/trust/2.i', 'search', 'paraphrased', 'supports'),
      citation('brent/2023-07-10/trust/2', null, 'collective_all', 'supports'),
      citation('southwark/2023-03-22/safer/1.a', 'search', 'named', 'supports_with_conditions'),
      {
        ...citation('brent/2023-07-10/trust/1', 'trust', 'thematic', 'notes_only'),
        review_state: 'suggested',
      },
    ],
    coverage: [
      {
        id: 'coverage/brent/casey-2023',
        council_id: 'council/brent',
        review_id: review,
        searched_on: '2026-11-01',
        method: 'Read the minutes.',
        date_precision: 'day',
        result: 'found',
      },
      {
        id: 'coverage/southwark/casey-2023',
        council_id: 'council/southwark',
        review_id: review,
        date_precision: 'unknown',
        result: 'not_searched',
      },
    ],
    redirect: [{ old_id: 'council/brent-old', new_id: 'council/brent' }],
    tombstone: [{ id: 'motion/brent/2020/gone', reason: 'Recorded twice.', removed_at: '2026-11-02' }],
  };
}

function member(
  path: string,
  who: string,
  ward: string | null,
  party: string | null,
  dates: Record<string, string>,
) {
  return {
    id: `membership/${path}`,
    councillor_id: `councillor/brent/${who}`,
    council_id: 'council/brent',
    ward_id: ward,
    party_id: party,
    role: 'councillor',
    role_inferred: false,
    ...dates,
  };
}

function motionRow(id: string, at: string, title: string | null, date: string | null, precision: string) {
  return {
    id,
    council_id: `council/${at}`,
    slug: id.split('/').at(-1) ?? '',
    title,
    kind: 'members_motion',
    text_status: 'full',
    date,
    date_precision: precision,
  };
}

const pathOf = (id: string) => id.slice(id.indexOf('/') + 1);

function person(motion: string, seq: number, role: string, name: string, links: Record<string, Value>) {
  return {
    id: `person/${pathOf(motion)}/${role}-${seq}`,
    motion_id: motion,
    seq,
    role,
    name,
    is_group: false,
    ...links,
  };
}

function event(motion: string, seq: number, stage: string, on: string | null, outcome: string | null) {
  return {
    id: `event/${pathOf(motion)}/${stage}`,
    motion_id: motion,
    seq,
    stage,
    occurred_on: on,
    date_precision: on ? 'day' : 'unknown',
    authoritative: false,
    outcome,
    decision_mode: 'not_stated',
  };
}

function clause(
  motion: string,
  seq: number,
  address: string,
  parent: string | null,
  kind: string,
  summary: string | null,
) {
  return {
    id: `clause/${pathOf(motion)}/${address}`,
    motion_id: motion,
    parent_id: parent ? `clause/${pathOf(motion)}/${parent}` : null,
    seq,
    label: `${address}.`,
    address,
    address_inferred: false,
    kind,
    kind_inferred: false,
    stance: 'states',
    summary,
    text_status: 'summary_only',
    wording: 'as_decided',
    source_id: 'source/minutes',
  };
}

function askRow(motion: string, address: string, seq: number, verb: string, addressee: string | null) {
  return {
    id: `ask/${pathOf(motion)}/${address}/${seq}`,
    clause_id: `clause/${pathOf(motion)}/${address}`,
    seq,
    actor_id: 'organisation/mayor',
    verb,
    addressee_id: addressee,
    addressee_inferred: false,
    object: `object ${seq}`,
    state: 'unknown',
    review_state: 'drafted',
    coded_by: 'seed',
  };
}

function citation(clausePath: string, recommendation: string | null, basis: string, direction: string) {
  return {
    id: `citation/${clausePath}/${recommendation ?? 'all'}`,
    clause_id: `clause/${clausePath}`,
    review_id: 'review/casey-2023',
    recommendation_id: recommendation ? `recommendation/casey-2023/${recommendation}` : null,
    direction,
    basis,
    strength: 'states_view',
    scope: 'as_recommended',
    review_state: 'drafted',
    coded_by: 'seed',
  };
}

// Every record has a source; where a test says nothing of it, it is the minutes.
const sourced = [
  'party',
  'organisation',
  'council',
  'ward',
  'councillor',
  'body',
  'membership',
  'motion',
  'motion_person',
  'motion_event',
  'follow_up',
  'review',
  'recommendation',
  'coverage',
];

function sourcesOf(records: Records): Records {
  const bridges = sourced.map((table): [string, Record<string, Value>[]] => [
    `${table}_source`,
    (records[table] ?? []).flatMap(({ id = '' }) =>
      // The motion on trust has two sources, so that a list of sources has an order to keep.
      ['source/minutes', ...(id === 'motion/brent/2023-07-10/trust' ? ['source/agenda'] : [])].map(
        (source) => ({
          [`${table}_id`]: id,
          source_id: source,
        }),
      ),
    ),
  ]);
  return Object.fromEntries(bridges);
}

/** Writes parts of the world into a database, in one transaction. */
export async function populate(url: string, ...parts: Records[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN; SET CONSTRAINTS ALL DEFERRED');
    for (const part of parts) {
      for (const records of [part, sourcesOf(part)]) {
        for (const [table, rows] of Object.entries(records))
          for (const row of rows) await insert(client, table, row);
      }
    }
    await client.query(
      'UPDATE motion m SET current_outcome = e.outcome, current_stage = e.stage, deciding_event_id = e.id, outcome_since = e.occurred_on FROM motion_event e WHERE e.motion_id = m.id AND e.authoritative',
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function insert(client: pg.Client, table: string, row: Record<string, Value>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
}

/** The whole world. */
export const world = (): Records[] => [ground(), brent(), southwark(), caseyReview()];
