// The pages whose address is an id say what the store says, and no more.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { comparison } from '../../src/store/queries/comparison.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';
import { withoutData, words } from './words.js';

const casey = 'review/casey-2023';
const vetting = 'recommendation/casey-2023/vetting';
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

const get = (path: string) =>
  fetch(server.address + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
const page = async (path: string) => (await get(path)).text();
const rows = async (sql: string, ...values: string[]) =>
  (await server.store.pool.query<Record<string, string>>(sql, values)).rows;

/** What an attribute of the page holds, in order. */
function attribute(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` data-${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

const [councillor = '', source = '', council = ''] = [
  '/councillor/southwark/dora-dixon-fyle',
  '/source/southwark-motion-as-agreed',
  '/council/southwark',
];

test.each([
  [council, 4],
  ['/council/barking-and-dagenham', 4],
  [`/${vetting}`, 5],
  [`/${casey}`, 3],
  [councillor, 1],
  [source, 1],
  ['/coverage', 2],
  ['/glossary', 0],
])('%s takes %i statements, whatever it holds', async (path, count) => {
  server.statements();
  expect((await get(path)).status).toBe(200);
  expect(server.statements()).toHaveLength(count);
});

describe('a council', () => {
  test('is described by its codes and police unit', async () => {
    const html = words(await page(council));
    const [stored] = await rows(
      'SELECT c.gss_code, c.register_code, u.name AS unit FROM council c JOIN police_unit u ON u.id = c.police_unit_id WHERE c.id = $1',
      'council/southwark',
    );
    for (const fact of Object.values(stored ?? {})) expect(html).toContain(fact);
  });

  test('lists its motions, its amendments among them with their own fate', async () => {
    const html = await page(council);
    const stored = await rows("SELECT id FROM motion WHERE council_id = 'council/southwark'");
    expect(attribute(html, 'motion').sort()).toEqual(stored.map(({ id }) => id).sort());
    expect(words(html)).toMatch(/Amendment A amendment, 22 March 2023: lost/);
  });

  test.each(['southwark', 'merton', 'camden', 'city-of-london'])(
    'prints for %s the cells of the comparison, an empty one with its kind',
    async (slug) => {
      const answer = await comparison(server.store.db, { review: casey, councils: [`council/${slug}`] });
      const html = await page(`/council/${slug}`);
      expect(attribute(html, 'recommendation')).toEqual(answer?.rows.map((row) => row.recommendation));
      expect(attribute(html, 'state')).toEqual(
        answer?.rows.flatMap((row) => row.cells.map((cell) => cell.evidenceState)),
      );
    },
  );

  test('says of a search what it was', async () => {
    expect(words(await page('/council/camden'))).toMatch(/The search found none\. .*Searched November 2026/);
    expect(words(await page('/council/city-of-london'))).toContain('No search has been made.');
  });
});

describe('a recommendation', () => {
  test('shows every council, with what it said or which kind of nothing', async () => {
    const answer = await comparison(server.store.db, { review: casey, recommendations: [vetting] });
    const html = await page(`/${vetting}`);
    const cells = answer?.rows[0]?.cells ?? [];
    const said = new Map(
      [...html.matchAll(/data-council="([^"]*)" data-state="([^"]*)"/g)].map(([, id, state]) => [id, state]),
    );
    for (const cell of cells) {
      if (said.has(cell.council)) expect(said.get(cell.council)).toBe(cell.evidenceState);
      else expect(['searched_none_found', 'not_searched']).toContain(cell.evidenceState);
      expect(html).toContain(`href="/${cell.council}"`);
    }
    const held = cells.filter(({ position }) => position !== null).length;
    expect(words(html)).toContain(`Of ${cells.length} councils, ${held} hold a position.`);
  });

  test('leads from each position to its clause', async () => {
    const html = await page(`/${vetting}`);
    expect(html).toMatch(/href="\/motion\/brent\/2023-07-10\/casey-review-metropolitan-police#r\d/);
    expect(words(html)).toContain('Brent supports this recommendation in its own words');
  });

  test('prints an unverified number and content as such', async () => {
    expect(words(await page(`/${vetting}`))).toContain('order not verified');
    expect(words(await page('/recommendation/casey-2023/standards-and-ethics'))).toContain(
      'This content is not verified.',
    );
  });
});

describe('a review', () => {
  test('lists its recommendations with what councils hold on each', async () => {
    const html = await page(`/${casey}`);
    const answer = await comparison(server.store.db, { review: casey });
    expect(attribute(html, 'recommendation')).toEqual(answer?.rows.map((row) => row.recommendation));
    expect(words(html)).toMatch(
      /Tougher vetting at once order not verified\. Supports: 4 councils, 1 of them on it by itself\./,
    );
  });
});

describe('a councillor', () => {
  test('stands there with ward and party as on the day, and nothing of that before or after', async () => {
    const html = words(await page(councillor));
    expect(html).toMatch(/presenter of Safer Southwark Communities Southwark, 22 March 2023\. On that day: /);
    const held = await rows(
      "SELECT id FROM membership WHERE councillor_id = 'councillor/southwark/dora-dixon-fyle'",
    );
    expect(attribute(await page(councillor), 'membership').sort()).toEqual(held.map(({ id }) => id).sort());
  });

  test('of every council has a page', async () => {
    for (const { id } of await rows('SELECT id FROM councillor')) {
      expect((await get(`/${id}`)).status).toBe(200);
    }
  });
});

describe('a source', () => {
  test('says what rests on it', async () => {
    const html = words(await page(source));
    const [clauses] = await rows(
      'SELECT count(*)::text AS n FROM clause WHERE source_id = $1',
      source.slice(1),
    );
    expect(html).toContain(`clause, ${clauses?.n}`);
    expect(html).toContain('No address is known at which it can be read.');
  });

  test('of every record has a page', async () => {
    for (const { id } of await rows('SELECT id FROM source')) {
      expect((await get(`/${id}`)).status).toBe(200);
    }
  });
});

test('coverage lists every search with its result', async () => {
  const html = await page('/coverage');
  const stored = await rows('SELECT id FROM coverage');
  expect(attribute(html, 'coverage').sort()).toEqual(stored.map(({ id }) => id).sort());
  expect(words(html)).toMatch(/26 councils: searched none found/);
});

test('no page leads to one that is not there', async () => {
  const starts = ['/', '/coverage', '/glossary', `/${casey}`, `/${vetting}`, council, councillor, source];
  const motion = '/motion/southwark/2023-03-22/safer-southwark-communities';
  const seen = new Set<string>();
  const anchors = new Map<string, string>();
  for (const path of [...starts, motion]) {
    for (const [, href = ''] of (await page(path)).matchAll(/href="(\/[^"]*)"/g)) seen.add(href);
  }
  for (const href of seen) {
    const [path = '', anchor] = href.split('#');
    if (path.startsWith('/data') || path.startsWith('/explorer')) continue;
    if (!anchors.has(path)) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      anchors.set(path, await response.text());
    }
    if (anchor) expect([href, anchors.get(path)?.includes(` id="${anchor}"`)]).toEqual([href, true]);
  }
  expect(seen.size).toBeGreaterThan(100);
}, 60_000);

test('every page is the same as plain data', async () => {
  for (const path of [council, `/${vetting}`, `/${casey}`, councillor, source, '/coverage', '/glossary']) {
    const data = (await (await get(`${path}.json`)).json()) as { id?: string };
    if (data.id) expect(`/${data.id}`).toBe(path);
  }
});

test.each([
  '/council/nowhere',
  '/recommendation/casey-2023/none',
  '/review/none',
  '/councillor/a/b',
  '/source/x',
])('has nothing at %s and says so', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(words(await response.text())).toContain(`Nothing is recorded under the id ${path.slice(1)}.`);
});

test('hostile words of a source stay words on every page', async () => {
  const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
  const { pool } = server.store;
  for (const [table, column] of [
    ['recommendation', 'title'],
    ['recommendation', 'summary'],
    ['clause', 'summary'],
    ['source', 'title'],
    ['source', 'note'],
    ['council', 'name'],
    ['council', 'short_name'],
    ['councillor', 'name'],
    ['membership', 'role'],
    ['review', 'title'],
    ['review', 'short_name'],
    ['coverage', 'method'],
    ['motion', 'title'],
  ]) {
    await pool.query(`UPDATE ${table} SET ${column} = $1 WHERE ${column} IS NOT NULL`, [attack]);
  }
  // What is no web address cannot even be held, so no page has to be trusted with it.
  await expect(pool.query("UPDATE council SET website = 'javascript:alert(1)'")).rejects.toThrow(
    'council_website_is_a_web_address',
  );
  for (const path of [council, `/${vetting}`, `/${casey}`, councillor, source, '/coverage']) {
    const html = await page(path);
    expect(html).not.toContain('href="javascript:');
    expect(withoutData(html)).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script>alert(1)');
  }
});
