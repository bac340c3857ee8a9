import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';
import { withoutData, words } from './words.js';

const southwark = '/motion/southwark/2023-03-22/safer-southwark-communities';
const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
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

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
const page = async (path: string) => (await get(path)).text();

describe('the page of a motion', () => {
  test('asks the database one statement', async () => {
    server.statements();
    await page(southwark);
    expect(server.statements()).toHaveLength(1);
  });

  test('says what was decided, by whom and since when', async () => {
    const html = words(await page(southwark));
    expect(html).toContain(
      'Carried since 22 March 2023 (Council Assembly). Decided again by Cabinet on 13 June 2023, with the same outcome.',
    );
    expect(html).toMatch(/presented by Dora Dixon-Fyle \([^)]*Labour[^)]*, on the day\)/);
    expect(html).toMatch(/Overview and Scrutiny Committee/);
    expect(html).toMatch(/Amendment A , put by Irina von Wiese: lost/);
    expect(html).toMatch(/Amendment A Lost, .*Council Assembly, 22 March 2023 · put by Irina von Wiese/);
  });

  test('prints every clause, ask, citation, claim and step of the store, once', async () => {
    const html = await page(southwark);
    for (const [name, sql] of Object.entries({
      clause: 'SELECT id FROM clause WHERE motion_id = $1',
      ask: 'SELECT a.id FROM ask a JOIN clause c ON c.id = a.clause_id WHERE c.motion_id = $1',
      citation: 'SELECT a.id FROM citation a JOIN clause c ON c.id = a.clause_id WHERE c.motion_id = $1',
      claim: 'SELECT a.id FROM claim a JOIN clause c ON c.id = a.clause_id WHERE c.motion_id = $1',
      event: 'SELECT id FROM motion_event WHERE motion_id = $1',
    })) {
      const { rows } = await server.store.pool.query<{ id: string }>(sql, [southwark.slice(1)]);
      const printed = [...html.matchAll(new RegExp(` data-${name}="([^"]*)"`, 'g'))].map(([, id]) => id);
      expect(rows.length).toBeGreaterThan(0);
      expect(printed.sort()).toEqual(rows.map(({ id }) => id).sort());
    }
  });

  test('prints labels as printed and marks what was inferred', async () => {
    const html = words(await page('/motion/brent/2023-07-10/casey-review-metropolitan-police'));
    expect(html).toMatch(/r1 no label printed, place inferred/);
    expect(html).toContain('wording as tabled');
    expect(words(await page(southwark))).toContain('2.b.iv printed “iv.”');
  });

  test('is the same as plain data', async () => {
    const response = await get(`${southwark}.json`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const motion = (await response.json()) as { title: string; clauses: { address: string }[] };
    expect(motion.title).toBe('Safer Southwark Communities');
    const html = await page(southwark);
    for (const { address } of motion.clauses) expect(html).toContain(`id="${address}"`);
  });

  test('is where the id of each of its clauses leads', async () => {
    const response = await get(`${southwark.replace('motion', 'clause')}/2.b.iv`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${southwark}#2.b.iv`);
    expect((await get(`${southwark.replace('motion', 'clause')}/9.z`)).status).toBe(404);
  });

  test('is told apart from the copy a reader holds', async () => {
    const first = await get(southwark);
    const tag = first.headers.get('etag') ?? '';
    await first.text();
    const again = await get(southwark, { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('names a motion without a title by its council and day', async () => {
    const html = words(await page('/motion/greenwich/2023-07-19/casey-2023'));
    expect(html).toContain('Motion of Greenwich, 19 July 2023');
    expect(html).toContain('No source read so far gives its title.');
    expect(html).toContain('Only a report of the motion was read, not its wording.');
  });

  test('of an amendment says what it amends and what became of it', async () => {
    const html = await page(`${southwark}/amendment-a`);
    expect(html).toContain(`href="${southwark}"`);
    expect(words(html)).toMatch(/Lost on 22 March 2023 \(Council Assembly\)\. .*Amends Safer Southwark/);
    expect(words(html)).toContain('No clause is recorded: Only a report of the motion was read');
  });

  test('never calls an undecided motion carried', async () => {
    const path =
      '/motion/merton/undated/a-police-service-people-can-trust-and-that-is-responsive-and-accountable';
    const html = words(await page(path));
    expect(html).toContain('No final decision is recorded');
    expect(html).not.toMatch(/Carried/i);
  });

  test.each([
    [
      '/motion/southwark/2023-03-22/none',
      'Nothing is recorded under the id motion/southwark/2023-03-22/none',
    ],
    ['/motion/%00', 'Nothing is recorded'],
    ['/motion/', 'Nothing is recorded'],
    ["/motion/'%20OR%201=1", 'Nothing is recorded'],
  ])('has nothing at %s and says where to look', async (path, sentence) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(words(await response.text())).toContain(sentence);
  });
});

describe('a motion that changed', () => {
  test('a merged id leads to the one in use, as a page and as data, through several merges', async () => {
    const { pool } = server.store;
    await pool.query("INSERT INTO redirect VALUES ('motion/a/1/x', 'motion/a/1/y'), ('motion/a/1/y', $1)", [
      southwark.slice(1),
    ]);
    for (const suffix of ['', '.json']) {
      const response = await get(`/motion/a/1/x${suffix}`);
      expect(response.status).toBe(308);
      expect(response.headers.get('location')).toBe(southwark + suffix);
    }
  });

  test('a removed id says when and why', async () => {
    await server.store.pool.query(
      "INSERT INTO tombstone VALUES ('motion/a/1/gone', 'Recorded twice.', '2026-11-02')",
    );
    const response = await get('/motion/a/1/gone');
    expect(response.status).toBe(410);
    expect(words(await response.text())).toContain('was removed on 2 November 2026: Recorded twice.');
    const data = await get('/motion/a/1/gone.json', { accept: 'application/json' });
    expect(data.status).toBe(410);
  });

  test('wording is printed where it may be published, and not where it is held', async () => {
    const { pool } = server.store;
    const clause = `clause${southwark.slice('/motion'.length)}/2.d`;
    await pool.query(
      "UPDATE clause SET text = 'Campaign with others.', text_status = 'as_decided' WHERE id = $1",
      [clause],
    );
    const held = `clause${southwark.slice('/motion'.length)}/2.c`;
    await pool.query("UPDATE clause SET text_status = 'held_not_published' WHERE id = $1", [held]);
    await pool.query("INSERT INTO held_text (clause_id, text, reason) VALUES ($1, 'Kept back.', 'rights')", [
      held,
    ]);
    const html = await page(southwark);
    expect(html).toContain('<blockquote>Campaign with others.</blockquote>');
    expect(html).toContain('its source does not allow it to be republished');
    expect(html + (await page(`${southwark}.json`))).not.toContain('Kept back.');
  });

  test('a suggested reading is marked as a program’s', async () => {
    await server.store.pool.query(
      "UPDATE citation SET review_state = 'suggested' WHERE clause_id LIKE '%safer-southwark-communities/2.b.iv'",
    );
    const html = await page(southwark);
    const clause = html.slice(html.indexOf('id="2.b.iv"'), html.indexOf('id="2.b.v"'));
    expect(clause).toContain('data-review="suggested"');
    expect(words(clause)).toContain('machine-suggested');
  });

  test('hostile words of a source stay words', async () => {
    const { pool } = server.store;
    await pool.query('UPDATE motion SET title = $1, note = $1', [attack]);
    await pool.query('UPDATE clause SET summary = $1, label = $1, lead_in = $1', [attack]);
    await pool.query('UPDATE source SET title = $1, publisher = $1', [attack]);
    await pool.query('UPDATE motion_person SET name = $1', [attack]);
    const html = await page(southwark);
    expect(withoutData(html)).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script>alert(1)');
  });
});
