// What each reader says of files that are not what they should be: what was expected, what was got and where;
// and nothing of such a file is kept.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportError } from '../../../src/errors.js';
import { authorities, registerTests } from './running.js';

let on: Awaited<ReturnType<typeof registerTests>>;

beforeAll(async () => {
  on = await registerTests();
  await on.read('authorities.csv', authorities);
}, 120_000);
afterAll(() => on.close());

const lgsf = 'council_id,raw_division,raw_identifier,url,raw_name,raw_party\n';
const elected = 'person_id,person_name,ballot_paper_id,election_date,party_name,party_id,elected\n';
const feature = '{"type":"FeatureCollection","features":[{"properties":{"LAD24CD":"E09000028"}}';

const committees =
  '<getcommittees><committee><committeetitle>Cafés</committeetitle></committee></getcommittees>';
const meeting = (inner: string) => `<getmeeting>\n<meeting>${inner}</meeting></getmeeting>`;
const council = '<committeetitle>Council</committeetitle>';
const onDay = '<meetingdate>22/03/2023</meetingdate>';
const accents = `${lgsf}SWK,St Giles,1,,Zoë Núñez,\n`;

const cases: [what: string, format: string, content: string | Uint8Array, expected: RegExp][] = [
  ['boundaries, cut', 'boundaries', feature, /well-formed JSON/],
  [
    'boundaries, of another shape',
    'boundaries',
    '{"type":"FeatureCollection","features":7}',
    /list of features/,
  ],
  ['boundaries, with nothing for a feature', 'boundaries', '{"features":[null]}', /a code such as LAD24CD/],
  ['boundaries, empty', 'boundaries', '', /well-formed JSON/],
  ['Open Civic Data, cut', 'ocd', '{"people":[{"id":"a"', /well-formed JSON/],
  ['Open Civic Data, a list for an object', 'ocd', '[]', /an object of lists/],
  ['Open Civic Data, a number for a person', 'ocd', '{"people":[7]}', /an object/],
  [
    'Open Civic Data, a word for identifiers',
    'ocd',
    '{"people":[{"id":"a","identifiers":"x"}]}',
    /list of objects/,
  ],
  ['Open Civic Data, empty', 'ocd', '', /well-formed JSON/],
  [
    'Open Civic Data, a word of no list',
    'ocd',
    '{"organizations":[{"id":"body/southwark/x","name":"X","parent_id":"council/southwark","extras":{"kind":"sauna"}}]}',
    /a body that satisfies body_kind_word/,
  ],
  ['Popolo, null for a person', 'popolo', '{"persons":[null],"memberships":[]}', /an object/],
  [
    'Popolo, an absurd day',
    'popolo',
    '{"persons":[{"id":"p","name":"A B"}],"organizations":[{"id":"o","name":"Southwark"}],"memberships":[{"person_id":"p","organization_id":"o","start_date":"9999-99-99"}]}',
    /a day such as/,
  ],
  ['ModernGov, cut', 'moderngov-councillors', '<councillorsbyward><wards><ward>', /XML/],
  ['ModernGov, of another shape', 'moderngov-councillors', '<html><body/></html>', /councillorsbyward/i],
  ['ModernGov, empty', 'moderngov-meetings', '', /XML|getmeetings/i],
  ['committees, cut', 'moderngov-committees', committees.slice(0, 50), /well-formed XML/],
  [
    'committees, an error page',
    'moderngov-committees',
    '<html><body>Error</body></html>',
    /getcommittees or/,
  ],
  [
    'committees, one without a name',
    'moderngov-committees',
    '<getcommittees>\n<committee><committeeid>3</committeeid></committee></getcommittees>',
    /a committeetitle/,
  ],
  ['a meeting, cut', 'moderngov-meeting', `<getmeeting><meeting>${council.slice(0, 20)}`, /well-formed XML/],
  ['a meeting, of no body', 'moderngov-meeting', meeting(onDay), /a committeetitle/],
  [
    'a meeting, on a day that is none',
    'moderngov-meeting',
    meeting(`${council}<meetingdate>31/02/2023</meetingdate>`),
    /a day such as 22\/03\/2023/,
  ],
  [
    'a meeting, cut within its agenda',
    'moderngov-meeting',
    meeting(`${council}${onDay}<agendaitems><agendaitem><agendatext>&lt;p&gt;`).slice(0, -24),
    /well-formed XML/,
  ],
  [
    'a meeting, with a NUL',
    'moderngov-meeting',
    meeting(`Cou\0ncil${council}${onDay}`),
    /text in one encoding/,
  ],
  ['councillors, a NUL in a cell', 'lgsf-csv', accents.replace('Zoë', 'Z\0oë'), /text in one encoding/],
  ['councillors, NULs at the end', 'lgsf-csv', `${accents}\0\0\0\0`, /text in one encoding/],
  [
    'councillors, a NUL escaped',
    'lgsf-json',
    '[{"raw_name":"A\\u0000 B","raw_division":"Rye"}]',
    /text without NUL/,
  ],
  [
    'councillors, UTF-8 with other bytes',
    'lgsf-csv',
    Buffer.concat([Buffer.from(accents), Buffer.from('SWK,Rye,2,,Ann Mu\xf1oz,\n', 'latin1')]),
    /text in one encoding/,
  ],
  [
    'councillors, UTF-8 cut within a character',
    'lgsf-csv',
    Buffer.from(`${accents}SWK,Rye,2,,Annë`).subarray(0, -1),
    /text in one encoding/,
  ],
  [
    'councillors, UTF-16 cut within a character',
    'lgsf-csv',
    Buffer.from(accents, 'utf16le').subarray(0, -1),
    /text in one encoding/,
  ],
  [
    'councillors, UTF-16 with a tail of UTF-8',
    'lgsf-csv',
    Buffer.concat([Buffer.from(accents, 'utf16le'), Buffer.from('SWK,Rye,\n')]),
    /CSV|encoding/,
  ],
  ['scraped councillors, cut', 'lgsf-json', '[{"raw_name":"Ada', /well-formed JSON/],
  ['scraped councillors, of another shape', 'lgsf-json', '7', /raw_name/],
  ['scraped councillors, a column missing', 'lgsf-csv', 'council_id,url\nSWK,x\n', /raw_name/],
  ['scraped councillors, a council that is none', 'lgsf-csv', `${lgsf}XXX,W,1,,Ada Moor,\n`, /council/],
  ['candidates, a column missing', 'candidates', 'person_id,person_name\n1,Ada\n', /column/],
  [
    'candidates, an absurd day',
    'candidates',
    `${elected}1,Ada Moor,local.southwark.x.2022-05-05,2022-13-45,Labour Party,PP53,t\n`,
    /date|day/,
  ],
  ['candidates, empty', 'candidates', '', /column/],
  ['a ward look-up, a column missing', 'ward-lookup', 'WD23CD,WD23NM\nE05000001,A\n', /column/],
  [
    'a ward look-up, an open quotation',
    'ward-lookup',
    'WD23CD,WD23NM,LAD23CD,LAD23NM\nE05000001,"A,E09000028,Southwark\n',
    /well-formed CSV/,
  ],
  [
    'a ward look-up, in a binary encoding',
    'ward-lookup',
    Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 1, 2),
    /text in one encoding/,
  ],
];

