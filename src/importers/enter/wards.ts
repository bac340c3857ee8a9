// Wards: found by GSS code, then by name within the council. A boundary review gives new codes, so it
// makes new rows and never changes those of the old boundaries.
import { distinct, slugify, uncodedWardId, wardId } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import type { WardFinding } from '../reader.js';
import { councilFor } from './councils.js';
import type { Desk } from './desk.js';
import { fillGaps, whole } from './fill.js';
import { type Held, indexWard, wardKey } from './known.js';

const columns = [
  ...['id', 'council_id', 'council_inferred', 'name', 'gss_code', 'seats', 'seats_status'],
  ...['start_date', 'end_date'],
];

/** Enters what a register says of a ward. */
export function enterWard(desk: Desk, finding: WardFinding, at: Place): void {
  const council = finding.council === null ? null : councilFor(desk, 'ward', finding.council, at);
  if (finding.council !== null && !council) return;
  const { gss, name, seats, seatsStatus, startDate } = finding;
  const held = gss ? heldByCode(desk, gss, council, name) : null;
  const stated = {
    council_id: council?.id,
    name,
    gss_code: gss,
    seats,
    seats_status: seats === undefined ? undefined : (seatsStatus ?? 'unverified'),
    start_date: startDate,
  };
  if (held) {
    confirmCouncil(desk, held, finding, council, at);
    // Registers spell a ward's name with "&" or "and", with or without its full stops.
    const quiet = wardKey('', String(held.name)) === wardKey('', name) ? ['name'] : [];
    fillGaps(desk.book, 'ward', held, stated, at, [...quiet, 'seats_status']);
    indexWard(desk.known, held);
    desk.book.show('ward', held.id, at);
  } else if (gss || council) {
    const id = gss ? wardId(gss) : newWardId(desk, council?.id ?? '', name);
    addWard(desk, { id, ...stated, council_inferred: council !== null && finding.isInferred === true }, at);
  } else desk.book.reject('ward', at, { expected: 'a ward with a code or a council', got: name });
}

/** The ward of a code, or the one of that name in the council whose code was not known yet. */
function heldByCode({ known }: Desk, gss: string, council: Held | null, name: string): Held | null {
  const coded = known.wards.get(wardId(gss));
  if (coded) return coded;
  const named = council ? known.wardsByName.find(wardKey(council.id, name)) : [];
  const open = named.flatMap((id) => known.wards.get(id) ?? []).filter(({ gss_code }) => gss_code === null);
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** A council that was worked out before and is now stated is no longer inferred. */
function confirmCouncil({ book }: Desk, held: Held, finding: WardFinding, council: Held | null, at: Place) {
  if (!council) return;
  const isInferred = finding.isInferred === true;
  if (held.council_id === null) {
    Object.assign(held, { council_id: council.id, council_inferred: isInferred });
    book.state('ward', { id: held.id, council_id: council.id, council_inferred: isInferred }, at);
  } else if (held.council_id === council.id && held.council_inferred === true && !isInferred) {
    held.council_inferred = false;
    book.state('ward', { id: held.id, council_inferred: false }, at);
  }
}

function newWardId({ known }: Desk, council: string, name: string): string {
  return distinct(uncodedWardId(council, name), (one) => known.wards.has(one) || known.retired.has(one));
}

function addWard({ book, known }: Desk, stated: Parameters<typeof whole>[1], at: Place): Held {
  const row = whole(columns, stated);
  known.wards.set(row.id, row);
  indexWard(known, row);
  book.state('ward', row, at);
  book.show('ward', row.id, at);
  return row;
}

/** The ward a person is printed with: of the council, by code or by name; a new name is a new ward. */
export function wardOf(
  desk: Desk,
  council: Held,
  printed: { name?: string | undefined; gss?: string | undefined } | undefined,
  at: Place,
): Held | null {
  const { known, book } = desk;
  const coded = printed?.gss ? known.wards.get(wardId(printed.gss)) : undefined;
  if (coded) return coded;
  const name = printed?.name;
  if (!name || slugify(name) === '') return null;
  const named = known.wardsByName.find(wardKey(council.id, name));
  const open = named.filter((id) => isInForce(known.wards.get(id), desk.options.on));
  const [found, ...others] = open.length > 0 ? open : named;
  if (found && others.length === 0) return known.wards.get(found) ?? null;
  if (found) {
    book.doubt('WARD_UNSURE', at, `${name}: ${[found, ...others].join(', ')}`);
    return null;
  }
  book.doubt('WARD_ADDED', at, `${name}, ${council.id}`);
  const id = newWardId(desk, council.id, name);
  return addWard(desk, { id, council_id: council.id, council_inferred: false, name }, at);
}

function isInForce(ward: Held | undefined, day: string | undefined): boolean {
  if (!ward || day === undefined) return true;
  const { start_date, end_date } = ward;
  return (start_date === null || String(start_date) <= day) && (end_date === null || day <= String(end_date));
}
