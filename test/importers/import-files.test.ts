// Documents go into a real database: recognised, attached or recorded as new, and never twice.

import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FileImport, importFiles } from '../../src/importers/import-files.js';
import { openStore, type Store } from '../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;
let folder: string;

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url, { max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});

afterAll(async () => {
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function document(name: string, text: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

function run(job: Partial<FileImport> & Pick<FileImport, 'files'>) {
  return importFiles({ url: database.url, dryRun: false, ...job });
}

async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await store.pool.query<T>(sql, values)).rows;
}

const playStreets = `Play streets for Camden

Camden Council
Full Council
Monday 13 May 2024

Moved by Councillor Ida Brook (Labour)

This Council notes:
1. Children in the borough have nowhere safe to play outside their own front doors.
2. Mr Peter Sand has asked for a play street since his road was widened.

This Council resolves to:
1. Open six play streets before the end of the summer holidays.
2. Write to the Mayor of London asking for money for the signs.

The motion was carried by 30 votes to 12.
`;

test('a motion that nobody has recorded becomes a new one, its wording held while no licence is stated', async () => {
  const file = await document('play.txt', playStreets);
  const { report, rejected } = await run({ files: [file] });
  const id = 'motion/camden/2024-05-13/play-streets-for-camden';
  expect(rejected).toBe(0);
  expect(report.files[0]?.result).toBe(`recorded as ${id}`);
  expect(report.doubts.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['RIGHTS_NOT_STATED', 'PERSON_NOT_OFFICE_HOLDER']),
  );
  const clauses = await ask<{
    address: string;
    text: string | null;
    text_status: string;
    held: string | null;
  }>(
    `SELECT c.address, c.text, c.text_status, h.text AS held FROM clause c
     LEFT JOIN held_text h ON h.clause_id = c.id WHERE motion_id = $1 ORDER BY seq`,
    [id],
  );
  expect(clauses.map(({ address }) => address)).toEqual(['n1', 'n2', 'r1', 'r2']);
  expect(
    clauses.every(({ text, text_status }) => text === null && text_status === 'held_not_published'),
  ).toBe(true);
  expect(clauses[2]?.held).toBe('Open six play streets before the end of the summer holidays.');
  const [motion] = await ask('SELECT current_outcome, outcome_since, text_status FROM motion WHERE id = $1', [
    id,
  ]);
  expect(motion).toEqual({ current_outcome: 'carried', outcome_since: '2024-05-13', text_status: 'full' });
  const [person] = await ask('SELECT id, role, name, party_id FROM motion_person WHERE motion_id = $1', [id]);
  expect(person).toEqual({
    id: 'person/camden/2024-05-13/play-streets-for-camden/mover-1',
    role: 'mover',
    name: 'Ida Brook',
    party_id: 'party/labour',
  });
  const asks = await ask<{ object: string; review_state: string; coded_by: string }>(
    "SELECT object, review_state, coded_by FROM ask WHERE clause_id LIKE 'clause/camden/%'",
  );
  expect(asks).toEqual([
    {
      object: 'write to, Mayor of London: as clause r2 words it',
      review_state: 'suggested',
      coded_by: 'importer',
    },
  ]);
});

test('the same file again changes nothing and says so', async () => {
  const file = await document('play-again.txt', playStreets);
  const revisions = await ask('SELECT count(*) FROM revision');
  const { report } = await run({ files: [file] });
  expect(report.files[0]?.result).toMatch(/^attached to .*; nothing changed$/);
  expect(report.counts).toMatchObject({ inserted: 0, updated: 0 });
  expect(await ask('SELECT count(*) FROM revision')).toEqual(revisions);
});

test('an open licence publishes the wording, but not of a clause that names a private person', async () => {
  const file = await document('play-licensed.txt', playStreets);
  await run({ files: [file], licence: 'ogl-uk-3.0' });
  const clauses = await ask<{ address: string; text: string | null; text_status: string; wording: string }>(
    "SELECT address, text, text_status, wording FROM clause WHERE motion_id LIKE 'motion/camden/%' ORDER BY seq",
  );
  expect(clauses.map(({ address, text_status }) => `${address} ${text_status}`)).toEqual([
    'n1 as_decided',
    'n2 held_not_published',
    'r1 as_decided',
    'r2 as_decided',
  ]);
  expect(clauses[2]?.text).toBe('Open six play streets before the end of the summer holidays.');
  const held = await ask("SELECT clause_id FROM held_text WHERE clause_id LIKE 'clause/camden/%'");
  expect(held).toEqual([{ clause_id: 'clause/camden/2024-05-13/play-streets-for-camden/n2' }]);
  const [source] = await ask(
    "SELECT licence_id, completeness, media_type FROM source WHERE id LIKE 'source/document-%'",
  );
  expect(source).toEqual({
    licence_id: 'licence/ogl-uk-3.0',
    completeness: 'full',
    media_type: 'text/plain',
  });
});

