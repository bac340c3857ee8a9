// What motions stand on: councils with their wards, bodies, meetings and councillors. Two in three sources
// allow their wording to be published, as far as a generated licence allows anything.
import {
  bodyId,
  councilId,
  councillorId,
  distinct,
  meetingId,
  membershipId,
  pathOf,
  slugify,
  sourceId,
  wardId,
} from '../domain/ids.js';
import type { Loader } from '../store/load.js';
import { personName, placeName, wardName } from './names.js';
import { random } from './random.js';
import { emitSourced, licence } from './register.js';
import type { Scale } from './scale.js';

/** A councillor as motions name them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly ward: string;
  readonly party: string;
}

/** A meeting of a body and the source that holds its minutes. */
export interface Held {
  readonly id: string;
  readonly body: string;
  readonly on: string;
  readonly source: string;
  /** Whether the wording of its minutes may be published. */
  readonly isOpen: boolean;
}

/** A council with what its motions need. */
export interface Ground {
  readonly id: string;
  readonly name: string;
  readonly people: readonly Person[];
  readonly assembly: readonly Held[];
  readonly cabinet: readonly Held[];
  readonly scrutiny: readonly Held[];
}

const firstYear = 2015;
const years = 11;
const parties = ['labour', 'conservative', 'liberal-democrats', 'green', 'independent'] as const;
const regions = [
  ...['London', 'South East', 'South West', 'East of England', 'East Midlands', 'West Midlands'],
  ...['Yorkshire and The Humber', 'North West', 'North East', 'Wales', 'Scotland', 'Northern Ireland'],
];
const nations: Record<string, string> = {
  Wales: 'Wales',
  Scotland: 'Scotland',
  'Northern Ireland': 'Northern Ireland',
};
const types = ['london_borough', 'metropolitan_district', 'unitary', 'county', 'district'] as const;
const bodies = [
  ['Full Council', 'full_council'],
  ['Cabinet', 'executive'],
  ['Overview and Scrutiny Committee', 'scrutiny'],
] as const;

/** Adds councils and all that belongs to them, and answers what motions need of each. */
export async function addCouncils(loader: Loader, scale: Scale): Promise<Ground[]> {
  for (const slug of parties) {
    emitSourced(loader, 'party', { id: `party/${slug}`, name: spelled(slug) });
  }
  for (let n = 0; n < Math.ceil(scale.councils / 9); n += 1) {
    const name = `${placeName(n)} Constabulary`;
    emitSourced(loader, 'police_unit', {
      id: policeUnit(n),
      code: `G${n}`,
      name: 'Whole force',
      force: name,
    });
  }
  const grounds: Ground[] = [];
  for (let n = 0; n < scale.councils; n += 1) {
    grounds.push(addCouncil(loader, scale, n));
    if (n % 50 === 49) await loader.flush();
  }
  return grounds;
}

function addCouncil(loader: Loader, scale: Scale, n: number): Ground {
  const short = placeName(n);
  const slug = slugify(short);
  const id = councilId(slug);
  const region = regions[n % regions.length] ?? '';
  emitSourced(loader, 'council', {
    ...{ id, name: `${short} Council`, short_name: short, slug, region },
    ...{ gss_code: `X90${String(n).padStart(6, '0')}`, type: types[n % types.length] ?? 'other' },
    ...{ nation: nations[region] ?? 'England', police_unit_id: policeUnit(Math.floor(n / 9)) },
    website: `https://${slug}.example.org/`,
  });
  const people = addPeople(loader, scale, n, id);
  const meetings = bodies.map(([name, kind], which) => {
    const body = bodyId(id, name);
    emitSourced(loader, 'body', { id: body, council_id: id, name, kind });
    return addMeetings(loader, n, id, body, which);
  });
  addOrganisations(loader, id, short);
  const [assembly = [], cabinet = [], scrutiny = []] = meetings;
  return { id, name: short, people, assembly, cabinet, scrutiny };
}

// Each council has its share, so that the shares add up to the whole exactly.
function shareOf(total: number, n: number, scale: Scale): [number, number] {
  return [Math.floor((total * n) / scale.councils), Math.floor((total * (n + 1)) / scale.councils)];
}

function addPeople(loader: Loader, scale: Scale, n: number, council: string): Person[] {
  const [firstWard, endWard] = shareOf(scale.wards, n, scale);
  const [first, end] = shareOf(scale.councillors, n, scale);
  const wards = endWard - firstWard;
  for (let w = firstWard; w < endWard; w += 1) {
    const code = wardCode(w);
    const seats = Math.ceil((end - first - (w - firstWard)) / wards);
    emitSourced(loader, 'ward', {
      ...{ id: wardId(code), council_id: council, name: wardName(n, w), gss_code: code },
      ...(seats > 0 ? { seats, seats_status: 'verified' } : {}),
      start_date: `${firstYear}-05-07`,
    });
  }
  const taken = new Set<string>();
  return Array.from({ length: end - first }, (_, place) =>
    addPerson(loader, council, first + place, wardId(wardCode(firstWard + (place % wards))), taken),
  );
}