test.each<[string, BufferEncoding, RegExp]>([
  ['Windows-1252', 'latin1', /it was read as windows-1252$/],
  ['UTF-16 without a mark', 'utf16le', /it was read as utf-16le$/],
])('%s is read as such, and said to be a guess', async (_what, encoding, note) => {
  const job = { dryRun: true, council: 'southwark' };
  const { rejected, files } = await on.read('guess.csv', Buffer.from(accents, encoding), job);
  expect(rejected).toEqual([]);
  expect(files[0]?.notes).toEqual(expect.arrayContaining([expect.stringMatching(note)]));
});

const kept = `SELECT (SELECT count(*) FROM revision)::int AS revisions, (SELECT count(*) FROM source)::int AS sources`;

test.each(cases)('%s', async (_what, format, content, expected) => {
  const name = 'bad-file';
  const before = await on.rows(kept);
  const faults = await on.read(name, content, { format, council: 'southwark' }).then(
    (report) => report.rejected,
    (error) => {
      expect(error).toBeInstanceOf(ImportError);
      return (error as ImportError).faults;
    },
  );
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.map((fault) => fault.expected).join('; ')).toMatch(expected);
  for (const { at } of faults) {
    expect(at?.file).toBe(name);
    expect(at?.line ?? at?.path).toBeDefined();
  }
  expect(await on.rows(kept)).toEqual(before);
});

test('the header that a file of codes keeps as a pair is no place abroad; what is one is told by its path', async () => {
  const pairs = { '\ufeffLAD23CD': 'LAD23NM', M99999999: 'Isle of Man', E09000028: 'Southwark' };
  const { doubts } = await on.read('codes.json', JSON.stringify(pairs), { format: 'district-names' });
  expect(doubts).toMatchObject([{ code: 'PLACE_OUTSIDE', file: 'codes.json', path: 'M99999999' }]);
  expect(doubts[0]).not.toHaveProperty('line');
});
