// Registers of people: whom they mean, what changed since, and what of them is never kept.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { authorities, registerTests } from './running.js';

let on: Awaited<ReturnType<typeof registerTests>>;

beforeAll(async () => {
  on = await registerTests();
  await on.read('authorities.csv', authorities);
  await on.read(
    'wards.csv',
    'WD18CD,WD18NM,LAD18CD\nE05011107,North Walworth,E09000028\nE05011110,Peckham,E09000028\nE05011115,St Giles,E09000028\n',
  );
}, 60_000);

afterAll(() => on.close());

const codes = (report: { doubts: { code: string }[] }) => report.doubts.map(({ code }) => code);
const councillor = (number: string, name: string, party = '') =>
  `<councillor><councillorid>${number}</councillorid><fullusername>${name}</fullusername>${party && `<politicalpartytitle>${party}</politicalpartytitle>`}<photobigurl>https://moderngov.southwark.gov.uk/p/${number}.jpg</photobigurl><termsofoffice><termofoffice><enddate>unspecified</enddate></termofoffice></termsofoffice></councillor>`;
const byWard = (wards: Record<string, string>) =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<councillorsbyward>\r\n<wards>${Object.entries(wards)
    .map(
      ([ward, within]) => `<ward><wardtitle>${ward}</wardtitle><councillors>${within}</councillors></ward>`,
    )
    .join('\r\n')}</wards></councillorsbyward>`;
const held = () =>
  on.rows(
    `SELECT m.councillor_id, w.name AS ward, p.name AS party, m.first_attested_on AS first, m.last_attested_on AS last
     FROM membership m LEFT JOIN ward w ON w.id = m.ward_id LEFT JOIN party p ON p.id = m.party_id ORDER BY m.id`,
  );

describe('ModernGov councillors by ward', () => {
  const first = byWard({
    'North Walworth': councillor('101', 'Councillor Ada Moor', 'Labour Party'),
    'St. Giles': councillor('102', 'Councillor Ivo O&amp;#39;Reed') + councillor('', 'Vacancy'),
  });

  test('become councillors with ward and party, dated by the day the operator states', async () => {
    const report = await on.read('swk.xml', first, { council: 'SWK', on: '2023-01-10' });
    expect(report.files[0]?.format).toBe('moderngov-councillors');
    expect(report.doubts).toEqual([]);
    expect(await held()).toEqual([
      {
        councillor_id: 'councillor/southwark/ada-moor',
        ward: 'North Walworth',
        party: 'Labour Party',
        first: '2023-01-10',
        last: '2023-01-10',
      },
      {
        councillor_id: 'councillor/southwark/ivo-oreed',
        ward: 'St Giles',
        party: null,
        first: '2023-01-10',
        last: '2023-01-10',
      },
    ]);
    expect(await on.rows('SELECT scheme, value FROM councillor_identifier ORDER BY value')).toEqual([
      { scheme: 'moderngov-southwark', value: '101' },
      { scheme: 'moderngov-southwark', value: '102' },
    ]);
    const again = await on.read('swk.xml', first, { council: 'SWK', on: '2023-01-10' });
    expect(again.counts).toMatchObject({ inserted: 0, updated: 0 });
  });

  test('another party is a new dated row; without a day it is a doubt', async () => {
    const changed = byWard({ 'North Walworth': councillor('101', 'Ada Moor', 'Green Party') });
    const undated = await on.read('undated.xml', changed, { council: 'SWK' });
    expect(codes(undated)).toEqual(['CHANGE_UNDATED']);
    await on.read('dated.xml', changed, { council: 'SWK', on: '2024-06-01' });
    expect(await held()).toMatchObject([
      { party: 'Labour Party', last: '2023-01-10' },
      { party: 'Green Party', first: '2024-06-01' },
      { councillor_id: 'councillor/southwark/ivo-oreed' },
    ]);
    await on.read('back.xml', byWard({ 'North Walworth': councillor('101', 'Ada Moor', 'Labour') }), {
      council: 'SWK',
      on: '2025-06-01',
    });
    expect(await held()).toMatchObject([
      { last: '2023-01-10' },
      { last: '2024-06-01' },
      { party: 'Labour Party', first: '2025-06-01' },
      {},
    ]);
  });

  test('a name of another ward with no number known is a doubt; a ward of a new name is recorded', async () => {
    const report = await on.read(
      'new.xml',
      byWard({ Peckham: councillor('', 'Ivo O’Reed'), 'Old Kent Road': councillor('103', 'Mia Sol') }),
      { council: 'SWK', on: '2023-02-01' },
    );
    expect(codes(report)).toEqual(['PERSON_UNSURE', 'WARD_ADDED']);
    expect(await on.rows("SELECT id, gss_code FROM ward WHERE name = 'Old Kent Road'")).toEqual([
      { id: 'ward/southwark/old-kent-road', gss_code: null },
    ]);
  });

  test('a file that was cut off, names nobody, or is of no council told is rejected', async () => {
    const cut = await on.read('cut.xml', first.slice(0, 200), { council: 'SWK' });
    expect(cut.rejected).toMatchObject([
      { expected: 'well-formed XML', got: expect.stringMatching(/never closed/) },
    ]);
    const nobody = await on.read(
      'nobody.xml',
      byWard({ Peckham: '<councillor><councillorid>9</councillorid></councillor>' }),
      { council: 'SWK' },
    );
    expect(nobody.rejected).toMatchObject([{ expected: 'a fullusername', at: { line: 3 } }]);
    const whose = await on.read(
      'whose.xml',
      byWard({ Peckham: '<councillor><fullusername>A B</fullusername></councillor>' }),
    );
    expect(whose.rejected[0]?.expected).toMatch(/say which with --council$/);
    expect(whose.kept).toBe(false);
  });
});

describe('ModernGov meetings', () => {
  test('committees and meetings are recorded once, cancelled ones left out, bad dates rejected', async () => {
    const committees =
      '<getcommittees><committee><committeeid>302</committeeid><committeetitle>Council Assembly</committeetitle></committee><committee><committeetitle>Overview &amp;amp; Scrutiny Committee</committeetitle></committee></getcommittees>';
    await on.read('committees.xml', committees, { council: 'SWK' });
    expect(await on.rows('SELECT id, kind FROM body ORDER BY id')).toEqual([
      { id: 'body/southwark/council-assembly', kind: 'full_council' },
      { id: 'body/southwark/overview-scrutiny-committee', kind: 'scrutiny' },
    ]);
    const meetings =
      '<getmeetings><committeetitle>Council Assembly</committeetitle><meetings><meeting><meetingdate>22/03/2023</meetingdate><meetingurl>https://moderngov.southwark.gov.uk/ieListDocuments.aspx?MId=7401</meetingurl></meeting><meeting><meetingdate>01/04/2023</meetingdate><meetingstatus>Cancelled</meetingstatus></meeting></meetings></getmeetings>';
    const report = await on.read('meetings.xml', meetings, { council: 'SWK' });
    expect(report.files[0]?.notes).toEqual(['a meeting of 2023-04-01 was cancelled and is left out']);
    expect(await on.rows('SELECT id FROM meeting')).toEqual([
      { id: 'meeting/southwark/2023-03-22/council-assembly' },
    ]);
    const bad = await on.read('bad.xml', meetings.replace('22/03', '31/02'), { council: 'SWK' });
    expect(bad.rejected).toMatchObject([{ got: '31/02/2023' }]);
  });

  test('the motions of an agenda go to the reader of motion texts, restricted items nowhere', async () => {
    const escaped = (html: string) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    const motion =
      '<p>Council notes:</p><p>1. The lake has no benches, and people of every age walk around it daily.</p><p>Council resolves to:</p><p>1. Put eight benches around the lake before the summer.</p>';
    const item = (id: string, number: string, title: string, text: string, restricted = 'False') =>
      `<agendaitem><agendaitemid>${id}</agendaitemid><agendaitemnumber>${number}</agendaitemnumber><agendaitemtitle>${title}</agendaitemtitle><isrestricted>${restricted}</isrestricted><agendatext>${escaped(text)}</agendatext></agendaitem>`;
    const meeting = `<getmeeting><meeting><committeetitle>Council Assembly</committeetitle><meetingdate>10/07/2024</meetingdate><agendaitems>${[
      item('1', '0', 'Motions', ''),
      item('2', '5.1', 'Motion: Benches around the lake', motion),
      item('3', '5.2', 'Motion: Hidden', motion, 'True'),
      item('4', '', 'Reports', ''),
      item('5', '6', 'Budget outturn', motion),
    ].join(
      '',
    )}</agendaitems><attendees><attendee memberid="101" name="Councillor Ada Moor" politicalparty="Labour" ward="North Walworth"/><attendee memberid="0" name="An Officer"/></attendees></meeting></getmeeting>`;
    const report = await on.read('meeting.xml', meeting, { council: 'SWK' });
    expect(report.files.map(({ file, result }) => [file, result])).toEqual([
      ['meeting.xml', expect.stringMatching(/^read as moderngov-meeting/)],
      ['meeting.xml item 2', 'recorded as motion/southwark/2024-07-10/benches-around-the-lake'],
    ]);
    expect(
      await on.rows("SELECT address FROM clause WHERE motion_id LIKE 'motion/southwark/2024%' ORDER BY seq"),
    ).toEqual([{ address: 'n1' }, { address: 'r1' }]);
    const again = await on.read('meeting.xml', meeting, { council: 'SWK' });
    expect(again.counts).toMatchObject({ inserted: 0, updated: 0 });
  });
});

describe('scraped councillors', () => {
  test('JSON and CSV give the same people, without e-mail and photograph', async () => {
    const one = {
      raw_identifier: '101',
      raw_name: 'Ada Moor',
      raw_party: 'Labour',
      raw_division: 'North Walworth',
      email: 'ada@example.org',
      photo_url: 'https://example.org/a.jpg',
      standing_down: null,
      url: 'https://moderngov.southwark.gov.uk/mgUserInfo.aspx?UID=101',
    };
    const json = await on.read('ada.json', JSON.stringify(one), { council: 'SWK', on: '2025-07-01' });
    expect(json.files[0]).toMatchObject({ format: 'lgsf-json', isRejected: false });
    const csv = await on.read(
      'lgsf.csv',
      'council_id,raw_division,raw_identifier,email,url,raw_name,raw_party\nSWK,North Walworth,101,ada@example.org,https://example.org,Ada Moor,Labour\nXXX,Nowhere,1,,,"Moor, Ada",\n',
      { on: '2025-07-01', acceptPartial: true },
    );
    expect(csv).toMatchObject({
      rejectedCount: 1,
      rejected: [{ got: expect.stringContaining('XXX'), at: { line: 3 } }],
    });
    expect(csv.tables.membership).toMatchObject({ inserted: 0, updated: 0 });
    const kept = await on.rows<{ row: string }>(
      'SELECT r::text AS row FROM councillor r UNION ALL SELECT r::text FROM councillor_identifier r UNION ALL SELECT r::text FROM membership r',
    );
    expect(kept.filter(({ row }) => /example\.org|@|\.jpg/.test(row))).toEqual([]);
    const cut = await on.read('cut.json', JSON.stringify([one]).slice(0, -20));
    expect(cut.rejected).toMatchObject([{ expected: 'well-formed JSON' }]);
  });
});

describe('Open Council Data', () => {
  test('is published as a table of its own under its licence and touches no other', async () => {
    const before = await on.rows('SELECT count(*) FROM councillor');
    const csv =
      'Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\r\nSouthwark,"North\r\nWalworth",Ada Moor,2026,Labour,PP53\r\nSouthwark,Peckham,Vacant,2026,,\r\nAtlantis,Deep,N Emo,,,\r\n';
    const report = await on.read('ocd.csv', csv, { acceptPartial: true });
    expect(report.rejected).toMatchObject([{ table: 'listed_councillor', got: 'Atlantis' }]);
    expect(await on.rows('SELECT id, party_name, licence_id FROM listed_councillor')).toEqual([
      {
        id: 'listed-councillor/southwark/north-walworth/ada-moor',
        party_name: 'Labour',
        licence_id: 'licence/cc-by-sa',
      },
    ]);
    expect(await on.rows('SELECT count(*) FROM councillor')).toEqual(before);
  });
});

describe('candidates', () => {
  test('those elected to a council hold the office from the day of the poll; others are left out', async () => {
    const csv = `person_id,person_name,ballot_paper_id,election_date,party_name,party_id,elected