function addPerson(loader: Loader, council: string, n: number, ward: string, taken: Set<string>): Person {
  const chance = random('councillor', n);
  const { given, family } = personName(n);
  const name = `${given} ${family}`;
  const id = distinct(councillorId(council, name), (candidate) => taken.has(candidate));
  taken.add(id);
  const party = `party/${parties[Math.floor(parties.length * chance.next() ** 1.6)] ?? 'labour'}`;
  emitSourced(loader, 'councillor', { id, name, sort_name: `${family}, ${given}` });
  loader.add('councillor_identifier', { councillor_id: id, scheme: 'generated', value: String(100_000 + n) });
  const started = firstYear + chance.below(8);
  const left = chance.chance(0.25) ? `${started + 2 + chance.below(2)}-05-04` : null;
  const member = { councillor_id: id, council_id: council, ward_id: ward };
  const seat = { ...member, party_id: party, role: 'councillor' };
  emitSourced(loader, 'membership', {
    ...seat,
    id: membershipId(council, id, 1),
    start_date: `${started}-05-05`,
    end_date: left,
  });
  if (chance.chance(0.04)) {
    const crossed = { ...seat, party_id: 'party/independent', start_date: `${started + 4}-01-10` };
    emitSourced(loader, 'membership', { ...crossed, id: membershipId(council, id, 2) });
  }
  if (chance.chance(0.2)) {
    const role = { ...member, party_id: party, body_id: bodyId(council, 'Cabinet'), role: 'cabinet member' };
    emitSourced(loader, 'membership', {
      ...{ ...role, id: membershipId(council, id, 3) },
      ...{ first_attested_on: `${started + 1}-06-01`, last_attested_on: `${started + 2}-03-01` },
    });
  }
  return { id, name, ward, party };
}

// Six meetings of each body a year, those of the other bodies some weeks after the council's.
function addMeetings(loader: Loader, n: number, council: string, body: string, which: number): Held[] {
  const slug = `generated-${pathOf(body).replace('/', '-')}`;
  return Array.from({ length: years * 6 }, (_, place) => {
    const chance = random('meeting', n, which, place);
    const month = [0, 2, 4, 6, 8, 10][place % 6] ?? 0;
    const day = new Date(
      Date.UTC(firstYear + Math.floor(place / 6), month, 3 + chance.below(7) + which * 18),
    );
    const on = day.toISOString().slice(0, 10);
    const source = sourceId(`${slug}-${on}`);
    const isOpen = chance.chance(0.67);
    loader.add('source', {
      ...{ id: source, title: `Minutes of ${on} (generated)`, kind: 'council_document', published_on: on },
      ...{ published_precision: 'day', completeness: 'full', media_type: 'text/html' },
      ...{ url: `https://example.org/${slug}/${on}`, licence_id: isOpen ? licence : null },
    });
    const id = meetingId(body, on);
    loader.add('meeting', { id, council_id: council, body_id: body, held_on: on, date_precision: 'day' });
    loader.add('meeting_source', { meeting_id: id, source_id: source });
    return { id, body, on, source, isOpen };
  });
}

function addOrganisations(loader: Loader, council: string, name: string): void {
  for (const [office, kind, body] of [
    ['Leader of the Council', 'own_executive', 'Cabinet'],
    ['Cabinet', 'own_executive', 'Cabinet'],
    ['Overview and Scrutiny Committee', 'own_committee', 'Overview and Scrutiny Committee'],
  ] as const) {
    emitSourced(loader, 'organisation', {
      ...{ id: officeId(council, office), name: `${name}: ${office}`, kind, council_id: council },
      body_id: bodyId(council, body),
    });
  }
  const own = {
    id: officeId(council, 'Council'),
    name: `${name} Council`,
    kind: 'own_council',
    council_id: council,
  };
  emitSourced(loader, 'organisation', own);
}

/** The id of an office of a council among the organisations. */
export function officeId(council: string, office: string): string {
  return `organisation/${pathOf(council)}/${slugify(office)}`;
}

function policeUnit(n: number): string {
  return `police-unit/g${n}`;
}

function wardCode(n: number): string {
  return `X05${String(n).padStart(6, '0')}`;
}

function spelled(slug: string): string {
  return slug.replace(/(^|-)[a-z]/g, (letter) => letter.replace('-', ' ').toUpperCase());
}
