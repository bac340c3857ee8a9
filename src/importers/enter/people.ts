// People in office: found by the number another register knows them by, then by name within council and
// ward. A name that could be that of somebody recorded for another ward is a doubt, not a guess.
import { councillorId, distinct } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import type { OfficeFinding } from '../reader.js';
import { bodyOf } from './bodies.js';
import { councilFor } from './councils.js';
import type { Desk } from './desk.js';
import { type Held, indexIdentifier, personKey, wardKey } from './known.js';
import { enterMembership } from './memberships.js';
import { partyOf } from './parties.js';
import { wardOf } from './wards.js';

/** Enters somebody in a role, with ward and party as the file states them. */
export function enterOffice(desk: Desk, stated: OfficeFinding, at: Place): void {
  const council = councilFor(desk, 'membership', stated.council, at);
  if (!council) return;
  const finding = { ...stated, identifiers: stated.identifiers.map((one) => ofCouncil(one, council)) };
  if (/^(?:vacan(?:t|cy)|position)\b/i.test(finding.name)) return;
  if (personKey(finding.name) === '') {
    desk.book.reject('councillor', at, { expected: 'a name', got: JSON.stringify(finding.name) });
    return;
  }
  const ward = wardOf(desk, council, finding.ward, at);
  const person = personOf(desk, finding, council, ward, at);
  if (!person) return;
  const party = partyOf(desk, finding.party, at);
  const body = finding.body === undefined ? null : bodyOf(desk, council, finding.body, at);
  enterMembership(desk, { finding, person, council, ward, party, body }, at);
}

/** Each council's system counts its own people, so that a number means somebody only with its council. */
function ofCouncil(
  one: { scheme: string; value: string },
  { slug }: Held,
): { scheme: string; value: string } {
  const isLocal = one.scheme === 'moderngov' || one.scheme === 'lgsf';
  return isLocal ? { ...one, scheme: `${one.scheme}-${slug}` } : one;
}

function personOf(desk: Desk, finding: OfficeFinding, council: Held, ward: Held | null, at: Place) {
  const { known, book } = desk;
  const found = byIdentifier(desk, finding) ?? byName(desk, finding, council, ward);
  if (found === 'unsure') {
    book.doubt('PERSON_UNSURE', at, `${finding.name}, ${ward?.name ?? 'no ward'}, ${council.id}`);
    return null;
  }
  const person = found ? known.councillors.get(found) : newPerson(desk, finding, council, at);
  if (!person) return null;
  for (const { scheme, value } of finding.identifiers) {
    indexIdentifier(known, person.id, scheme, value);
    book.state('councillor_identifier', { councillor_id: person.id, scheme, value }, at);
  }
  book.show('councillor', person.id, at);
  return person;
}

function byIdentifier({ known }: Desk, { identifiers }: OfficeFinding): string | 'unsure' | undefined {
  const found = new Set(
    identifiers.flatMap(({ scheme, value }) => known.councillorsByIdentifier.find(`${scheme} ${value}`)),
  );
  return found.size > 1 ? 'unsure' : [...found][0];
}

function byName(
  desk: Desk,
  { name, identifiers }: OfficeFinding,
  council: Held,
  ward: Held | null,
): string | 'unsure' | undefined {
  const { known } = desk;
  const named = known.councillorsByName.find(`${council.id} ${personKey(name)}`);
  // Whoever has another number in the same register is somebody else, and so is whoever the same file
  // lists without one for another ward.
  const others = named.filter((id) =>
    identifiers.every(({ scheme }) => known.identifiersOf.find(`${id} ${scheme}`).length === 0),
  );
  const fitting = others.filter((id) => isOfWard(desk, id, council, ward));
  if (fitting.length > 1) return 'unsure';
  if (fitting[0]) return fitting[0];
  return others.some((id) => !desk.book.isNewHere(id)) ? 'unsure' : undefined;
}

/** Whether somebody was recorded for a ward of that name, or for none, or the file names none. */
function isOfWard({ known }: Desk, id: string, council: Held, ward: Held | null): boolean {
  if (ward === null) return true;
  const held = known.membershipsOf
    .find(`${council.id} ${id}`)
    .map((one) => known.memberships.get(one)?.ward_id);
  const names = held.flatMap((one) => known.wards.get(String(one)) ?? []).map((one) => String(one.name));
  const wanted = wardKey('', String(ward.name));
  return names.length === 0 || names.some((name) => wardKey('', name) === wanted);
}

function newPerson({ known, book }: Desk, finding: OfficeFinding, council: Held, at: Place): Held {
  const { name, sortName } = nameOf(finding.name);
  const isTaken = (one: string) => known.councillors.has(one) || known.retired.has(one);
  const row: Held = { id: distinct(councillorId(council.id, name), isTaken), name, sort_name: sortName };
  known.councillors.set(row.id, row);
  book.state('councillor', row, at);
  book.beginHere(row.id);
  return row;
}

/** `Councillor Dixon, Liz` → Liz Dixon, sorted by Dixon, Liz; without a comma the parts are not certain. */
function nameOf(printed: string): { name: string; sortName: string | null } {
  const plain = printed
    .replace(/^\s*(?:the\s+)?(?:councillor|cllr)\.?\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, family, given] = /^([^,]+),\s*(?:(?:councillor|cllr)\.?\s+)?([^,]+)$/i.exec(plain) ?? [];
  if (!family || !given || /^(?:OBE|MBE|CBE|BEM|JP)\b/.test(given)) return { name: plain, sortName: null };
  return { name: `${given.trim()} ${family.trim()}`, sortName: `${family.trim()}, ${given.trim()}` };
}