test('once published the wording stays published when the file comes again without a licence', async () => {
  const file = await document('play-later.txt', playStreets);
  const { report } = await run({ files: [file] });
  expect(report.files[0]?.result).toMatch(/nothing changed$/);
});

test('a suggestion that somebody has reviewed stays as reviewed when the file comes again', async () => {
  await store.pool.query(
    "UPDATE ask SET review_state = 'checked_once' WHERE clause_id LIKE 'clause/camden/%'",
  );
  await run({ files: [await document('play-reviewed.txt', `${playStreets}\n`)], licence: 'ogl-uk-3.0' });
  expect(await ask("SELECT review_state FROM ask WHERE clause_id LIKE 'clause/camden/%'")).toEqual([
    { review_state: 'checked_once' },
  ]);
});

test('where the record keeps other words, nothing is suggested from those of the document', async () => {
  const asks = "SELECT count(*) FROM ask WHERE clause_id LIKE 'clause/camden/%'";
  const before = await ask(asks);
  const other = playStreets.replace(
    'Open six play streets',
    'Ask the Cabinet to fund and publish six streets',
  );
  const { report } = await run({ files: [await document('play-other.txt', other)] });
  expect(report.doubts.map(({ code }) => code)).toContain('WORDING_DIFFERS');
  expect(await ask(asks)).toEqual(before);
});

test('a folder, or standard input twice, is wrong use', async () => {
  await expect(run({ files: [folder] })).rejects.toThrow(/it is a folder/);
  const stdin = Readable.from(['']);
  await expect(run({ files: ['-', '-'], stdin })).rejects.toThrow(/standard input \(-\) once/);
});

test('a recorded motion is recognised by its title and keeps what people wrote of it', async () => {
  const before = await ask(
    "SELECT id, summary, kind, seq FROM clause WHERE motion_id LIKE 'motion/southwark/%' ORDER BY id",
  );
  const text = `Safer Southwark Communities

Southwark Council

2. This council resolves to:

 - b. Ask the Cabinet to:
 - Press on, month by month, until the work is done.
 - ii. Keep the advisers on, and pay them.
 - iii. Find more groups who will help.
 - iv. Write to the Home Secretary about it.
`;
  const { report } = await run({ files: [await document('safer.txt', text)], council: 'SWK' });
  expect(report.files[0]?.result).toBe('attached to motion/southwark/2023-03-22/safer-southwark-communities');
  const after = await ask(
    "SELECT id, summary, kind, seq FROM clause WHERE motion_id LIKE 'motion/southwark/%' ORDER BY id",
  );
  expect(after).toEqual(before);
  const [clause] = await ask<{ source_id: string; text_status: string }>(
    "SELECT source_id, text_status FROM clause WHERE id = 'clause/southwark/2023-03-22/safer-southwark-communities/2.b.iv'",
  );
  expect(clause?.text_status).toBe('held_not_published');
  expect(clause?.source_id).toMatch(/^source\/document-/);
  expect(report.doubts.map(({ code }) => code)).toContain('CLAUSE_NOT_IN_DOCUMENT');
});

test('a text that two recorded motions fit is a doubt, and nothing is written for it', async () => {
  const shared = 'Every lamp in the park is to be lit by dusk on every day of the whole year.';
  const make = (title: string) =>
    `${title}\n\nHackney Council resolves to:\n1. Mend the gates.\n2. ${shared}\n`;
  await run({
    files: [await document('one.txt', make('Lamps one')), await document('two.txt', make('Lamps two'))],
  });
  const count = await ask("SELECT count(*) FROM motion WHERE council_id = 'council/hackney'");
  // The second shares a clause with the first, so it is attached to it; a third would fit only that one.
  expect(count).toEqual([{ count: 1 }]);
  await store.pool.query(
    "INSERT INTO motion (id, council_id, slug, title, kind, text_status, date_precision) VALUES ('motion/hackney/undated/lamps-two', 'council/hackney', 'lamps-two', 'Lamps two', 'not_stated', 'full', 'unknown')",
  );
  const { report, rejected } = await run({
    files: [await document('three.txt', `${make('Lamps two')}3. Sweep the paths.\n`)],
  });
  expect(rejected).toBe(1);
  expect(report.doubts.map(({ code }) => code)).toContain('AMBIGUOUS_MOTION');
  expect(report.counts).toEqual({ inserted: 0, updated: 0, unchanged: 0 });
});

test('a dry run reads and keeps nothing, also from standard input', async () => {
  const before = await ask('SELECT count(*) FROM revision');
  const text = 'Barnet Council resolves to:\n1. Plant a tree in every street by the spring.\n';
  const { report, rejected } = await run({
    files: ['-'],
    dryRun: true,
    stdin: Readable.from([text]),
    council: 'E09000003',
  });
  expect(rejected).toBe(0);
  expect(report.motions[0]).toMatchObject({ council: 'council/barnet', title: null });
  expect(report.files[0]?.result).toBe('would be recorded as motion/barnet/undated/motion (dry run)');
  expect(Object.keys(report)).toEqual(expect.arrayContaining(['motions', 'doubts', 'unplaced']));
  expect(await ask('SELECT count(*) FROM revision')).toEqual(before);
});

