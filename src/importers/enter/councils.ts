// Councils: found by register code, then by GSS code, then by name where only one bears it.
import { councilId, distinct, policeUnitId, slugify } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import type { CouncilFinding, CouncilRef, PoliceUnitFinding, SuccessorFinding } from '../reader.js';
import type { Desk } from './desk.js';
import { fillGaps, whole } from './fill.js';
import { type Held, hostOf, indexCouncil, nameKey } from './known.js';

const columns = [
  ...['id', 'name', 'short_name', 'slug', 'gss_code', 'register_code', 'type', 'nation', 'region'],
  ...['police_unit_id', 'website', 'democracy_site', 'start_date', 'end_date', 'replaced_by_id'],
];

/** The council meant, or null where none is found or several bear the name. */
export function findCouncil({ known, options }: Desk, ref: CouncilRef, on?: string): Held | null {
  const { register, gss, name, host } = known.councilsBy;
  const byCode = register.find(ref.register)[0] ?? gss.find(ref.gss)[0];
  if (byCode) return known.councils.get(byCode) ?? null;
  const named = ref.name === undefined ? [] : name.find(nameKey(ref.name));
  const stood = named.filter((id) => stoodOn(known.councils.get(id), on ?? options.on));
  const sited = ref.url === undefined ? [] : host.find(hostOf(ref.url) ?? undefined);
  const given = options.council && !ref.register && !ref.gss && !ref.name ? [options.council] : [];
  const found = [named, stood, given, sited].find((ids) => ids.length === 1)?.[0];
  return (found && known.councils.get(found)) || null;
}

/** Whether a council existed on a day; true where that cannot be told. */
function stoodOn(council: Held | undefined, day: string | undefined): boolean {
  if (!council || day === undefined) return true;
  const { start_date, end_date } = council;
  return (start_date === null || String(start_date) <= day) && (end_date === null || day <= String(end_date));
}

/** The council of a finding; turns the row away where it is not recorded. */
export function councilFor(
  desk: Desk,
  table: Parameters<Desk['book']['reject']>[0],
  ref: CouncilRef,
  at: Place,
): Held | null {
  const found = findCouncil(desk, ref);
  if (found) return found;
  const said = [ref.register, ref.gss, ref.name, ref.url].filter(Boolean).join(' ');
  const expected = said
    ? 'a council that is recorded, told for certain'
    : 'a council: the file names none, say which with --council';
  desk.book.reject(table, at, { expected, ...(said ? { got: said } : {}) });
  return null;
}

/** Enters what a register says of a council. */
export function enterCouncil(desk: Desk, finding: CouncilFinding, at: Place): void {
  const held = findCouncil(desk, finding.council) ?? newCouncil(desk, finding, at);
  if (!held) {
    councilFor(desk, 'council', finding.council, at);
    return;
  }
  const { book } = desk;
  const { council, nation, region, democracySite, startDate, endDate } = finding;
  const stated = {
    register_code: council.register,
    gss_code: held.gss_code === null ? council.gss : undefined,
    nation,
    region,
    police_unit_id: policeUnit(desk, finding.policeUnit, at),
    democracy_site: democracySite,
    start_date: startDate,
    end_date: endDate,
  };
  // Councils answer at several addresses, and registers name one or another.
  fillGaps(book, 'council', held, stated, at, ['democracy_site']);
  indexCouncil(desk.known, held);
  book.show('council', held.id, at);
  addNames(desk, held, [finding.name, finding.shortName, ...(finding.otherNames ?? [])], at);
  addCodes(desk, held, finding, at);
}

/** A council that no register named before; only a register that states its type may bring one. */
function newCouncil({ book, known }: Desk, finding: CouncilFinding, at: Place): Held | null {
  const { name, shortName = name, type } = finding;
  if (!name || !shortName || !type) return null;
  const id = distinct(
    councilId(slugify(shortName)),
    (one) => known.councils.has(one) || known.retired.has(one),
  );
  const row = whole(columns, {
    id,
    name,
    short_name: shortName,
    slug: id.slice('council/'.length),
    type,
    register_code: finding.council.register,
    gss_code: finding.council.gss,
  });
  known.councils.set(id, row);
  indexCouncil(known, row);
  book.state('council', row, at);
  return row;
}

function addNames({ book, known }: Desk, held: Held, names: readonly (string | undefined)[], at: Place) {
  for (const name of names) {
    if (!name || name === held.name || name === held.short_name) continue;
    known.councilsBy.name.add(nameKey(name), held.id);
    book.state('council_name', { council_id: held.id, name }, at);
  }
}

/** Codes a council had, or has been given since the recorded one. */
function addCodes({ book, known }: Desk, held: Held, { council, otherGss = [] }: CouncilFinding, at: Place) {
  for (const gss of [council.gss, ...otherGss]) {
    if (!gss || gss === held.gss_code) continue;
    if (!known.councilsBy.gss.find(gss).includes(held.id)) {
      known.councilsBy.gss.add(gss, held.id);
      if (gss === council.gss) book.doubt('GSS_CODE_ADDED', at, `${gss} to ${held.id}`);
    }
    book.state('council_identifier', { council_id: held.id, scheme: 'gss', value: gss }, at);
  }
}

function policeUnit({ book, known }: Desk, code: string | undefined, at: Place): string | undefined {
  if (code === undefined) return undefined;
  const id = policeUnitId(code);
  if (known.policeUnits.has(id)) return id;
  book.doubt('UNIT_UNKNOWN', at, code);
  return undefined;
}

/** Enters a police unit. */
export function enterPoliceUnit({ book, known }: Desk, finding: PoliceUnitFinding, at: Place): void {
  const { code, name, force } = finding;
  const id = policeUnitId(code);
  const held = known.policeUnits.get(id);
  if (held) fillGaps(book, 'police_unit', held, { name, force }, at);
  else {
    known.policeUnits.set(id, { id, code, name, force });
    book.state('police_unit', { id, code, name, force }, at);
  }
  book.show('police_unit', id, at);
}

/** Enters which council took the place of another; several successors fit no one place. */
export function enterSuccessor(desk: Desk, { council, by }: SuccessorFinding, at: Place): void {
  const held = findCouncil(desk, council);
  if (!held) return;
  if (by.length > 1) {
    desk.book.doubt('SEVERAL_SUCCESSORS', at, `${held.id}: ${by.join(', ')}`);
    return;
  }
  const successor = councilFor(desk, 'council', { register: by[0] }, at);
  if (successor) fillGaps(desk.book, 'council', held, { replaced_by_id: successor.id }, at);
}
