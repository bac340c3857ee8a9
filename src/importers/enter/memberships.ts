// Who held which role with which ward and party, and when a source shows it. Another ward or party is a
// new dated row; the same one is only shown on more days.
import { membershipId } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import type { OfficeFinding } from '../reader.js';
import type { Desk } from './desk.js';
import { fillGaps } from './fill.js';
import { type Held, indexMembership, nameKey } from './known.js';

/** A finding with everything it names found. */
export interface FoundOffice {
  finding: OfficeFinding;
  person: Held;
  council: Held;
  ward: Held | null;
  party: Held | null;
  body: Held | null;
}

/** Enters a membership: the recorded one it continues, or a new one. */
export function enterMembership(desk: Desk, office: FoundOffice, at: Place): void {
  const { known, book, options } = desk;
  const { finding, person, council, body } = office;
  const day = finding.shownOn ?? options.on;
  const ofRole = known.membershipsOf
    .find(`${council.id} ${person.id}`)
    .flatMap((id) => known.memberships.get(id) ?? [])
    .filter((one) => one.body_id === (body?.id ?? null) && nameKey(one.role) === nameKey(finding.role));
  const fitting = ofRole.filter((one) => continues(one, office, day, ofRole));
  const held = fitting.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0];
  if (held) {
    widen(desk, held, office, day, at);
    book.show('membership', held.id, at);
    return;
  }
  const isOpen = ofRole.some(({ end_date }) => end_date === null);
  if (isOpen && day === undefined && finding.startDate === undefined) {
    book.doubt('CHANGE_UNDATED', at, `${person.id}: ${printed(office)}`);
    return;
  }
  addMembership(desk, office, day, at);
}

/** Whether a recorded membership is the one stated: same ward and party, and nothing else between. */
function continues(one: Held, office: FoundOffice, day: string | undefined, all: readonly Held[]): boolean {
  const { ward, party, finding } = office;
  if (!isSame(one.ward_id, ward?.id, one, day) || !isSame(one.party_id, party?.id, one, day)) return false;
  const { startDate, endDate } = finding;
  if (startDate && one.start_date !== null && one.start_date !== startDate) return false;
  if (endDate && one.end_date !== null && one.end_date !== endDate) return false;
  // A day that is stated need not lie within a row that ended; no day at all speaks of the present.
  if (one.end_date !== null && one.end_date !== endDate && (day ?? '9999') > String(one.end_date))
    return false;
  return day === undefined || !all.some((other) => other !== one && liesBetween(other, one, day));
}

/** What the file does not state contradicts nothing; what the record lacks is filled for days it covers. */
function isSame(held: unknown, stated: string | undefined, one: Held, day: string | undefined): boolean {
  if (stated === undefined || held === stated) return true;
  if (held !== null) return false;
  const first = one.first_attested_on ?? one.start_date;
  return first === null || day === undefined || (String(first) <= day && day <= lastDay(one));
}

function liesBetween(other: Held, one: Held, day: string): boolean {
  const middle = other.first_attested_on ?? other.start_date;
  const first = one.first_attested_on ?? one.start_date;
  if (middle === null || first === null) return false;
  const [from, to] = day < String(first) ? [day, String(first)] : [lastDay(one), day];
  return from < String(middle) && String(middle) < to;
}

function lastDay({ last_attested_on, start_date }: Held): string {
  return String(last_attested_on ?? start_date ?? '');
}

function widen({ book }: Desk, held: Held, office: FoundOffice, day: string | undefined, at: Place): void {
  const { ward, party, finding } = office;
  const { startDate, endDate } = finding;
  const stated = { ward_id: ward?.id, party_id: party?.id, start_date: startDate, end_date: endDate };
  fillGaps(book, 'membership', held, stated, at);
  if (day === undefined) return;
  const { first_attested_on: first, last_attested_on: last } = held;
  const days = {
    first_attested_on: first === null || first === undefined || day < String(first) ? day : first,
    last_attested_on: last === null || last === undefined || day > String(last) ? day : last,
  };
  if (days.first_attested_on === first && days.last_attested_on === last) return;
  Object.assign(held, days);
  book.state('membership', { id: held.id, ...days }, at);
}

function addMembership(desk: Desk, office: FoundOffice, day: string | undefined, at: Place): void {
  const { known, book } = desk;
  const { finding, person, council, ward, party, body } = office;

  let n = 1;
  const taken = (id: string) => known.memberships.has(id) || known.retired.has(id);
  while (taken(membershipId(council.id, person.id, n))) n += 1;
  const row: Held = {
    id: membershipId(council.id, person.id, n),
    councillor_id: person.id,
    council_id: council.id,
    ward_id: ward?.id ?? null,
    party_id: party?.id ?? null,
    body_id: body?.id ?? null,
    role: finding.role,
    role_inferred: false,
    start_date: finding.startDate ?? null,
    end_date: finding.endDate ?? null,
    first_attested_on: day ?? null,
    last_attested_on: day ?? null,
  };
  known.memberships.set(row.id, row);
  indexMembership(known, row);
  book.state('membership', row, at);
  book.show('membership', row.id, at);
}

function printed({ ward, party }: FoundOffice): string {
  return [ward?.name, party?.name].filter(Boolean).join(', ') || 'no ward and no party';
}
