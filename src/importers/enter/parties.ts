// Parties: found by the Electoral Commission's code, then by name. Somebody without a party has none.
import { distinct, partyId, slugify } from '../../domain/ids.js';
import type { Place } from '../../errors.js';
import type { OfficeFinding } from '../reader.js';
import type { Desk } from './desk.js';
import { fillGaps } from './fill.js';
import { type Held, indexParty, partyKey } from './known.js';

const noParty =
  /^(?:none|no-party|no-group|no-political-group|non-?-?aligned|unaligned|not-aligned|not-specified|unspecified|ungrouped|un-grouped|non-?-?affiliated|unaffiliated|vacant|vacancy|n-a|unknown|)$/;

/** The party of somebody, recorded if it was not; null where the file names none. */
export function partyOf(desk: Desk, printed: OfficeFinding['party'], at: Place): Held | null {
  const { known, book } = desk;
  const code = ecCode(printed?.ecCode);
  const name = printed?.name ?? '';
  const coded = code ? known.partiesByCode.find(code)[0] : undefined;
  if (!coded && noParty.test(slugify(name))) return null;
  const id = coded ?? namedAlike(desk, name, code);
  const held = id ? known.parties.get(id) : undefined;
  if (!held) return newParty(desk, name, code, at);
  if (code) {
    fillGaps(book, 'party', held, { ec_code: code }, at);
    indexParty(known, held);
  }
  book.show('party', held.id, at);
  return held;
}

/** The one party of that name whose code, where both are known, is the same. */
function namedAlike({ known }: Desk, name: string, code: string | null): string | undefined {
  const named = known.partiesByName.find(partyKey(name));
  const fitting = named.filter((id) => {
    const own = known.parties.get(id)?.ec_code ?? null;
    return code === null || own === null || own === code;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

function newParty({ known, book }: Desk, name: string, code: string | null, at: Place): Held {
  const isTaken = (one: string) => known.parties.has(one) || known.retired.has(one);
  const id = distinct(partyId(partyKey(name) || slugify(name)), isTaken);
  const row = { id, name, ec_code: code };
  known.parties.set(id, row);
  indexParty(known, row);
  book.state('party', row, at);
  book.show('party', id, at);
  return row;
}

/** `PP53` from PP53, party:53 or 53; null for joint descriptions, which have no code of their own. */
function ecCode(printed: string | undefined): string | null {
  const number = /^(?:PP|party:|)(\d+)$/i.exec(printed ?? '')?.[1];
  return number ? `PP${number}` : null;
}
