// Lists about London's councils: the authorities with their police units, the units themselves, and wards
// whose borough was worked out from blocks of codes.
import type { Place } from '../../errors.js';
import type { Finding, WardFinding } from '../reader.js';
import type { Row } from './csv-rows.js';
import { csvReader } from './table-reader.js';

/** Boroughs by Basic Command Unit of the Metropolitan Police. */
export const policeUnits = csvReader({
  format: 'police-units',
  about: 'boroughs by Basic Command Unit of the Metropolitan Police',
  rank: 12,
  source: { title: 'Boroughs by Basic Command Unit of the Metropolitan Police Service' },
  table: 'police_unit',
  columns: ['bcu_code', 'bcu_name', 'authority_gss'],
  note: 'codes of the former borough commands have no place in this record',
  findings: (row, at) => [...unit(row, at), borough(row, at)],
});

function unit({ bcu_code: code, bcu_name: name }: Row, at: Place): Finding[] {
  const force = 'Metropolitan Police Service';
  return code && name ? [{ kind: 'police_unit', at, code, name, force }] : [];
}

function borough({ bcu_code, authority_gss: gss, authority_name: name }: Row, at: Place): Finding {
  return {
    kind: 'council',
    at,
    council: { gss },
    policeUnit: bcu_code,
    ...(name ? { otherNames: [name] } : {}),
  };
}

/** London's 33 authorities. */
export const londonAuthorities = csvReader({
  format: 'london-authorities',
  about: 'the 33 authorities of London',
  rank: 13,
  source: { title: 'The authorities of London' },
  table: 'council',
  columns: ['gss', 'la_code', 'official_name', 'democracy_site'],
  note: 'inner and outer London, numbers of wards and councillors and elected mayors have no place in this record',
  findings: (row, at) => [
    {
      kind: 'council',
      at,
      council: { register: row.la_code, gss: row.gss },
      ...(row.official_name ? { otherNames: [row.official_name] } : {}),
      policeUnit: row.bcu_code,
      democracySite: row.democracy_site,
    },
  ],
});

/** Wards with the authority that was worked out for them, and seats where they are told. */
export const wardBlocks = csvReader({
  format: 'ward-blocks',
  about: 'wards with the authority worked out from blocks of codes, and seats where told',
  rank: 21,
  source: { title: 'Wards of London by blocks of GSS codes' },
  table: 'ward',
  columns: ['ward_gss', 'ward_name', 'authority_gss'],
  days: ['in_force_from'],
  findings: (row, at) => wards(row, at),
});

function wards(row: Row, at: Place): Finding[] {
  const { ward_gss: gss, ward_name: name, authority_gss, seats, in_force_from: startDate } = row;
  const fault =
    !gss || !name ? { expected: 'a code and a name of the ward', got: gss ?? name ?? 'neither' } : null;
  if (fault || !name)
    return [{ kind: 'rejected', at, table: 'ward', fault: fault ?? { expected: 'a name' } }];
  if (seats !== undefined && !/^[1-9]\d?$/.test(seats))
    return [{ kind: 'rejected', at, table: 'ward', fault: { expected: 'a number of seats', got: seats } }];
  const ward: WardFinding = {
    kind: 'ward',
    gss,
    name,
    council: { gss: authority_gss },
    isInferred: true,
    startDate,
    ...(seats ? { seats: Number(seats), seatsStatus: statusOf(row.seats_status) } : {}),
  };
  return [{ at, ...ward }];
}

/** A number whose own ward is not verified is not verified, however sure the total is. */
function statusOf(printed = ''): 'verified' | 'unverified' {
  return /^verified$/i.test(printed) ? 'verified' : 'unverified';
}