7001,Mia Sol,local.southwark.old-kent-road.2022-05-05,2022-05-05,Labour and Co-operative Party,joint-party:53-119,t
7002,Not Elected,local.southwark.peckham.2022-05-05,2022-05-05,Green Party,PP63,f
7003,Other Body,mayor.london.2024-05-02,2024-05-02,Labour Party,PP53,t
7004,New Face,local.southwark.peckham.by.2024-02-01,2024-02-01,Independent,ynmp-party:2,True
7005,Wrong Day,local.southwark.peckham.2022-05-05,2022-05-06,Labour Party,PP53,t
`;
    const report = await on.read('candidates.csv', csv, { acceptPartial: true });
    expect(report.rejected).toMatchObject([{ got: '2022-05-06', at: { line: 6 } }]);
    const people = await on.rows(
      "SELECT councillor_id, first_attested_on FROM membership m JOIN councillor_identifier i USING (councillor_id) WHERE i.scheme = 'democracy-club' ORDER BY 1, 2",
    );
    expect(people).toEqual(
      [
        { councillor_id: 'councillor/southwark/mia-sol', first_attested_on: '2022-05-05' },
        { councillor_id: 'councillor/southwark/mia-sol', first_attested_on: expect.anything() },
        { councillor_id: 'councillor/southwark/new-face', first_attested_on: '2024-02-01' },
      ].slice(people.length === 3 ? 0 : 1),
    );
    expect(
      await on.rows(
        "SELECT id, ec_code FROM party WHERE id IN ('party/independent', 'party/labour-and-co-operative') ORDER BY 1",
      ),
    ).toEqual([
      { id: 'party/independent', ec_code: null },
      { id: 'party/labour-and-co-operative', ec_code: null },
    ]);
  });
});
