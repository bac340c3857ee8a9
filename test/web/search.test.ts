// A search finds, ranks, marks and narrows the same as the graph, takes misspelled words for known ones and says
// so, and works as a plain form, by keyboard, and as one types where scripts run.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { describeInBrowser } from '../support/browser.js';
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

interface Answer {
  readonly words: string;
  readonly total: number;
  readonly hits: readonly { readonly id: string; readonly kind: string; readonly extract: string }[];
  readonly facets: readonly { readonly facet: string; readonly value: string; readonly hits: number }[];
}

const address = (q: string, more: Record<string, string> = {}, form = '') =>
  `${server.address}/search${form}?${new URLSearchParams({ q, ...more })}`;
const page = async (q: string, more?: Record<string, string>) =>
  (await fetch(address(q, more), { headers: { accept: 'text/html' } })).text();
const data = async (q: string, more?: Record<string, string>) =>
  (await (await fetch(address(q, more, '.json'))).json()) as Answer;
const idsOf = (html: string) => [...html.matchAll(/data-hit="([^"]+)"/g)].map(([, id]) => id);
const vetting = 'recommendation/casey-2023/vetting';

async function asked(query: string): Promise<{ totalCount: number; nodes: { id: string }[] }> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($q: String!) { search(query: $q, first: 20) { totalCount nodes { ... on Node { id } } } }`,
      variables: { q: query },
    }),
  });
  return ((await response.json()) as { data: { search: Awaited<ReturnType<typeof asked>> } }).data.search;
}

test.each([
  'vetting',
  'southwark',
  '"stop and search"',
  'police -brent',
  'souhtwark',
  'comissioner',
  'zzzzqq',
])('the page, its data, its table and the graph find the same for %s, in the same order', async (query) => {
  const answer = await data(query);
  const ids = answer.hits.map(({ id }) => id);
  const graph = await asked(query);
  expect(idsOf(await page(query))).toEqual(ids);
  expect([answer.total, ids]).toEqual([graph.totalCount, graph.nodes.map(({ id }) => id)]);
  const csv = await (await fetch(address(query, {}, '.csv'))).text();
  expect((parseCsv(csv, { columns: true }) as { id: string }[]).map(({ id }) => id)).toEqual(ids);
});

test('takes one statement, whatever it finds', async () => {
  server.statements();
  await page('police');
  expect(server.statements()).toHaveLength(1);
  await page('');
  expect(server.statements()).toHaveLength(0);
});

test.each([
  ['souhtwark', 'southwark'],
  ['comissioner', 'commissioner'],
  ['Bernt', 'brent'],
  ['vett', 'vetting'],
  ['stop serch', 'stop search'],
])('takes %s for %s and says so', async (typed, taken) => {
  expect((await data(typed)).words).toBe(taken);
  expect(words(await page(typed))).toContain(`known words were taken instead: “${taken}”`);
});

test('keeps a word that is known in another form, a common word, and what is like nothing', async () => {
  for (const query of ['vetted', 'the council', 'zzzzqq', 'police or vetting', '-police vetting']) {
    expect((await data(query)).words).toBe(query);
  }
});

test('a word that the last record has lost is no longer known', async () => {
  const { pool } = server.store;
  const known = async () =>
    (await pool.query("SELECT records FROM search_word WHERE word = 'quixotical'")).rows.map(
      ({ records }) => records,
    );
  await pool.query(
    `UPDATE recommendation SET title = title || ' quixotical' WHERE review_id = 'review/casey-2023'`,
  );
  expect(await known()).toEqual([16]);
  expect((await data('quixoticle')).words).toBe('quixotical');
  await pool.query(`UPDATE recommendation SET title = replace(title, ' quixotical', '')`);
  expect(await known()).toEqual([]);
});

test('counts by kind, council, year, outcome, theme and addressee, and narrowing gives what was counted', async () => {
  const whole = await data('police');
  const kinds = new Set(whole.facets.map(({ facet }) => facet));
  expect([...kinds].sort()).toEqual(['addressee', 'council', 'kind', 'outcome', 'theme', 'year']);
  for (const { facet, value, hits } of whole.facets) {
    const narrowed = await data('police', { [facet]: value });
    expect([facet, value, narrowed.total]).toEqual([facet, value, hits]);
  }
});

test('a suggestion puts nothing under an addressee', async () => {
  const { pool } = server.store;
  const { rows } = await pool.query<{ summary: string; addressee: string; id: string }>(
    `SELECT cl.id, cl.summary, a.addressee_id AS addressee FROM ask a JOIN clause cl ON cl.id = a.clause_id
     WHERE cl.id LIKE '%/2.b.iv' AND a.addressee_id IS NOT NULL LIMIT 1`,
  );
  const [{ summary, addressee, id } = { summary: '', addressee: '', id: '' }] = rows;
  const found = async () => (await data(summary.slice(0, 200), { addressee })).hits.map((hit) => hit.id);
  expect(await found()).toContain(id);
  await pool.query("UPDATE ask SET review_state = 'suggested' WHERE clause_id = $1", [id]);
  expect(await found()).not.toContain(id);
});

test('says beside each clause what became of its motion', async () => {
  await server.store.pool.query(
    "UPDATE motion SET current_outcome = 'lost' WHERE council_id = 'council/brent'",
  );
  expect(words(await page('vetting', { kind: 'clause' }))).toMatch(
    /Clause r1\.ii · Brent · 10 July 2023 · lost/,
  );
});

test.each([
  [{ q: 'x'.repeat(201) }, 'Expected q to be a search of 1 to 200 characters, got 201.'],
  [{ q: 'a', page: '0' }, 'Expected page to be a whole number from 1 to 99999, got “0”.'],
  [{ q: 'a', year: '23' }, 'Expected year to be a year of four digits such as 2023, got “23”.'],
  [
    { q: 'a', kind: 'mayor' },
    'Expected kind to be one of council, councillor, recommendation, motion, clause, got “mayor”.',
  ],
  [{ q: 'a', council: 'brent' }, 'Expected council to be an id such as council/southwark, got “brent”.'],
])('refuses %o with what was expected', async (query, message) => {
  const response = await fetch(`${server.address}/search?${new URLSearchParams(query)}`, {
    headers: { accept: 'text/html' },
  });
  expect(response.status).toBe(400);
  expect(words(await response.text())).toContain(message);
});

test('hostile words, typed or recorded, stay words', async () => {
  const attack = '"><script>alert(1)</script>';
  await server.store.pool.query(
    "UPDATE motion SET title = 'Hostile ' || $1 WHERE council_id = 'council/southwark'",
    [attack],
  );
  for (const html of [await page(`hostile ${attack}`), await page('hostile')]) {
    expect(
      withoutData(html).replace(/<script type="module" src="\/assets\/typing-[0-9a-f]{8}\.js">/, ''),
    ).not.toMatch(/<script/i);
  }
  expect(await page('hostile')).toContain('&lt;script>');
});

describeInBrowser('a search in a browser', (browser) => {
  test('works as a form without scripts, by keyboard alone', async () => {
    const tab = await browser().newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(`${server.address}/search`);
    await tab.focus('#q');
    await tab.keyboard.type('vetting');
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(new URL(tab.url()).search).toBe('?q=vetting');
    expect(await tab.$eval('#sum', (each) => each.textContent)).toContain('found');
    await tab.focus(`[data-hit="${vetting}"] a`);
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(new URL(tab.url()).pathname).toBe(`/${vetting}`);
    await tab.close();
  });

  test('answers as one types where scripts run, within its policy and from its own origin', async () => {
    const tab = await browser().newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(`${server.address}/search?q=zzzzqq`);
    await tab.focus('#q');
    await tab.keyboard.down('Control');
    await tab.keyboard.press('a');
    await tab.keyboard.up('Control');
    await tab.keyboard.type('souhtwark');
    await tab.waitForSelector('[data-hit="council/southwark"]');
    expect(await tab.$eval('#sum', (each) => each.textContent)).toContain('for “southwark”');
    expect(new URL(tab.url()).search).toBe('?q=souhtwark');
    expect(await tab.title()).toContain('souhtwark');
    expect(requests.filter((url) => !url.startsWith(server.address))).toEqual([]);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test('an inline script would not run on this page, nor on any', async () => {
    const policy = (await fetch(address('a'))).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const other = (await fetch(`${server.address}/glossary`)).headers.get('content-security-policy') ?? '';
    expect(other).toContain("default-src 'none'");
    expect(other).not.toContain('script-src');
  });
});
