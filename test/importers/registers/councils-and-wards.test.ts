// Registers of councils and wards, read by their headers whatever their order, encoding and line ends.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { authorities, registerTests } from './running.js';

let on: Awaited<ReturnType<typeof registerTests>>;

beforeAll(async () => {
  on = await registerTests();
}, 60_000);

afterAll(() => on.close());

const counts = (report: { counts: object }) => report.counts;
const codes = (report: { doubts: { code: string }[] }) => report.doubts.map(({ code }) => code);

describe('the authority table', () => {
  test('makes councils with their codes, types, dates and successors; two of one name are told apart', async () => {
    const report = await on.read('authorities.csv', authorities);
    expect(report.files[0]).toMatchObject({ format: 'authority-table', isRejected: false });
    expect(report.tables.council).toEqual({ inserted: 3, updated: 0, unchanged: 0, rejected: 0 });
    const councils = await on.rows(
      'SELECT id, name, gss_code, type, start_date, end_date, replaced_by_id FROM council ORDER BY register_code',
    );
    expect(councils).toEqual([
      {
        id: 'council/somerset',
        name: 'Somerset Council',
        gss_code: 'E06000066',
        type: 'unitary',
        start_date: '2023-04-01',
        end_date: null,
        replaced_by_id: null,
      },
      {
        id: 'council/somerset-2',
        name: 'Somerset County Council',
        gss_code: 'E10000027',
        type: 'county',
        start_date: null,
        end_date: '2023-04-01',
        replaced_by_id: 'council/somerset',
      },
      {
        id: 'council/southwark',
        name: 'London Borough of Southwark',
        gss_code: 'E09000028',
        type: 'london_borough',
        start_date: null,
        end_date: null,
        replaced_by_id: null,
      },
    ]);
    expect(await on.rows('SELECT council_id, scheme, value FROM council_identifier')).toEqual([
      { council_id: 'council/somerset-2', scheme: 'gss', value: 'E10000099' },
    ]);
  });

  test('changes nothing when it comes again, nor in another order, encoding or with other line ends', async () => {
    const [header, ...lines] = authorities.trim().split('\n');
    const turned = [header, ...lines.reverse()].join('\r\n');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(authorities, 'utf16le')]);
    const [{ count: before } = { count: 0 }] = await on.rows<{ count: number }>(
      "SELECT count(*) FROM revision WHERE entity NOT LIKE '%source'",
    );
    for (const content of [authorities, `\ufeff${authorities}`, turned, wide]) {
      const { tables } = await on.read('again.csv', content);
      expect(tables.council?.inserted ?? 0).toBe(0);
      expect(tables.council?.updated ?? 0).toBe(0);
      expect(tables.council_name?.inserted ?? 0).toBe(0);
    }
    const [after] = await on.rows("SELECT count(*) FROM revision WHERE entity NOT LIKE '%source'");
    expect(after).toEqual({ count: before });
    expect(counts(await on.read('again.csv', authorities))).toEqual({
      inserted: 0,
      updated: 0,
      unchanged: 9,
    });
  });

  test('a dry run counts and keeps nothing', async () => {
    const more = `${authorities}CMD,London Borough of Camden,Camden,E09000007,,,,England,London,LBO,,\n`;
    const report = await on.read('more.csv', more, { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, kept: false });
    expect(report.tables.council).toMatchObject({ inserted: 1 });
    expect(await on.rows("SELECT 1 FROM council WHERE register_code = 'CMD'")).toEqual([]);
  });

  test('a bad date is told by its line and nothing of the run is kept, unless a part is accepted', async () => {
    const bad = `${authorities}CMD,London Borough of Camden,Camden,E09000007,01/04/1965,,,England,London,LBO,,\nISL,London Borough of Islington,Islington,E09000019,,,,England,London,LBO,,\n`;
    const report = await on.read('bad.csv', bad);
    expect(report.rejected).toEqual([
      {
        table: 'council',
        at: { file: 'bad.csv', line: 5 },
        expected: 'in start-date a date such as 2023-03-22',
        got: '01/04/1965',
      },
    ]);
    expect(report.kept).toBe(false);
    expect(await on.rows("SELECT 1 FROM council WHERE register_code = 'ISL'")).toEqual([]);
    const part = await on.read('bad.csv', bad, { acceptPartial: true });
    expect(part).toMatchObject({ kept: true, rejectedCount: 1 });
    expect(await on.rows("SELECT id FROM council WHERE register_code = 'ISL'")).toEqual([
      { id: 'council/islington' },
    ]);
  });

  test('a file cut off inside a quoted cell, or without its columns, is turned away with a reason', async () => {
    const cut = await on.read('cut.csv', `${authorities}CMD,"London Borough of`);
    expect(cut.rejected[0]).toMatchObject({ expected: 'well-formed CSV', at: { file: 'cut.csv' } });
    const wrong = await on.read('wrong.csv', 'a,b\n1,2\n', { format: 'authority-table' });
    expect(wrong.rejected[0]?.got).toMatch(/^a file without local-authority-code/);
    await expect(on.read('x.csv', 'a,b\n', { format: 'bogus' })).rejects.toThrow(
      /expected a format of motion, /,
    );
  });

  test('a broken row does not take the others with it', async () => {
    const report = await on.read('short.csv', `${authorities}CMD,too short\n`);
    expect(report.rejected).toMatchObject([{ at: { line: 5 }, expected: 'well-formed CSV' }]);
    expect(report.tables.council).toMatchObject({ rejected: 1 });
  });
});

