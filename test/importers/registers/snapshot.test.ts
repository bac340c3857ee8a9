// A stranger who imports the tables of a snapshot into an empty store publishes the same table bytes; and
// what Popolo can hold survives the way out and in again.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type InterchangeFormat, interchangeFormats } from '../../../src/exporters/interchange-formats.js';
import { publish } from '../../../src/jobs/publish.js';
import { openStore } from '../../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../../support/database.js';
import { registerTests } from './running.js';

let seeded: TestDatabase;
let on: Awaited<ReturnType<typeof registerTests>>;
let exportsDir: string;

beforeAll(async () => {
  seeded = await seededDatabase();
  on = await registerTests();
  exportsDir = await mkdtemp(join(tmpdir(), 'snapshots-'));
}, 120_000);

afterAll(async () => {
  await on.close();
  await seeded.drop();
  await rm(exportsDir, { recursive: true, force: true });
});

const csvFiles = async (folder: string) =>
  (await readdir(join(folder, 'csv'))).filter((name) => name.endsWith('.csv')).sort();

async function exported(format: InterchangeFormat, url: string): Promise<string> {
  const store = openStore(url, { max: 1 });
  try {
    let text = '';
    for await (const piece of interchangeFormats[format](store)) text += piece;
    return text;
  } finally {
    await store.close();
  }
}

test('Popolo goes out, into an empty store, and out again byte for byte', async () => {
  const empty = await registerTests();
  try {
    const out = await exported('popolo', seeded.url);
    const document = JSON.parse(out);
    expect(document.persons.length).toBeGreaterThan(10);
    expect(document.memberships.length).toBeGreaterThan(10);
    expect(document.motions.length).toBeGreaterThan(1);
    const report = await empty.read('popolo.json', out);
    expect(report.files[0]?.format).toBe('popolo');
    expect(report.rejected).toEqual([]);
    expect(await exported('popolo', empty.url)).toBe(out);
    const again = await empty.read('popolo.json', out);
    expect(again.counts).toMatchObject({ inserted: 0, updated: 0 });
  } finally {
    await empty.close();
  }
}, 180_000);

test('Open Civic Data goes out, into an empty store, and out again byte for byte', async () => {
  const empty = await registerTests();
  try {
    const out = await exported('ocd', seeded.url);
    const document = JSON.parse(out);
    expect(document.jurisdictions[0].id).toMatch(
      /^ocd-jurisdiction\/country:gb\/council:[\w.~-]+\/government$/,
    );
    expect(document.bills).toContainEqual(
      expect.objectContaining({
        id: 'motion/southwark/2023-03-22/safer-southwark-communities',
        legislative_session: { identifier: '2023', name: '2023' },
        identifier: '2023-03-22/safer-southwark-communities',
        classification: ['motion'],
        actions: expect.arrayContaining([expect.objectContaining({ classification: ['passage'] })]),
        sources: expect.arrayContaining([expect.objectContaining({ url: expect.stringMatching(/^https:/) })]),
      }),
    );
    expect(document.vote_events.length).toBeGreaterThan(0);
    expect(document.events.length).toBeGreaterThan(0);
    const report = await empty.read('ocd.json', out);
    expect(report.files[0]?.format).toBe('ocd');
    expect(report.rejected).toEqual([]);
    expect(await exported('ocd', empty.url)).toBe(out);
    const again = await empty.read('ocd.json', out);
    expect(again.counts).toMatchObject({ inserted: 0, updated: 0 });
    // Where each motion stands follows from its steps in the new store too.
    const standing = 'SELECT id, current_stage, current_outcome FROM motion ORDER BY id';
    const store = openStore(seeded.url, { max: 1 });
    const { rows } = await store.pool.query(standing).finally(() => store.close());
    expect(await empty.rows(standing)).toEqual(rows);
  } finally {
    await empty.close();
  }
}, 180_000);

