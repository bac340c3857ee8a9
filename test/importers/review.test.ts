// From a document to a position: what is suggested counts as nothing until somebody accepts it, what is
// rejected is not suggested again, and what is decided can be written as seeds that say the same.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { audit } from '../../src/audits/audit.js';
import { importFiles } from '../../src/importers/import-files.js';
import { type Decision, decideSuggestions, listSuggestions, tellReview } from '../../src/importers/review.js';
import { importSeeds } from '../../src/importers/seeds.js';
import { comparison } from '../../src/store/queries/comparison.js';
import { openStore, type Store } from '../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;
let folder: string;
let seeds: string;

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url, { max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'review-'));
  seeds = join(folder, 'seeds');
  await cp('seeds', seeds, { recursive: true });
});

afterAll(async () => {
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const motion = 'motion/camden/2023-05-15/trust-in-the-police';
const clause = (address: string) => `clause/camden/2023-05-15/trust-in-the-police/${address}`;
const document = `Camden Council
Full Council
Monday 15 May 2023

Motion: Trust in the police

Moved by Councillor Ida Brook (Labour)

This Council notes:
1. The Baroness Casey Review of the Metropolitan Police Service was published in March 2023.

This Council resolves to:
1. Call on the Metropolitan Police to implement all 16 recommendations of the Baroness Casey Review.
2. Ask the Mayor of London to overhaul stop and search.
3. Write to the Home Secretary about the dismissal of officers.

The motion was carried.
`;

async function read() {
  const file = join(folder, 'trust.txt');
  await writeFile(file, document);
  return importFiles({ url: database.url, dryRun: false, files: [file], licence: 'ogl-uk-3.0' });
}

function decided(verdict: Decision['verdict'], filter: object, more: Partial<Decision> = {}) {
  const decision: Decision = {
    verdict,
    by: 'editor-2',
    reason: 'reinterpretation',
    note: 'read against the page',
    withoutThemes: [],
    seeds: null,
    ...more,
  };
  return decideSuggestions(database.url, filter, decision);
}

async function camden() {
  const answer = await comparison(store.db, { review: 'review/casey-2023', councils: ['council/camden'] });
  return (answer?.rows ?? []).map(({ cells }) => cells[0]);
}

async function themesOfAsks(): Promise<string[]> {
  const { rows } = await store.pool.query<{ ask_id: string; theme_id: string }>(
    "SELECT ask_id, theme_id FROM ask_theme WHERE ask_id LIKE 'ask/camden/%' ORDER BY 1, 2",
  );
  return rows.map(({ ask_id, theme_id }) => `${ask_id.split('/').slice(-2).join('/')} ${theme_id}`);
}

async function revisions(): Promise<number> {
  const { rows } = await store.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM revision');
  return rows[0]?.count ?? 0;
}

test('what a document suggests is listed with its words, and is no position', async () => {
  await read();
  const { suggestions } = await listSuggestions(database.url, { motion });
  expect(suggestions.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      `citation/camden/2023-05-15/trust-in-the-police/r1/all`,
      `ask/camden/2023-05-15/trust-in-the-police/r3/1`,
    ]),
  );
  const all = suggestions.find(({ says }) => says.basis === 'collective_all');
  expect(all).toMatchObject({ clause: clause('r1'), words: 'all 16 recommendations', isHeld: false });
  expect(tellReview({ suggestions, verdict: null, files: [] })).toContain('“all 16 recommendations”');
  expect((await camden()).every((cell) => cell?.position === null)).toBe(true);
});

test('themes are suggested with the words of the clause or the title, and nothing is of them yet', async () => {
  const { suggestions } = await listSuggestions(database.url, { motion, kind: 'ask' });
  const themes = Object.fromEntries(suggestions.map(({ address, themes }) => [address, themes]));
  const ofTitle = { theme: 'theme/consent', words: 'Trust in the police' };
  expect(themes).toEqual({
    r1: [ofTitle],
    r2: [ofTitle, { theme: 'theme/stop-and-search', words: 'stop and search' }],
    r3: [ofTitle, { theme: 'theme/dismissal', words: 'dismissal of officers' }],
  });
  expect(tellReview({ suggestions, verdict: null, files: [] })).toContain(
    'suggested theme/stop-and-search: “stop and search”',
  );
  expect(await themesOfAsks()).toEqual([]);
});

test('conditions narrow the list, and all of them must hold', async () => {
  const ids = async (filter: object) =>
    (await listSuggestions(database.url, filter)).suggestions.map(({ id }) =>
      id.split('/').slice(-2).join('/'),
    );
  expect(await ids({ council: 'council/camden', kind: 'ask', verb: 'write_to' })).toEqual(['r3/1']);
  expect(await ids({ review: 'review/casey-2023', basis: 'collective_all', motion })).toEqual(['r1/all']);
  expect(await ids({ theme: 'theme/stop-and-search' })).toEqual(['r2/1']);
  expect(await ids({ council: 'council/brent', verb: 'fund' })).toEqual([]);
});