describe('look-ups and lists of councils', () => {
  test('spellings become names by which the council is found, damaged ones a doubt', async () => {
    const report = await on.read(
      'names.csv',
      'la-name,local-authority-code\nsouthwerk,SWK\nSuth ï¿½wark,SWK\n',
    );
    expect(codes(report)).toEqual(['TEXT_DAMAGED']);
    expect(
      await on.rows("SELECT name FROM council_name WHERE council_id = 'council/southwark' ORDER BY 1"),
    ).toEqual([{ name: 'southwark council' }, { name: 'southwerk' }]);
  });

  test('a code of an unknown council is rejected, not guessed at', async () => {
    const report = await on.read('codes.csv', 'gss-code,local-authority-code\nE09000099,XYZ\n');
    expect(report.rejected).toMatchObject([{ at: { line: 2 }, got: 'XYZ' }]);
  });

  test('a council keeps its name where another register has another, and a new code is added with a doubt', async () => {
    const report = await on.read(
      'districts.json',
      JSON.stringify({ E09000028: 'Southwark', E08000099: 'Islington', L99999999: 'Channel Islands' }),
    );
    expect(codes(report)).toEqual(['GSS_CODE_ADDED', 'PLACE_OUTSIDE']);
    expect(
      await on.rows("SELECT value FROM council_identifier WHERE council_id = 'council/islington'"),
    ).toEqual([{ value: 'E08000099' }]);
  });

  test('a list of sites fills in where meetings are published, and never on the word of a contradiction', async () => {
    const sites = `directory,code,slug,common_name,official_name,subtype,territory,start_date,end_date,base_url,cms_type
SWK-southwark,SWK,southwark,Southwark,Southwark Council,LBO,ENG,,,https://moderngov.southwark.gov.uk,ModernGov
ISL-islington,ISL,islington,Islington,Islington Council,LBO,ENG,,,https://www.islington.gov.uk/councillors,Custom HTML
SMT-somerset,london,london,Somerset,Somerset Council,UA,ENG,,,https://democracy.example.org,ModernGov
`;
    const report = await on.read('sites.csv', sites);
    expect(codes(report)).toEqual(['COUNCIL_UNSURE']);
    expect(await on.rows('SELECT id, democracy_site FROM council WHERE democracy_site IS NOT NULL')).toEqual([
      { id: 'council/southwark', democracy_site: 'https://moderngov.southwark.gov.uk' },
    ]);
  });

  test('police units come with the boroughs they cover', async () => {
    await on.read(
      'units.csv',
      'bcu_code,bcu_name,authority_gss,authority_name,met_borough_code\nAS,Central South,E09000028,Southwark,MD\n',
    );
    expect(await on.rows('SELECT police_unit_id FROM council WHERE police_unit_id IS NOT NULL')).toEqual([
      { police_unit_id: 'police-unit/as' },
    ]);
  });
});

