// The pages of lineage: what is shared is marked, what is not is not claimed, and what is held is not shown.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deriveTextMatches } from '../../src/store/text-matches.js';
import { families } from '../domain/lineage-texts.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type Serving, serving } from './serving.js';
import { words } from './words.js';

const [lamps = [], swimming = []] = families.map(({ wordings }) => wordings);
const [southwark, brent] = ['southwark/2023-03-22/safer', 'brent/2023-07-10/trust'];

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  server = await serving(database.url);
  const say = (id: string, text = '') =>
    server.store.pool.query("UPDATE clause SET text = $2, text_status = 'as_decided' WHERE id = $1", [
      id,
      text,
    ]);
  await say(`clause/${southwark}/1.a`, `${lamps[0]} <script>alert(1)</script>`);
  await say(`clause/${brent}/1`, `${lamps[1]} ${swimming[0]}`);
  await deriveTextMatches(server.store);
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const get = (path: string) => fetch(server.address + path, { headers: { accept: 'text/html' } });
const page = async (path: string) => (await get(path)).text();

test.each([
  ['/lineage', 1],
  [`/lineage/clause/${brent}/1`, 1],
  [`/lineage/motion/${brent}`, 1],
  [`/lineage/motion/${brent}?with=motion/${southwark}`, 1],
])('%s takes %i statement', async (path, count) => {
  server.statements();
  expect((await get(path)).status).toBe(200);
  expect(server.statements()).toHaveLength(count);
});

test('a motion tells who carried its words, and what each kept, changed, left out and added', async () => {
  const html = await page(`/lineage/motion/${brent}`);
  const row = html.slice(html.lastIndexOf('<tr', html.indexOf(`with=motion/${southwark}`)));
  const counts = Object.fromEntries(
    [...row.matchAll(/data-count="([^"]+)">(?:<span class="empty">)?(\w+)/g)].map(([, name, count]) => [
      name,
      count === 'none' ? 0 : Number(count),
    ]),
  );
  const clausesOf = async (motion: string) => {
    const sql = 'SELECT count(*)::int AS n FROM clause WHERE motion_id = $1';
    return (await server.store.pool.query<{ n: number }>(sql, [`motion/${motion}`])).rows[0]?.n ?? 0;
  };
  expect(counts).toEqual({
    unchanged: 0,
    changed: 1,
    'left-out': (await clausesOf(brent)) - 1,
    own: (await clausesOf(southwark)) - 1,
  });
  expect(html.indexOf(`with=motion/${southwark}`)).toBeLessThan(html.indexOf('the motion asked about'));
});

describe('a clause', () => {
  test('shows the earlier wording with what changed, word by word', async () => {
    const html = await page(`/lineage/clause/${brent}/1`);
    expect(html).toMatch(/<del>[^<]*four hundred[^<]*<\/del>/);
    expect(html).toMatch(/<ins>[^<]*ninety[^<]*<\/ins>/);
    expect(words(html)).toContain('earlier');
  });

  test('prints hostile wording as text', async () => {
    const html = await page(`/lineage/clause/${southwark}/1.a`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script');
  });

  test('that shares nothing says so', async () => {
    expect(words(await page(`/lineage/clause/${brent}/2.ii`))).toContain('shares its wording');
  });

  test('is led to from its motion', async () => {
    expect(await page(`/motion/${brent}`)).toContain(`href="/lineage/clause/${brent}/1"`);
  });
});

test('two motions stand side by side with the shared passage marked in both', async () => {
  const html = await page(`/lineage/motion/${brent}?with=motion/${southwark}`);
  const marks = [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => text);
  expect(marks).toHaveLength(2);
  expect(marks[0]).toBe(marks[1]);
  expect(html).toContain('href="#b-1.a"');
});

test('wording that is held is not shown, though it is told that it is shared', async () => {
  const { pool } = server.store;
  await pool.query('UPDATE clause SET text = NULL, text_status = $2 WHERE id = $1', [
    `clause/${southwark}/1.a`,
    'held_not_published',
  ]);
  await pool.query('INSERT INTO held_text VALUES ($1, $2, $3)', [
    `clause/${southwark}/1.a`,
    `${lamps[0]} <script>alert(1)</script>`,
    'no licence',
  ]);
  for (const path of [`/lineage/clause/${brent}/1`, `/lineage/motion/${brent}?with=motion/${southwark}`]) {
    const html = await page(path);
    expect(html).toContain('Southwark');
    expect(html).not.toContain('four hundred');
  }
});

test('the same comes as data', async () => {
  const data = await (await get(`/lineage/clause/${brent}/1.json`)).json();
  expect(data).toMatchObject({
    matches: [{ clause: { id: `clause/${southwark}/1.a` }, otherIsEarlier: true }],
  });
});

test.each([
  ['/lineage/clause/none', 404],
  ['/lineage/motion/none', 404],
  ['/lineage/council/brent', 404],
  [`/lineage/motion/${brent}?with=brent`, 400],
  [`/lineage/motion/${brent}?with=motion/none`, 404],
])('%s is refused with %i and says what was expected', async (path, status) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(words(await response.text())).toMatch(/id of a clause or of a motion|by its id/);
});