test('a council or licence that is not recorded is wrong use', async () => {
  const file = await document('any.txt', playStreets);
  await expect(run({ files: [file], council: 'atlantis' })).rejects.toThrow(
    /expected the slug, id, GSS code/,
  );
  await expect(run({ files: [file], licence: 'none' })).rejects.toThrow(
    /expected a licence that is recorded/,
  );
});

test('two motions of one page are two motions, also when the page comes again', async () => {
  const page = `Enfield Council
Ponds and Paths Committee
Monday 3 June 2024

Motion 1: Toads on the road

Moved by Councillor Ivo Reed

This Council resolves to:
1. Shut Mill Lane on wet nights in March so that the toads can cross it.

Motion 2: Toads on the road

Moved by Councillor Ada Moor

This Council resolves to:
1. Build a tunnel below Mill Lane through which the toads can go.
`;
  const { report, rejected } = await run({ files: [await document('toads.txt', page)] });
  expect(rejected).toBe(0);
  const id = 'motion/enfield/2024-06-03/toads-on-the-road';
  expect(report.files[0]?.result).toBe(`recorded as ${id}; recorded as ${id}-2`);
  const again = await run({ files: [await document('toads-again.txt', page)] });
  expect(again.report.counts).toMatchObject({ inserted: 0, updated: 0 });
});

test('a page of HTML is read as its readers see it, and its source says so', async () => {
  const lines = playStreets.replace('Play streets for Camden', 'Quiet streets').split('\n');
  const page = `<html><body>${lines.map((line) => `<p>${line.replace(/\d+\./, '$&&nbsp;')}</p>`).join('')}</body></html>`;
  const { report } = await run({
    files: [await document('quiet.htm', page.replace(/nowhere safe|six/g, 'no place'))],
  });
  expect(report.motions[0]).toMatchObject({ title: 'Quiet streets', outcome: 'carried', date: '2024-05-13' });
  const [source] = await ask("SELECT media_type, note FROM source WHERE media_type = 'text/html'");
  expect(source).toMatchObject({ media_type: 'text/html', note: expect.stringMatching(/^A page of HTML/) });
});

test('what is neither text nor HTML is turned away, and old encodings are read', async () => {
  const pdf = await document('motion.pdf', '%PDF-1.7\n');
  const { rejected, report } = await run({ files: [pdf] });
  expect(rejected).toBe(1);
  expect(report.doubts.map(({ code }) => code)).toEqual(['FORMAT_NOT_READ']);
  const latin = await document(
    'latin.txt',
    Buffer.from('Bexley Council resolves to:\n1. Keep the caf\u00e9 in the park open.\n', 'latin1'),
  );
  const read = await run({ files: [latin], dryRun: true });
  expect(read.report.motions[0]?.clauses[0]?.text).toBe('Keep the café in the park open.');
  expect(read.report.doubts.map(({ code }) => code)).toContain('ENCODING_GUESSED');
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('Bexley Council resolves to:\n1. Keep it open.\n', 'utf16le'),
  ]);
  const utf16 = await run({ files: [await document('wide.txt', wide)], dryRun: true });
  expect(utf16.report.motions[0]?.clauses[0]).toMatchObject({
    text: 'Keep it open.',
    span: { start: 31, end: 44 },
  });
});

const founding = fileURLToPath(new URL('../../../shared/documents/', import.meta.url));
const isHere = existsSync(founding);
const testHere = isHere ? test : test.skip;

testHere(
  `the founding documents meet their seeded motions${isHere ? '' : ' (skipped: ../shared/documents is not here)'}`,
  async () => {
    const files = ['000_b931c962b55b246b.txt', '003_630fd87e99c24c76.txt'].map((name) =>
      join(founding, name),
    );
    const count = await ask(
      'SELECT (SELECT count(*) FROM motion) m, (SELECT count(*) FROM clause) c, (SELECT count(*) FROM motion_event) e, (SELECT count(*) FROM motion_person) p',
    );
    const { report } = await run({ files });
    expect(report.files.map(({ result }) => result)).toEqual([
      'attached to motion/brent/2023-07-10/casey-review-metropolitan-police',
      'attached to motion/southwark/2023-03-22/safer-southwark-communities',
    ]);
    const after = await ask(
      'SELECT (SELECT count(*) FROM motion) m, (SELECT count(*) FROM clause) c, (SELECT count(*) FROM motion_event) e, (SELECT count(*) FROM motion_person) p',
    );
    expect(after).toEqual(count);
    const again = await run({ files });
    expect(again.report.counts).toMatchObject({ inserted: 0, updated: 0 });
    const readings = await ask(
      "SELECT count(*) FROM citation WHERE coded_by <> 'importer' AND review_state = 'suggested'",
    );
    expect(readings).toEqual([{ count: 0 }]);
  },
);
