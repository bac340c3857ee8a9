// The page for developers prints what is so: its examples run, its limits and codes are those of the graph. And a
// vote is drawn as it was counted.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorCodes } from '../../src/graph/errors.js';
import { limits } from '../../src/graph/limits.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';
import { words } from './words.js';

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url);
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const page = async (path: string) =>
  (await fetch(server.address + path, { headers: { accept: 'text/html' } })).text();
const found = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` data-${name}="([^"]*)"`, 'g'))].map(([, value]) => String(value));

test('every limit and every code of the graph is there', async () => {
  const html = await page('/developers');
  expect(found(html, 'limit')).toEqual(Object.keys(limits));
  expect(found(html, 'code')).toEqual(Object.keys(errorCodes));
});

test('every example runs as it stands', async () => {
  const { examples } = (await (await fetch(`${server.address}/developers.json`)).json()) as {
    examples: { name: string; query: string }[];
  };
  expect(found(await page('/developers'), 'example')).toEqual(examples.map(({ name }) => name));
  for (const { name, query } of examples) {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { errors?: unknown };
    expect([name, response.status, answer.errors]).toEqual([name, 200, undefined]);
  }
});

test('a vote is drawn with its numbers and words, and one that nobody counted is not', async () => {
  const motion = '/motion/brent/2023-07-10/casey-review-metropolitan-police';
  expect(found(await page(motion), 'votes')).toEqual([]);
  await server.store.pool.query(
    `UPDATE motion_event SET votes_for = 40, votes_against = 10, votes_abstain = 0
     WHERE motion_id = $1 AND stage = 'decided'`,
    [motion.slice(1)],
  );
  const html = await page(motion);
  expect(found(html, 'votes')).toEqual(['40', '10', '0']);
  expect(html).toMatch(/<rect class="bar" width="25"/);
  expect(words(html)).toMatch(/The vote as counted For 40 Against 10 Abstained 0/);
});
