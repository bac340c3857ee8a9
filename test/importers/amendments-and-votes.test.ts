// Amendments become motions that amend, with their own movers, words and fate; votes by name are recorded
// only of councillors who are known for certain.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { audit } from '../../src/audits/audit.js';
import { importFiles } from '../../src/importers/import-files.js';
import { openStore, type Store } from '../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;
let folder: string;

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url, { max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'amendments-'));
});

afterAll(async () => {
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function read(name: string, text: string) {
  const file = join(folder, name);
  await writeFile(file, text);
  return importFiles({ url: database.url, dryRun: false, files: [file], licence: 'ogl-uk-3.0' });
}

async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await store.pool.query<T>(sql, values)).rows;
}

const bandstand = `Southwark Council
Full Council
Wednesday 10 July 2024

Motion: The bandstand on the rye

Moved by Councillor Ellie Cumbo, seconded by Councillor Jon Hartley

This Council notes:
1. The bandstand has stood without a roof for three winters.

This Council resolves to:
1. Mend the roof before the carnival.

Amendment A

Moved by Councillor Irina von Wiese (Liberal Democrats)

Delete “before the carnival”.
Insert “within a year”.

The amendment was lost.
For (1): Councillor Irina von Wiese
Against (3): Councillors Ellie Cumbo, Jon Hartley and Ann Nobody

Amendment B, moved by Councillor Jane Salmon

Add “and paint it”.

Amendment B was carried.

The motion as amended was carried.
For (3): Councillors Ellie Cumbo, Jane Salmon and Hartley
Against (1): Councillor Sunny Lambe
`;
const id = 'motion/southwark/2024-07-10/the-bandstand-on-the-rye';

test('an amendment is a motion that amends, with its own mover, words and decision', async () => {
  const { report } = await read('bandstand.txt', bandstand);
  expect(report.files[0]?.result).toBe(`recorded as ${id}`);
  const amendments = await ask(
    `SELECT id, title, kind, current_outcome, text_status FROM motion WHERE amends_id = $1 ORDER BY id`,
    [id],
  );
  const common = { kind: 'amendment', text_status: 'full' };
  expect(amendments).toEqual([
    { ...common, id: `${id}/amendment-a`, title: 'Amendment A', current_outcome: 'lost' },
    { ...common, id: `${id}/amendment-b`, title: 'Amendment B', current_outcome: 'carried' },
  ]);
  const words = await ask<{ text: string; stance: string; wording: string }>(
    `SELECT text, stance, wording FROM clause WHERE motion_id = $1 ORDER BY seq`,
    [`${id}/amendment-a`],
  );
  expect(words).toEqual([
    { text: 'Delete “before the carnival”.', stance: 'none', wording: 'as_tabled' },
    { text: 'Insert “within a year”.', stance: 'none', wording: 'as_tabled' },
  ]);
  const people = await ask(
    'SELECT motion_id, councillor_id, party_id FROM motion_person WHERE motion_id LIKE $1 ORDER BY 1',
    [`${id}/%`],
  );
  expect(people).toEqual([
    {
      motion_id: `${id}/amendment-a`,
      councillor_id: 'councillor/southwark/irina-von-wiese',
      party_id: 'party/liberal-democrats',
    },
    { motion_id: `${id}/amendment-b`, councillor_id: 'councillor/southwark/jane-salmon', party_id: null },
  ]);
});

test('the motion says when each was decided, in order, and was carried as amended', async () => {
  const events = await ask(
    'SELECT stage, outcome, amendment_id FROM motion_event WHERE motion_id = $1 ORDER BY seq',
    [id],
  );
  expect(events).toEqual([
    { stage: 'amendment_decided', outcome: null, amendment_id: `${id}/amendment-a` },
    { stage: 'amendment_decided', outcome: null, amendment_id: `${id}/amendment-b` },
    { stage: 'decided', outcome: 'carried_as_amended', amendment_id: null },
  ]);
});

test('a vote is recorded only of a councillor known by the whole name; the others are a doubt', async () => {
  const votes = await ask(
    'SELECT v.id, option, e.decision_mode FROM vote v JOIN motion_event e ON e.id = event_id ORDER BY v.id',
  );
  const path = 'vote/southwark/2024-07-10/the-bandstand-on-the-rye';
  const mode = { decision_mode: 'recorded_vote' };
  expect(votes).toEqual([
    { id: `${path}/amendment-a/decided/ellie-cumbo`, option: 'against', ...mode },
    { id: `${path}/amendment-a/decided/irina-von-wiese`, option: 'for', ...mode },
    { id: `${path}/amendment-a/decided/jon-hartley`, option: 'against', ...mode },
    { id: `${path}/decided/ellie-cumbo`, option: 'for', ...mode },
    { id: `${path}/decided/jane-salmon`, option: 'for', ...mode },
    { id: `${path}/decided/sunny-lambe`, option: 'against', ...mode },
  ]);
  const { report } = await read('bandstand.txt', bandstand);
  const unsure = report.doubts.filter(({ code }) => code === 'VOTER_NOT_KNOWN').map(({ message }) => message);
  expect(unsure).toHaveLength(2);
  expect(unsure.join()).toMatch(/\(Ann Nobody\).*\(Hartley\)/);
});

test('the same page again changes nothing, and every rule that stops publication holds', async () => {
  const { report } = await read('bandstand.txt', bandstand);
  expect(report.files[0]?.result).toMatch(/^attached to .*; nothing changed$/);
  expect(report.doubts.map(({ code }) => code)).not.toContain('AMENDMENT_NOT_RECORDED');
  const failing = (await audit(database)).findings.filter(({ level }) => level === 'MUST');
  expect(failing).toEqual([]);
});

test('a surname is enough where every seat of the council is known', async () => {
  await ask(`UPDATE ward SET seats = 3 WHERE council_id = 'council/southwark'`);
  await ask(
    `UPDATE ward SET end_date = '2023-01-01' WHERE council_id = 'council/southwark'
     AND id <> (SELECT min(id) FROM ward WHERE council_id = 'council/southwark')`,
  );
  await read('bandstand.txt', bandstand);
  const [vote] = await ask<{ option: string }>('SELECT option FROM vote WHERE id LIKE $1', [
    '%/the-bandstand-on-the-rye/decided/jon-hartley',
  ]);
  expect(vote).toEqual({ option: 'for' });
});

test('an amendment that the record holds gains the page as a source, and its curated events stay', async () => {
  const recorded = 'motion/southwark/2023-03-22/safer-southwark-communities';
  const { report } = await read(
    'casey.txt',
    `Southwark Council
Council Assembly
22 March 2023

Motion: Safer Southwark Communities

This Council resolves to:
1. Write a joint letter.

Amendment A, moved by Councillor Irina von Wiese

Say that the Mayor has no confidence in the Met.

Amendment A was lost.

The motion was carried.
`,
  );
  expect(report.files[0]?.result).toContain(`attached to ${recorded}`);
  const amendments = await ask('SELECT id, current_outcome FROM motion WHERE amends_id = $1', [recorded]);
  expect(amendments).toEqual([{ id: `${recorded}/amendment-a`, current_outcome: 'lost' }]);
  const [{ sources } = { sources: 0 }] = await ask<{ sources: number }>(
    `SELECT count(*)::int AS sources FROM motion_event_source
     WHERE motion_event_id = 'event/southwark/2023-03-22/safer-southwark-communities/amendment-a/decided'`,
  );
  expect(sources).toBe(2);
});
