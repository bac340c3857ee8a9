// Movers, seconders and presenters as records. A name is tied to a councillor, ward or party of the
// record only where exactly one of the council bears it.

import { motionPersonId, slugify } from '../../domain/ids.js';
import type { ParsedPerson } from '../motion-text/document.js';
import type { ImportRecord } from '../record.js';
import { type Reader, rows } from './known.js';
import { firstAddedSeq, type Reading, record } from './reading.js';

interface Named {
  id: string;
  name: string;
}

interface HeldPerson extends Named {
  role: string;
  seq: number;
}

interface Register {
  councillors: Named[];
  wards: Named[];
  parties: Named[];
}

/** The people of a motion; one already recorded only gains a source. */
export async function peopleRecords(reading: Reading): Promise<ImportRecord[]> {
  const { store, motion, motionId, council } = reading;
  const held = await rows<HeldPerson>(
    store,
    'SELECT id, name, role, seq FROM motion_person WHERE motion_id = $1 ORDER BY seq',
    [motionId],
  );
  const register = await readRegister(store, council);
  const base = reading.isNew ? 0 : held.reduce((most, { seq }) => Math.max(most, seq), firstAddedSeq);
  const isNew = motion.movers.filter((person) => !findHeld(held, person));
  return motion.movers.flatMap((person) => {
    const known = findHeld(held, person);
    if (known) return [linkTo(reading, known.id, person)];
    const place = isNew.indexOf(person);
    const sameRole = [...held, ...isNew.slice(0, place)].filter(({ role }) => role === person.role);
    const id = motionPersonId(motionId, person.role, sameRole.length + 1);
    return [newPerson(reading, person, id, base + place + 1, register), linkTo(reading, id, person)];
  });
}

async function readRegister(store: Reader, council: string): Promise<Register> {
  const councillors = await rows<Named>(
    store,
    `SELECT DISTINCT c.id, c.name FROM councillor c LEFT JOIN membership m ON m.councillor_id = c.id
     WHERE m.council_id = $1 OR starts_with(c.id, $2) ORDER BY 1`,
    [council, `councillor/${council.slice('council/'.length)}/`],
  );
  const wards = await rows<Named>(store, 'SELECT id, name FROM ward WHERE council_id = $1 ORDER BY id', [
    council,
  ]);
  const parties = await rows<Named>(store, 'SELECT id, name FROM party ORDER BY id');
  return { councillors, wards, parties };
}

/** One source calls somebody the presenter whom another calls the mover: it is one act. */
function findHeld(held: readonly HeldPerson[], { name, role }: ParsedPerson): HeldPerson | undefined {
  const isSeconder = role === 'seconder';
  return held.find((one) => slugify(one.name) === slugify(name) && (one.role === 'seconder') === isSeconder);
}

function linkTo(reading: Reading, id: string, { line }: ParsedPerson): ImportRecord {
  return record(reading, 'motion_person_source', { motion_person_id: id, source_id: reading.source }, line);
}

function newPerson(
  reading: Reading,
  person: ParsedPerson,
  id: string,
  seq: number,
  { councillors, wards, parties }: Register,
): ImportRecord {
  const row = {
    id,
    motion_id: reading.motionId,
    seq,
    role: person.role,
    name: person.name,
    is_group: person.isGroup,
    councillor_id: person.isGroup ? null : only(councillors, person.name),
    ward_id: only(wards, person.ward),
    party_id: only(parties, person.party),
  };
  return record(reading, 'motion_person', row, person.line);
}

/** The one record of that name; null where there is none, or more than one. */
function only(named: readonly Named[], name: string | null): string | null {
  const found = name === null ? [] : named.filter((one) => slugify(one.name) === slugify(name));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