test('Popolo of others is read by names and identifiers, and what it keeps of people is not kept here', async () => {
  const foreign = {
    persons: [
      {
        id: 'p1',
        name: 'Ada Moor',
        email: 'ada@example.org',
        birth_date: '1980-01-01',
        image: 'https://example.org/a.jpg',
      },
      { id: 'p2', name: 'Ivo Reed', identifiers: [{ scheme: 'moderngov-brent', identifier: '7' }] },
    ],
    organizations: [
      { id: 'o1', name: 'Southwark', classification: 'council' },
      { id: 'o2', name: 'Green Party', classification: 'party' },
    ],
    areas: [{ id: 'a1', name: 'Peckham' }],
    posts: [
      {
        id: 'post1',
        label: 'Councillor for Peckham',
        organization_id: 'o1',
        area_id: 'a1',
        role: 'councillor',
      },
    ],
    memberships: [
      {
        person_id: 'p1',
        organization_id: 'o1',
        on_behalf_of_id: 'o2',
        area_id: 'a1',
        role: 'Councillor',
        start_date: '2022-05-09',
        end_date: '2026-05-11',
      },
      { person_id: 'p2', post_id: 'post1', start_date: '2022-05' },
      { person_id: 'nobody', organization_id: 'o1' },
    ],
  };
  const other = await registerTests();
  try {
    const { authorities } = await import('./running.js');
    await other.read('authorities.csv', authorities);
    const report = await other.read('foreign.json', JSON.stringify(foreign), { acceptPartial: true });
    expect(report.rejected).toMatchObject([
      { at: { path: 'memberships[1]' }, got: '2022-05' },
      { at: { path: 'memberships[2]' }, got: 'nobody' },
    ]);
    expect(
      await other.rows('SELECT councillor_id, start_date, end_date, party_id, role FROM membership'),
    ).toEqual([
      {
        councillor_id: 'councillor/southwark/ada-moor',
        start_date: '2022-05-09',
        end_date: '2026-05-11',
        party_id: 'party/green',
        role: 'councillor',
      },
    ]);
    const broken = await other.read('broken.json', '{"persons": [', { format: 'popolo' });
    expect(broken.rejected).toMatchObject([{ expected: 'well-formed JSON' }]);
  } finally {
    await other.close();
  }
}, 180_000);

test('the tables of a snapshot make the same tables again, byte for byte', async () => {
  const first = await publish({ url: seeded.url, exportsDir });
  const names = await csvFiles(first.folder);
  const files = names.map((name) => join(first.folder, 'csv', name));
  const { report, rejected } = await on.run(files);
  expect(report.rejected.slice(0, 3)).toEqual([]);
  expect(rejected).toBe(0);
  expect(report.files.every(({ format }) => format === 'table')).toBe(true);
  const second = await publish({ url: on.url, exportsDir: join(exportsDir, 'second') });
  const different: string[] = [];
  for (const name of names) {
    const [a, b] = await Promise.all(
      [first, second].map(({ folder }) => readFile(join(folder, 'csv', name))),
    );
    if (!a?.equals(b ?? Buffer.alloc(0))) different.push(name);
  }
  expect(different).toEqual([]);
  expect(names.length).toBeGreaterThan(40);
  const again = await on.run(files);
  expect(again.report.counts).toMatchObject({ inserted: 0, updated: 0 });
}, 300_000);

test('rows that point nowhere, come twice or hold what no cell may hold are told by their line', async () => {
  const wards = 'id,council_id,council_inferred,name,gss_code,seats,seats_status,start_date,end_date\r\n';
  const report = await on.read(
    'wards.csv',
    `${wards}ward/E05999991,council/atlantis,false,Deep,E05999991,,,,\r\nward/E05999992,,false,"Quoted\r\nname",E05999992,,,,\r\nward/E05999992,,false,Twice,E05999992,,,,\r\nward/E05999993,,maybe,Unsure,,,,,\r\nward/E05999994,,false,Late,,,,31/12/2020,\r\n`,
    { acceptPartial: true },
  );
  expect(report.rejected.map(({ at, got }) => [at?.line, got])).toEqual([
    [6, 'maybe'],
    [7, '31/12/2020'],
    [5, 'ward/E05999992'],
    [2, 'council/atlantis'],
  ]);
  expect(report.tables.ward).toEqual({ inserted: 1, updated: 0, unchanged: 0, rejected: 4 });
  expect(await on.rows("SELECT name FROM ward WHERE id = 'ward/E05999992'")).toEqual([
    { name: 'Quoted\nname' },
  ]);
});
