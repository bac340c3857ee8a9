// mySociety's table of UK local authorities, and its two look-ups: spellings and GSS codes.
import type { councilType, Word } from '../../domain/vocabulary.js';
import type { Place } from '../../errors.js';
import type { Finding, SourceFacts } from '../reader.js';
import type { Row } from './csv-rows.js';
import { csvReader } from './table-reader.js';

const source: SourceFacts = {
  title: 'UK local authorities: names and codes',
  publisher: 'mySociety',
  rights: 'The codes come from the Office for National Statistics and others.',
};

const types: Record<string, Word<typeof councilType>> = {
  LBO: 'london_borough',
  CC: 'city_corporation',
  MD: 'metropolitan_district',
  UA: 'unitary',
  SCO: 'unitary',
  WPA: 'unitary',
  CTY: 'county',
  NMD: 'district',
  COMB: 'combined_authority',
  SRA: 'strategic_authority',
};

/** Entries of a list in one cell, without blanks around them. */
const listed = (cell: string | undefined) =>
  (cell ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);

/** Whether a text went through a wrong encoding before it reached the file. */
const isDamaged = (text: string) => /\uFFFD|ï¿½|ï¾|Ã[\u0080-\u00BF]|Â[\u0080-\u00BF]/.test(text);

/** The authorities themselves. */
export const authorityTable = csvReader({
  format: 'authority-table',
  about: 'the mySociety table of UK local authorities',
  rank: 10,
  source,
  table: 'council',
  columns: ['local-authority-code', 'official-name', 'nice-name', 'local-authority-type'],
  days: ['start-date', 'end-date'],
  note: 'codes of older registers, areas, populations and coordinates have no place in this record',
  findings: (row, at) => [...authority(row, at), ...successor(row, at)],
});

function authority(row: Row, at: Place): Finding[] {
  const names = listed(row['alt-names']);
  return [
    {
      kind: 'council',
      at,
      council: { register: row['local-authority-code'], gss: row['gss-code'] },
      name: row['official-name'],
      shortName: row['nice-name'],
      // Names that hold a comma cannot be told apart in this column; the look-up of names has them whole.
      otherNames: /,/.test(row['official-name'] ?? '') ? [] : names.filter((name) => !isDamaged(name)),
      otherGss: listed(row['former-gss-codes']),
      type: types[row['local-authority-type'] ?? ''] ?? 'other',
      nation: row.nation,
      region: row.region,
      startDate: row['start-date'],
      endDate: row['end-date'],
    },
  ];
}

function successor(row: Row, at: Place): Finding[] {
  const by = listed(row['replaced-by']);
  return by.length > 0
    ? [{ kind: 'successor', at, council: { register: row['local-authority-code'] }, by }]
    : [];
}

/** Spellings of their names. */
export const authorityNames = csvReader({
  format: 'authority-names',
  about: 'the mySociety look-up of council names',
  rank: 11,
  source: { ...source, title: 'UK local authorities: spellings of their names' },
  table: 'council_name',
  columns: ['la-name', 'local-authority-code'],
  findings: (row, at) => {
    const { 'la-name': name = '', 'local-authority-code': register } = row;
    if (isDamaged(name)) return [{ kind: 'doubt', at, code: 'TEXT_DAMAGED', about: name }];
    return [{ kind: 'council', at, council: { register }, otherNames: [name] }];
  },
});

/** Present and former GSS codes. */
export const authorityCodes = csvReader({
  format: 'authority-codes',
  about: 'the mySociety look-up of GSS codes',
  rank: 11,
  source: { ...source, title: 'UK local authorities: present and former GSS codes' },
  table: 'council_identifier',
  columns: ['gss-code', 'local-authority-code'],
  findings: (row, at) => {
    const { 'gss-code': gss, 'local-authority-code': register } = row;
    return [{ kind: 'council', at, council: { register }, otherGss: gss ? [gss] : [] }];
  },
});