test('an accepted citation is a position from then on, and the log says who and why', async () => {
  await decided('accept', { motion, basis: 'collective_all' });
  expect((await camden()).every((cell) => cell?.position?.basis === 'collective_all')).toBe(true);
  const { rows } = await store.pool.query(
    "SELECT by, reason, note, after FROM revision WHERE record_id LIKE 'citation/camden/%' AND operation = 'update'",
  );
  expect(rows).toEqual([
    {
      by: 'editor-2',
      reason: 'reinterpretation',
      note: 'read against the page',
      after: { review_state: 'checked_once', coded_by: 'editor-2' },
    },
  ]);
  const broken = (await audit(database)).findings.filter(({ level }) => level === 'MUST');
  expect(broken).toEqual([]);
});

test('a rejected ask is retired, and the same document does not suggest it again', async () => {
  const id = 'ask/camden/2023-05-15/trust-in-the-police/r3/1';
  await decided('reject', { ids: [id] });
  const before = await revisions();
  const { report } = await read();
  expect(report.files[0]?.result).toMatch(/nothing changed$/);
  expect(await revisions()).toBe(before);
  const open = (await listSuggestions(database.url, { motion })).suggestions.map((one) => one.id);
  expect(open).not.toContain(id);
  const { rows } = await store.pool.query('SELECT review_state FROM ask WHERE id = $1', [id]);
  expect(rows).toEqual([{ review_state: 'retired' }]);
});

test('what is accepted is written as seeds, which change nothing when they are imported', async () => {
  const withoutThemes = ['theme/consent'];
  const { files } = await decided('accept', { motion, kind: 'ask' }, { seeds, withoutThemes });
  expect(await themesOfAsks()).toEqual(['r2/1 theme/stop-and-search']);
  expect(files).toEqual(
    expect.arrayContaining([
      'motions/camden/2023-05-15-trust-in-the-police.yaml',
      'sources.csv',
      'coverage.csv',
    ]),
  );
  const yaml = await readFile(join(seeds, 'motions/camden/2023-05-15-trust-in-the-police.yaml'), 'utf8');
  expect(yaml).toContain('basis: collective_all');
  expect(yaml).toContain('- theme/stop-and-search');
  expect(yaml).not.toContain('theme/consent');
  expect(yaml).toContain('review_state: retired');
  expect(yaml).not.toContain('was published in March 2023');
  const before = await revisions();
  const { counts } = await importSeeds({ url: database.url, folder: seeds, force: true });
  const changed = Object.entries(counts).filter(([, { inserted, updated }]) => inserted + updated > 0);
  expect(changed).toEqual([]);
  expect(await revisions()).toBe(before);
});

test('in a file that somebody curates only lines are added', async () => {
  await store.pool.query(
    `INSERT INTO ask (id, clause_id, seq, actor_id, verb, addressee_inferred, object, state, review_state, coded_by)
     VALUES ('ask/southwark/2023-03-22/safer-southwark-communities/2.a/2',
       'clause/southwark/2023-03-22/safer-southwark-communities/2.a', 2, 'organisation/southwark',
       'campaign', false, 'tell everybody about the letter', 'unknown', 'suggested', 'importer')`,
  );
  const file = 'motions/southwark/2023-03-22-safer-southwark-communities.yaml';
  const before = (await readFile(join(seeds, file), 'utf8')).split('\n');
  const { files } = await decided('accept', { council: 'council/southwark', verb: 'campaign' }, { seeds });
  expect(files).toEqual([file]);
  const after = (await readFile(join(seeds, file), 'utf8')).split('\n');
  const rest = [...after];
  for (const line of before) {
    const at = rest.indexOf(line);
    expect(at).toBeGreaterThanOrEqual(0);
    rest.splice(at, 1);
  }
  expect(rest.map((line) => line.trim())).toContain('object: tell everybody about the letter');
  const { counts } = await importSeeds({ url: database.url, folder: seeds, force: true });
  expect(Object.values(counts).every(({ inserted, updated }) => inserted + updated === 0)).toBe(true);
});

test('a faulty review is refused with what was expected, and nothing is decided', async () => {
  const before = await revisions();
  await expect(decided('accept', { ids: ['ask/nowhere/1'] })).rejects.toThrow(
    /ask\/nowhere\/1, which fits nothing/,
  );
  const rejected = 'ask/camden/2023-05-15/trust-in-the-police/r3/1';
  await expect(decided('accept', { ids: [rejected] })).rejects.toThrow(/which is retired/);
  await expect(decided('accept', { motion: 'motion/no' })).rejects.toThrow(
    /expected suggestions that fit, got none/,
  );
  await expect(decided('reject', { motion }, { by: 'Ada Lovelace' })).rejects.toThrow(
    /a handle of lower-case/,
  );
  await expect(decided('reject', { motion }, { by: 'importer' })).rejects.toThrow(/which is a program/);
  await expect(decided('accept', { motion }, { withoutThemes: ['theme/nowhere'] })).rejects.toThrow(
    /expected a theme that is suggested with these asks, got theme\/nowhere/,
  );
  await expect(decided('reject', { motion }, { note: ' ' })).rejects.toThrow(/expected why, in words/);
  expect(await revisions()).toBe(before);
});
