// What was asked of somebody, or on a theme, and what came of it: the pages count and list what the store and the
// graph hold, and tell apart what no council has asked.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';
import { withoutData, words } from './words.js';

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

const get = (path: string) => fetch(server.address + path, { headers: { accept: 'text/html' } });
const page = async (path: string) => (await get(path)).text();
const found = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` data-${name}="([^"]*)"`, 'g'))].map(([, value]) => String(value));

async function asksOf(id: string): Promise<string[]> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query ($id: ID!) { asks(first: 100, where: { addressee: { id: { eq: $id } } }) { nodes { id } } }',
      variables: { id },
    }),
  });
  const { data } = (await response.json()) as { data: { asks: { nodes: { id: string }[] } } };
  return data.asks.nodes.map((ask) => ask.id);
}

test.each(['organisation/metropolitan-police', 'organisation/home-secretary', 'organisation/uk-government'])(
  'everything asked of %s is listed, as the graph has it, and the counts add up',
  async (id) => {
    const html = await page(`/${id}`);
    const asks = await asksOf(id);
    expect(found(html, 'ask').sort()).toEqual(asks.toSorted());
    expect(found(html, 'count').reduce((sum, count) => sum + Number(count), 0)).toBe(asks.length);
  },
);

test('a page takes two statements, and a page of one state lists those alone', async () => {
  server.statements();
  const html = await page('/organisation/metropolitan-police');
  expect(server.statements()).toHaveLength(2);
  const states = [...html.matchAll(/<li data-state="([^"]+)" data-count="(\d+)"/g)];
  expect(states.length).toBeGreaterThan(0);
  for (const [, state, count] of states) {
    const narrowed = await page(`/organisation/metropolitan-police?state=${state}`);
    expect([state, found(narrowed, 'ask').length]).toEqual([state, Number(count)]);
  }
});

test('what a motion that was lost asks is not said to be asked by the council', async () => {
  expect(words(await page('/theme/vetting'))).not.toContain('the council has not asked this');
  await server.store.pool.query(
    "UPDATE motion SET current_outcome = 'lost' WHERE council_id = 'council/brent'",
  );
  expect(words(await page('/theme/vetting'))).toContain('lost: the council has not asked this');
});

test('a suggested ask is marked as one', async () => {
  await server.store.pool.query("UPDATE ask SET review_state = 'suggested' WHERE id LIKE '%/2.b.iv/%'");
  const html = await page('/organisation/home-secretary');
  expect(html).toContain('data-review="suggested"');
  expect(words(html)).toContain('machine-suggested');
});

test('a step that followed is told with its day and its source', async () => {
  const { rows } = await server.store.pool.query<{ addressee: string; note: string }>(
    `SELECT a.addressee_id AS addressee, f.note FROM follow_up f JOIN ask a ON a.id = f.ask_id
     WHERE a.addressee_id IS NOT NULL LIMIT 1`,
  );
  const [step] = rows;
  const html = await page(`/${step?.addressee}`);
  expect(found(html, 'follow-up').length).toBeGreaterThan(0);
  expect(words(html)).toContain(step?.note);
});

test('a ward says who sat for it, as the memberships do', async () => {
  const { rows } = await server.store.pool.query<{ id: string; ward: string }>(
    'SELECT id, ward_id AS ward FROM membership WHERE ward_id IS NOT NULL ORDER BY id',
  );
  for (const { id, ward } of rows) expect(found(await page(`/${ward}`), 'membership')).toContain(id);
  expect(rows.length).toBeGreaterThan(0);
});

test.each([
  ['/organisation/metropolitan-police?state=finished', 400, 'Expected state to be one of not_started,'],
  ['/theme/vetting?page=x', 400, 'Expected page to be a whole number from 1 to 99999, got “x”.'],
  ['/theme/none', 404, 'Nothing is recorded under the id theme/none.'],
  ['/ward/E0', 404, 'Nothing is recorded under the id ward/E0.'],
])('%s is answered %i with what was expected', async (path, status, message) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(words(await response.text())).toContain(message);
});

test('hostile words stay words', async () => {
  const attack = '"><script>alert(1)</script>';
  const { pool } = server.store;
  for (const column of [
    'theme.name',
    'theme.summary',
    'organisation.name',
    'ward.name',
    'ask.object',
    'motion.title',
  ]) {
    const [table, name] = column.split('.');
    await pool.query(`UPDATE ${table} SET ${name} = $1 WHERE ${name} IS NOT NULL`, [attack]);
  }
  for (const path of ['/theme/stop-and-search', '/organisation/metropolitan-police', '/ward/E05011107']) {
    const html = await page(path);
    expect(withoutData(html)).not.toMatch(/<script/i);
    expect(html).toContain('&lt;script>');
  }
});