describe('wards', () => {
  test('names alone leave the council unknown; a look-up of any year states it', async () => {
    const names = JSON.stringify({
      E05011107: 'North Walworth',
      E05011108: "Nunhead & Queen's Road",
      WD25CD: 'WD25NM',
    });
    const report = await on.read('names.json', names);
    expect(report.files[0]?.format).toBe('ward-names');
    expect(codes(report)).toEqual([]);
    expect(await on.rows('SELECT council_id FROM ward')).toEqual([
      { council_id: null },
      { council_id: null },
    ]);
    const lookup =
      'WD22CD,WD22NM,WD22NMW,LAD22CD,LAD22NM\nE05011107,North Walworth,,E09000028,Southwark\nE05011108,Nunhead and Queens Road,,E09000028,Southwark\n';
    const stated = await on.read('lookup.csv', lookup);
    expect(stated.files[0]?.format).toBe('ward-lookup');
    expect(stated.doubts).toEqual([]);
    expect(await on.rows('SELECT id, council_id, council_inferred, name FROM ward ORDER BY id')).toEqual([
      {
        id: 'ward/E05011107',
        council_id: 'council/southwark',
        council_inferred: false,
        name: 'North Walworth',
      },
      {
        id: 'ward/E05011108',
        council_id: 'council/southwark',
        council_inferred: false,
        name: "Nunhead & Queen's Road",
      },
    ]);
  });

  test('a council worked out from blocks of codes is marked, until a look-up states it', async () => {
    const blocks =
      'ward_gss,ward_name,authority_gss,authority_slug,seats,seats_status,in_force_from\nE05011110,Peckham,E09000028,southwark,3,unverified-per-ward; totals verified,2018-05-03\n';
    await on.read('blocks.csv', blocks);
    const ward = () =>
      on.rows(
        "SELECT council_inferred, seats, seats_status, start_date FROM ward WHERE id = 'ward/E05011110'",
      );
    expect(await ward()).toEqual([
      { council_inferred: true, seats: 3, seats_status: 'unverified', start_date: '2018-05-03' },
    ]);
    await on.read('stated.csv', 'WD24CD,WD24NM,LAD24CD,LAD24NM\nE05011110,Peckham,E09000028,Southwark\n');
    expect(await ward()).toMatchObject([{ council_inferred: false }]);
    const again = await on.read('blocks.csv', blocks);
    expect(again.counts).toMatchObject({ inserted: 0, updated: 0 });
  });

  test('a boundary review makes new rows and leaves the old ones as they were', async () => {
    const report = await on.read(
      'review.csv',
      'WD30CD,WD30NM,LAD30CD,LAD30NM\nE05099001,Peckham,E09000028,Southwark\n',
    );
    expect(report.tables.ward).toMatchObject({ inserted: 1, updated: 0 });
    expect(await on.rows("SELECT id FROM ward WHERE name = 'Peckham' ORDER BY 1")).toEqual([
      { id: 'ward/E05011110' },
      { id: 'ward/E05099001' },
    ]);
  });

  test('a code that is none, and seats that are none, are rejected by line', async () => {
    const bad = await on.read(
      'bad.csv',
      'WD24CD,WD24NM,LAD24CD,LAD24NM\n,Nameless,E09000028,Southwark\nE05,Short,E09000028,Southwark\nE05000001,Ok,E09999999,Nowhere\n',
    );
    expect(bad.rejected.map(({ at, got }) => [at?.line, got])).toEqual([
      [2, 'no code, Nameless'],
      [3, 'E05, Short'],
      [4, 'E09999999'],
    ]);
    const seats = await on.read(
      'seats.csv',
      'ward_gss,ward_name,authority_gss,seats\nE05011110,Peckham,E09000028,many\n',
    );
    expect(seats.rejected).toMatchObject([{ expected: 'a number of seats', got: 'many' }]);
  });
});

const reference = fileURLToPath(new URL('../../../../shared/reference/', import.meta.url));
const isHere = (() => {
  try {
    return readdirSync(reference).length > 0;
  } catch {
    return false;
  }
})();
const testHere = isHere ? test : test.skip;

testHere(
  `every file of the reference data imports in one run into an empty store, and once only${isHere ? '' : ' (skipped: ../shared/reference is not here)'}`,
  async () => {
    const other = await registerTests();
    try {
      const files = readdirSync(reference).map((name) => join(reference, name));
      const { report, rejected } = await other.run(files);
      expect(rejected).toBe(0);
      expect(report.files.map(({ format }) => format)).not.toContain('motion');
      expect(report.files).toHaveLength(files.length);
      expect(report.tables.council).toMatchObject({ inserted: 470 });
      // The number of lines that hold a code of a ward; the City of London's have no block.
      expect(report.tables.ward?.inserted).toBe(8405);
      const [wards] = await other.rows(
        'SELECT count(*) FILTER (WHERE council_id IS NULL) AS unknown, count(*) FILTER (WHERE council_inferred) AS inferred FROM ward',
      );
      expect(wards).toEqual({ unknown: 8405 - 679, inferred: 679 });
      const again = await other.run(files);
      expect(again.report.counts).toMatchObject({ inserted: 0, updated: 0 });
    } finally {
      await other.close();
    }
  },
  120_000,
);
