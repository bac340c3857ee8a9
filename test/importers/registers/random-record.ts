// Small records as fast-check makes them: councils, parties, wards of two boundaries, people whose memberships
// follow on each other (a by-election, a change of party, none stated), motions, decisions and votes by name.
import fc from 'fast-check';

type Cell = string | number | boolean | null;

/** A row of a table by column. */
export type RandomRow = Record<string, Cell>;
/** The rows of a record by table, parents before children. */
export type RandomRecord = Record<string, RandomRow[]>;

const name = fc
  .oneof(
    fc.constantFrom(
      'Zoë Ní Bhriain',
      "O'Neill",
      '王小明',
      'أمينة',
      'Ada "Ace" Moor',
      'x\\y',
      'Dún Laoghaire',
      '👩🏽‍⚖️',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .filter((words) => !words.includes('\0'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: 0, max: 10_000 }).map(dayOf);
const code = fc.stringMatching(/^[A-Z0-9]{3,6}$/);
const which = fc.nat(20);

function dayOf(n: number): string {
  return new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);
}

const dates = fc
  .tuple(maybe(day), maybe(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { start: b, end: a } : { start: a, end: b }));

const council = fc.record({
  name,
  short: name,
  type: fc.constantFrom('london_borough', 'unitary', 'county', 'other'),
  gss: maybe(fc.stringMatching(/^E[0-9]{8}$/)),
  register: maybe(code),
  site: maybe(fc.constantFrom('https://a.example/', 'http://b.example/?q=1&r=é')),
  dates,
  names: fc.uniqueArray(name, { maxLength: 2 }),
  codes: fc.uniqueArray(code, { maxLength: 2 }),
  bodies: fc.array(fc.record({ name, kind: fc.constantFrom('full_council', 'executive', 'not_stated') }), {
    maxLength: 2,
  }),
  wards: fc.array(
    fc.record({
      name,
      gss: maybe(fc.stringMatching(/^E0[0-9]{7}$/)),
      seats: maybe(fc.integer({ min: 1, max: 5 })),
      dates,
    }),
    {
      maxLength: 3,
    },
  ),
});

const stint = fc.record({
  council: which,
  ward: maybe(which),
  party: maybe(which),
  body: maybe(which),
  role: fc.constantFrom('councillor', 'Cabinet Member for Streets', 'Mayor'),
  after: fc.nat(400),
  days: maybe(fc.nat(1500)),
});

const person = fc.record({
  name,
  begins: maybe(fc.nat(8000)),
  numbers: fc.uniqueArray(code, { maxLength: 2 }),
  stints: fc.array(stint, { maxLength: 4 }),
});

const decision = fc.record({
  body: maybe(which),
  outcome: maybe(fc.constantFrom('carried', 'lost', 'referred', 'unknown')),
  counts: fc.tuple(maybe(fc.nat(90)), maybe(fc.nat(90)), maybe(fc.nat(90))),
  votes: fc.uniqueArray(
    fc.record({
      voter: fc.nat(3),
      option: fc.constantFrom('for', 'against', 'abstain', 'not_voting', 'absent'),
    }),
    { maxLength: 4, selector: ({ voter }) => voter },
  ),
  when: day,
  precision: fc.constantFrom('day', 'month', 'year', 'unknown'),
});

const motion = fc.record({
  council: which,
  title: maybe(name),
  kind: fc.constantFrom('members_motion', 'executive', 'not_stated'),
  when: day,
  precision: fc.constantFrom('day', 'month', 'year', 'unknown'),
  decisions: fc.array(decision, { maxLength: 3 }),
});

/** A record of one or two councils. */
export const randomRecord: fc.Arbitrary<RandomRecord> = fc
  .record({
    councils: fc.array(council, { minLength: 1, maxLength: 2 }),
    parties: fc.array(fc.record({ name, code: maybe(code) }), { maxLength: 3 }),
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    motions: fc.array(motion, { maxLength: 3 }),
  })
  .map(toRows);

type Made = {
  councils: Council[];
  parties: { name: string; code: string | null }[];
  people: Person[];
  motions: Motion[];
};
type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Council = ValueOf<typeof council>;
type Person = ValueOf<typeof person>;
type Motion = ValueOf<typeof motion>;

function toRows({ councils, parties, people, motions }: Made): RandomRecord {
  const rows: RandomRecord = {};
  const add = (table: string, row: RandomRow) => {
    rows[table] ??= [];
    rows[table].push(row);
  };
  for (const [n, one] of parties.entries())
    add('party', { id: `party/p${n}`, name: one.name, ec_code: one.code });
  for (const [n, one] of councils.entries()) addCouncil(add, n, one);
  for (const [n, one] of people.entries()) addPerson(add, rows, n, one);
  for (const [n, one] of motions.entries()) addMotion(add, rows, n, one);
  return rows;
}

type Add = (table: string, row: RandomRow) => void;

function addCouncil(add: Add, n: number, one: Council): void {
  const slug = `c${n}`;
  const id = `council/${slug}`;
  add('council', {
    id,
    slug,
    name: one.name,
    short_name: one.short,
    type: one.type,
    gss_code: one.gss === null ? null : `${one.gss.slice(0, 8)}${n}`,
    register_code: one.register === null ? null : `${one.register}${n}`,
    website: one.site,
    start_date: one.dates.start,
    end_date: one.dates.end,
  });
  for (const other of one.names) add('council_name', { council_id: id, name: other });
  for (const value of one.codes)
    add('council_identifier', { council_id: id, scheme: 'gss', value: `${value}${n}` });
  for (const [at, { name, kind }] of one.bodies.entries())
    add('body', { id: `body/${slug}/b${at}`, council_id: id, name, kind });
  for (const [at, ward] of one.wards.entries())
    add('ward', {
      id: `ward/${slug}/w${at}`,
      council_id: id,
      council_inferred: false,
      name: ward.name,
      gss_code: ward.gss === null ? null : `${ward.gss.slice(0, 7)}${n}${at}`,
      seats: ward.seats,
      seats_status: ward.seats === null ? null : 'verified',
      start_date: ward.dates.start,
      end_date: ward.dates.end,
    });
}

/** The row that a number points at, if there is any. */
function pick(rows: readonly RandomRow[] | undefined, at: number | null): RandomRow | null {
  return at === null || !rows?.length ? null : (rows[at % rows.length] ?? null);
}

function addPerson(add: Add, rows: RandomRecord, n: number, one: Person): void {
  const id = `councillor/c0/k${n}`;
  add('councillor', { id, name: one.name, sort_name: one.name });
  for (const value of one.numbers)
    add('councillor_identifier', { councillor_id: id, scheme: 'modgov', value: `${value}${n}` });
  let at = one.begins;
  for (const [index, stint] of one.stints.entries()) {
    const council = pick(rows.council, stint.council)?.id ?? null;
    const within = (table: string) => (rows[table] ?? []).filter((row) => row.council_id === council);
    const start = at === null ? null : at + stint.after;
    const end = start === null || stint.days === null ? null : start + stint.days;
    add('membership', {
      id: `membership/c0/k${n}/${index + 1}`,
      councillor_id: id,
      council_id: council,
      ward_id: pick(within('ward'), stint.ward)?.id ?? null,
      party_id: pick(rows.party, stint.party)?.id ?? null,
      body_id: pick(within('body'), stint.body)?.id ?? null,
      role: stint.role,
      role_inferred: false,
      start_date: start === null ? null : dayOf(start),
      end_date: end === null ? null : dayOf(end),
    });
    at = end === null ? at : end + 1;
  }
}

function addMotion(add: Add, rows: RandomRecord, n: number, one: Motion): void {
  const council = String(pick(rows.council, one.council)?.id);
  const path = `${council.slice('council/'.length)}/undated/m${n}`;
  add('motion', {
    id: `motion/${path}`,
    council_id: council,
    slug: `m${n}`,
    title: one.title,
    kind: one.kind,
    text_status: 'summary_only',
    ...dated('date', one.when, one.precision),
  });
  for (const [at, decision] of one.decisions.entries()) {
    const event = `event/${path}/decided${at === 0 ? '' : `-${at + 1}`}`;
    const bodies = (rows.body ?? []).filter(({ council_id }) => council_id === council);
    const [ayes, noes, neither] = decision.counts;
    add('motion_event', {
      id: event,
      motion_id: `motion/${path}`,
      seq: at + 1,
      stage: 'decided',
      body_id: pick(bodies, decision.body)?.id ?? null,
      authoritative: false,
      outcome: decision.outcome,
      decision_mode: 'not_stated',
      votes_for: ayes,
      votes_against: noes,
      votes_abstain: neither,
      ...dated('occurred_on', decision.when, decision.precision),
    });
    for (const { voter, option } of decision.votes) {
      const councillor = rows.councillor?.[voter]?.id;
      if (typeof councillor === 'string')
        add('vote', {
          id: `vote/${path}/decided${at === 0 ? '' : `-${at + 1}`}/k${voter}`,
          event_id: event,
          councillor_id: councillor,
          option,
        });
    }
  }
}

function dated(column: string, day: string, precision: string): RandomRow {
  const date =
    { day, month: `${day.slice(0, 7)}-01`, year: `${day.slice(0, 4)}-01-01`, unknown: null }[precision] ??
    null;
  return { [column]: date, date_precision: precision };
}
