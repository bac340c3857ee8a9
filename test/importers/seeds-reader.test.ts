import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ImportError } from '../../src/errors.js';
import { readSeeds } from '../../src/importers/seeds/read.js';
import { motionFile, type SeedFolder, seedFolder, smallWorld } from './seeds-fixture.js';

let seeds: SeedFolder;
beforeEach(async () => {
  seeds = await seedFolder();
});
afterEach(() => seeds.remove());

async function faults(): Promise<string[]> {
  try {
    await readSeeds(seeds.path);
  } catch (error) {
    if (error instanceof ImportError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

const recordsOf = async (table: string) =>
  (await readSeeds(seeds.path)).records.filter((record) => record.table === table);

const lineOf = (file: string, text: string) =>
  (smallWorld[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;

test('a folder of seeds becomes records, parents before children', async () => {
  const { records } = await readSeeds(seeds.path);
  const tables = [...new Set(records.map(({ table }) => table))];
  expect(tables.indexOf('source')).toBeLessThan(tables.indexOf('council'));
  expect(tables.indexOf('motion')).toBeLessThan(tables.indexOf('clause'));
  expect(tables.indexOf('recommendation')).toBeLessThan(tables.indexOf('citation'));
});

test('a row states only its filled cells, in the types of their columns', async () => {
  const [ward] = await recordsOf('ward');
  expect(ward?.row).toEqual({
    id: 'ward/E05004880',
    council_id: 'council/ashford',
    council_inferred: false,
    name: 'Aylesford Green',
    gss_code: 'E05004880',
    seats: 1,
    seats_status: 'verified',
  });
  expect(ward?.at).toEqual({ file: 'seeds/wards.csv', line: 2 });
  const police = (await recordsOf('organisation')).at(1);
  expect(police?.row).not.toHaveProperty('council_id');
});

test('the cell null states that a value is not known', async () => {
  await seeds.edit('wards.csv', 'council/ashford', 'null');
  expect((await recordsOf('ward'))[0]?.row.council_id).toBeNull();
  await seeds.edit('wards.csv', 'Aylesford Green', 'null');
  expect((await recordsOf('ward'))[0]?.row.name).toBe('null');
});

test('the sources of a row become rows of its bridge', async () => {
  expect((await recordsOf('ward_source')).map(({ row }) => row)).toEqual([
    { ward_id: 'ward/E05004880', source_id: 'source/minutes' },
    { ward_id: 'ward/E05004880', source_id: 'source/news' },
  ]);
});

test('a motion takes its id from its file and its parts take theirs from it', async () => {
  const [motion] = await recordsOf('motion');
  expect(motion?.row).toMatchObject({
    id: 'motion/ashford/2024-05-01/safer-streets',
    council_id: 'council/ashford',
    slug: 'safer-streets',
    date: '2024-05-01',
    date_precision: 'day',
    amends_id: null,
  });
  const path = 'ashford/2024-05-01/safer-streets';
  expect((await recordsOf('motion_event')).map(({ row }) => [row.seq, row.id])).toEqual([
    [1, `event/${path}/debated`],
    [2, `event/${path}/decided`],
  ]);
  expect((await recordsOf('ask'))[0]?.row.id).toBe(`ask/${path}/1.b/1`);
  expect((await recordsOf('citation')).map(({ row }) => row.id)).toEqual([
    `citation/${path}/1.b/vetting`,
    `citation/${path}/2/all`,
  ]);
});

test('an address is made of the printed labels, and a part that was not printed is marked', async () => {
  const clauses = (await recordsOf('clause')).map(({ row }) => row);
  expect(clauses.map((row) => [row.seq, row.address, row.address_inferred])).toEqual([
    [1, '1', false],
    [2, '1.a', false],
    [3, '1.b', true],
    [4, '2', false],
  ]);
  expect(clauses[2]?.parent_id).toBe('clause/ashford/2024-05-01/safer-streets/1');
});

test('what a document import may better is only begun with', async () => {
  const [clause] = await recordsOf('clause');
  expect(clause?.initial).toEqual({
    text_status: 'summary_only',
    wording: 'as_decided',
    source_id: 'source/minutes',
  });
  expect(clause?.row).not.toHaveProperty('text_status');
});

test('a motion of an unknown date has none in its id; an amendment is part of its motion', async () => {
  const text = 'kind: not_stated\ntext_status: summary_only\nsources: [source/news]\n';
  await seeds.write('motions/ashford/undated-x.yaml', text);
  await seeds.write('motions/ashford/2023-04-y.yaml', text);
  await seeds.write('motions/ashford/2024-05-01-safer-streets.amendment-a.yaml', text);
  const rows = (await recordsOf('motion')).map(({ row }) => row);
  expect(rows.map((row) => [row.id, row.date, row.date_precision, row.amends_id])).toEqual([
    ['motion/ashford/2023-04/y', '2023-04-01', 'month', null],
    [
      'motion/ashford/2024-05-01/safer-streets/amendment-a',
      '2024-05-01',
      'day',
      'motion/ashford/2024-05-01/safer-streets',
    ],
    ['motion/ashford/2024-05-01/safer-streets', '2024-05-01', 'day', null],
    ['motion/ashford/undated/x', null, 'unknown', null],
  ]);
});

test('the hash changes with any seed and with nothing else', async () => {
  const { hash } = await readSeeds(seeds.path);
  await seeds.write('notes.txt', 'not a seed');
  expect((await readSeeds(seeds.path)).hash).toBe(hash);
  await seeds.edit('themes.csv', 'Oversight', 'Scrutiny');
  expect((await readSeeds(seeds.path)).hash).not.toBe(hash);
});

test('a faulty row is told with its file, line and column', async () => {
  await seeds.edit('wards.csv', ',1,verified', ',one,sure');
  expect(await faults()).toEqual([
    '  seeds/wards.csv:2 seats: expected a whole number, got "one"',
    '  seeds/wards.csv:2 seats_status: expected one of verified, two_source, inferred, unverified, got "sure"',
  ]);
});

test('a line is the one on which a row begins', async () => {
  await seeds.edit('themes.csv', 'theme/oversight,Oversight', 'theme/a,"Two\nlines"\n\nSupervision,Other');
  expect(await faults()).toEqual([
    '  seeds/themes.csv:5 id: expected an id that begins with theme/, got "Supervision"',
  ]);
});

test('an unknown or repeated column is told once, at the header', async () => {
  await seeds.edit('themes.csv', 'id,name', 'id,nom');
  expect(await faults()).toEqual([
    '  seeds/themes.csv:1: expected each column once, of id, name, summary, got nom',
    '  seeds/themes.csv:2: expected a value for name',
  ]);
  await seeds.edit('themes.csv', 'id,nom\ntheme/oversight', 'id,name,name\ntheme/oversight,x');
  expect(await faults()).toEqual([
    '  seeds/themes.csv:1: expected each column once, of id, name, summary, got name',
  ]);
});

test('broken CSV, broken YAML and other encodings are faults with their place', async () => {
  await seeds.edit('themes.csv', 'theme/oversight,Oversight', 'theme/oversight,Oversight,more');
  await seeds.edit(motionFile, 'kind: members_motion', 'kind: members_motion\nkind: executive');
  await seeds.write('parties.csv', Buffer.from('id,name\nparty/x,Fianna F\xe1il\n', 'latin1'));
  expect(await faults()).toEqual([
    '  seeds/parties.csv: expected text in UTF-8, got other bytes',
    `  seeds/${motionFile}:3: expected well-formed YAML, got Map keys must be unique`,
    '  seeds/themes.csv:2: expected well-formed CSV, got Invalid Record Length: expect 2, got 3 on line 2',
  ]);
});

test('a file that no table or motion is called by is a fault', async () => {
  await seeds.write('ward.csv', 'id\n');
  await seeds.write('motions/ashford/safer.yaml', 'kind: executive\n');
  expect(await faults()).toEqual([
    '  seeds/motions/ashford/safer.yaml: expected a name such as motions/southwark/2023-03-22-safer-southwark-communities.yaml, got motions/ashford/safer.yaml',
    expect.stringMatching(/^ {2}seeds\/ward\.csv: expected one of licences\.csv, .* got ward\.csv$/),
  ]);
});

test('an unknown word of a list, an unknown field and a missing field are told by their lines', async () => {
  await seeds.edit(motionFile, 'outcome: carried', 'outcome: passed');
  await seeds.edit(motionFile, 'object: better vetting', 'objekt: better vetting');
  expect(await faults()).toEqual([
    expect.stringContaining(
      `seeds/${motionFile}:${lineOf(motionFile, 'outcome:')} events[1].outcome: expected one of carried, carried_as_amended,`,
    ),
    expect.stringContaining(
      `seeds/${motionFile}:${lineOf(motionFile, '- actor:')} clauses[0].clauses[1].asks[0]: expected a value for object`,
    ),
    expect.stringContaining(
      `seeds/${motionFile}:${lineOf(motionFile, 'object:')} clauses[0].clauses[1].asks[0].objekt: expected one of the fields n, actor,`,
    ),
  ]);
});

test('a citation of all recommendations names none, and any other names one', async () => {
  const all = lineOf(motionFile, 'basis: collective_all');
  await seeds.edit(motionFile, 'basis: collective_all', 'basis: named');
  expect(await faults()).toEqual([
    `  seeds/${motionFile}:${all - 1} clauses[1].citations[0]: expected a value for recommendation`,
  ]);
  await seeds.edit(motionFile, 'basis: paraphrased', 'basis: collective_all');
  expect(await faults()).toContainEqual(
    expect.stringContaining('clauses[0].clauses[1].citations[0].recommendation: expected nothing here'),
  );
});

test('a date that is not in the calendar or the form is a fault', async () => {
  await seeds.edit(motionFile, 'date: 2024-05-01', 'date: 1 May 2024');
  expect((await faults())[0]).toContain(
    'expected a date such as 2023-03-22, 2023-03 or 2023, got "1 May 2024"',
  );
  await seeds.edit(motionFile, 'date: 1 May 2024', 'date: 2024-02-30');
  expect((await faults())[0]).toContain('got "2024-02-30"');
});

test('a clause without a label needs a part of the address', async () => {
  await seeds.edit(motionFile, 'part: b', 'label: "•"');
  expect(await faults()).toEqual([
    `  seeds/${motionFile}:${lineOf(motionFile, 'part: b')} clauses[0].clauses[1]: expected a part of the address for a clause without a label`,
  ]);
});

test('a record that is pointed at must be there', async () => {
  await seeds.edit('wards.csv', 'council/ashford', 'council/ashfield');
  await seeds.edit(motionFile, 'addressee: organisation/police', 'addressee: organisation/fire-brigade');
  await seeds.edit(motionFile, 'theme/oversight', 'theme/fire');
  expect(await faults()).toEqual([
    expect.stringContaining(
      `seeds/${motionFile}:${lineOf(motionFile, 'addressee:')} clauses[0].clauses[1].asks[0].addressee: expected the id of a seeded organisation, got organisation/fire-brigade`,
    ),
    expect.stringContaining(
      `seeds/${motionFile}:${lineOf(motionFile, 'themes:')} clauses[0].clauses[1].asks[0].themes[0]: expected the id of a seeded theme, got theme/fire`,
    ),
    '  seeds/wards.csv:2: expected the id of a seeded council, got council/ashfield',
  ]);
});

test('a wrong source of the whole reading is told once, where it stands', async () => {
  await seeds.edit(motionFile, 'reading:\n  source: source/minutes', 'reading:\n  source: source/blog');
  expect(await faults()).toEqual([
    `  seeds/${motionFile}:${lineOf(motionFile, 'reading:') + 1} reading.source: expected the id of a seeded source, got source/blog`,
  ]);
});

test('an id is given once', async () => {
  await seeds.edit(
    'themes.csv',
    'theme/oversight,Oversight\n',
    'theme/oversight,Oversight\ntheme/oversight,Again\n',
  );
  expect(await faults()).toEqual([
    '  seeds/themes.csv:3: expected each record once (the first is at themes.csv:2), got theme/oversight',
  ]);
});

test('a record needs a source', async () => {
  await seeds.edit('organisations.csv', 'police,,source/minutes', 'police,,');
  expect(await faults()).toEqual(['  seeds/organisations.csv:3: expected a value for sources']);
});

test('a record listed as removed cannot be there', async () => {
  await seeds.write('removed.csv', 'id,reason\ntheme/oversight,It was two themes.\n');
  expect(await faults()).toEqual([
    '  seeds/themes.csv:2: expected an id that removed.csv does not list, got theme/oversight',
  ]);
});
