import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { comparison } from '../../src/store/queries/comparison.js';
import { columnsOf } from '../../src/web/columns.js';
import { seededDatabase, type TestDatabase, testDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';
import { withoutData } from './words.js';

const casey = 'review/casey-2023';
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

async function page(path = '/'): Promise<string> {
  const response = await fetch(server.address + path, { headers: { accept: 'text/html' } });
  return response.text();
}

/** The cells of the table as printed, by council and recommendation. */
function cellsOf(html: string): Map<string, Record<string, string>> {
  const cells = new Map<string, Record<string, string>>();
  for (const [, recommendation = '', row = ''] of html.matchAll(
    /<tr id="[^"]*" data-recommendation="([^"]*)">(.*?)<\/tr>/gs,
  )) {
    for (const [, attributes = ''] of row.matchAll(/<td ([^>]*)>/g)) {
      const read = Object.fromEntries(
        [...attributes.matchAll(/data-([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      );
      cells.set(`council/${read.council} ${recommendation}`, read);
    }
  }
  return cells;
}

function panel(html: string, name: string): string {
  const start = html.indexOf(`<section class="panel" id="${name}"`);
  return start < 0 ? '' : html.slice(start, html.indexOf('</section>', start));
}

function words(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('the first page', () => {
  test('asks the database four statements, however many cells there are', async () => {
    server.statements();
    await page();
    expect(server.statements()).toHaveLength(4);
  });

  test.each([undefined, '2023-05-01', '2023-01-01'])(
    'prints the cells of the comparison, asOf %s',
    async (asOf) => {
      const answer = await comparison(server.store.db, { review: casey, ...(asOf ? { asOf } : {}) });
      if (!answer) throw new Error('the seeds hold the Casey Review');
      const { shown, groups } = columnsOf(answer);
      const printed = cellsOf(await page(asOf ? `/?asOf=${asOf}` : '/'));
      const expected = answer.rows.flatMap(({ cells }) =>
        cells.filter(({ council }) => shown.includes(council)),
      );
      expect(printed.size).toBe(expected.length);
      for (const cell of expected) {
        const read = printed.get(`${cell.council} ${cell.recommendation}`);
        expect(read?.state).toBe(cell.evidenceState);
        expect(read?.direction).toBe(cell.position?.direction);
      }
      expect(shown.length + groups.flatMap(({ councils }) => councils).length).toBe(answer.councils.length);
    },
  );

  test('names every council, in a column or in a list that says which kind of empty it is', async () => {
    const html = words(await page());
    for (const name of ['Southwark', 'Brent', 'Merton', 'Camden', 'City of London', 'Barking and Dagenham']) {
      expect(html).toContain(name);
    }
    expect(html).toMatch(/No motion found ?: 26 councils .*Camden.*Searched November 2026/);
    expect(html).toMatch(/Not searched yet ?: 2 councils .*City of London/);
  });

  test('gives each cell that has evidence a panel, and the cell leads there', async () => {
    const html = await page();
    const links = [...html.matchAll(/class="entry" id="cell-([^"]*)" href="#([^"]*)"/g)];
    expect(links.length).toBeGreaterThan(60);
    for (const [, name = '', target] of links) {
      expect(target).toBe(name);
      expect(panel(html, name)).not.toBe('');
    }
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leads from a position to clause, decision and source', async () => {
    const html = await page();
    const read = words(panel(html, 'southwark--commissioner-powers'));
    expect(read).toContain('Southwark supports this recommendation in its own words.');
    expect(read).toContain('Clause 2.b.iv printed “iv.”');
    expect(read).toMatch(/Decision: carried, Cabinet, 13 June 2023\. It has stood since 22 March 2023/);
    expect(read).toMatch(/read in Safer Southwark Communities/i);
    const brent = panel(html, 'brent--vetting');
    expect(words(brent)).toContain('wording as tabled');
    expect(brent).toContain('href="https://democracy.brent.gov.uk/');
  });

  test('tells support of all recommendations together from support of one in a council’s own words', async () => {
    const html = await page();
    const cells = cellsOf(html);
    const all = 'council/islington recommendation/casey-2023/vetting';
    expect(cells.get(all)?.reach).toBe('together');
    expect(cells.get('council/brent recommendation/casey-2023/vetting')?.reach).toBe('itself');
    expect(words(panel(html, 'islington--vetting'))).toContain(
      'Islington supports this recommendation as part of all 16 together; no clause read so far speaks of it by itself.',
    );
    expect(words(html)).toContain('all 16, of which 8 in its own words');
  });

  test('never shows a motion without a known result as a position', async () => {
    const html = await page();
    const cell = cellsOf(html).get('council/merton recommendation/casey-2023/vetting');
    expect(cell).toMatchObject({ state: 'not_adopted' });
    const read = words(panel(html, 'merton--vetting'));
    expect(read).toContain('Proposed, result not known');
    expect(read).not.toContain('What the position rests on');
  });

  test('prints no unverified number without saying so', async () => {
    const html = words(await page());
    expect(html).toContain('Tougher vetting at once order not verified');
    expect(html).not.toContain('Reset stop and search order not verified');
    expect(words(panel(await page(), 'brent--standards-and-ethics'))).toContain(
      'This content is not verified.',
    );
  });

  test('lists what is asked beyond the review, an action already taken as done', async () => {
    const html = words(await page());
    expect(html).toMatch(/campaign : .*police cuts/);
    expect(html).toMatch(/write to : .*Lambeth.* reported as done/);
  });

  test('answers for a past day, before which nothing was decided', async () => {
    const html = await page('/?asOf=2023-03-21');
    expect(words(html)).toContain('On the record of 21 March 2023');
    const cells = [...cellsOf(html).values()];
    expect(cells.every((cell) => cell.state !== 'found')).toBe(true);
    expect(words(await page('/?asOf=2023-01-01'))).toMatch(
      /none holds a position .* No motion on this review is on the record of that day\./,
    );
  });

  test.each([
    ['/?asOf=yesterday', 400, 'Expected asOf to be a calendar day'],
    ['/?asOf=2023-02-30', 400, 'got “2023-02-30”'],
    ['/?asOf=2023-01-01&asOf=2023-01-02', 400, 'Expected asOf once'],
    ['/?review=review/none', 404, 'Recorded reviews: review/casey-2023'],
  ])('refuses %s with a sentence', async (path, status, sentence) => {
    const response = await fetch(server.address + path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(status);
    expect(words(await response.text())).toContain(sentence);
  });

  test('takes blank form fields for the defaults', async () => {
    const response = await fetch(`${server.address}/?asOf=&review=`);
    expect(response.status).toBe(200);
  });

  test('stays under 100 KB compressed with its style sheet', async () => {
    const bytes = async (path: string) => {
      const answer = await server.app.inject({ url: path, headers: { 'accept-encoding': 'br' } });
      expect(answer.headers['content-encoding']).toBe('br');
      return answer.rawPayload.byteLength;
    };
    const style = /href="(\/assets\/style-[^"]*)"/.exec(await page())?.[1] ?? '';
    expect((await bytes('/')) + (await bytes(style))).toBeLessThan(100_000);
  });
});

/** Runs work against a site of its own, on a database that it may change. */
async function elsewhere(
  database: Promise<TestDatabase>,
  work: (site: Serving) => Promise<void>,
): Promise<void> {
  const own = await database;
  const site = await serving(own.url);
  try {
    await work(site);
  } finally {
    await site.close();
    await own.drop();
  }
}

describe('on another record', () => {
  test('hostile words of a source stay words', () =>
    elsewhere(seededDatabase(), async ({ store, address }) => {
      const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
      await store.pool.query('UPDATE recommendation SET title = $1', [attack]);
      await store.pool.query('UPDATE clause SET summary = $1, label = $1', [attack]);
      await store.pool.query('UPDATE source SET title = $1', [attack]);
      await store.pool.query('UPDATE council SET short_name = $1', [attack]);
      const html = await (await fetch(address)).text();
      expect(withoutData(html)).not.toMatch(/<script|<img/i);
      expect(html).toContain('&lt;script>alert(1)');
    }));

  test('a suggested reading is shown as a program’s, and makes no position', () =>
    elsewhere(seededDatabase(), async ({ store, address }) => {
      await store.pool.query(
        "UPDATE citation SET review_state = 'suggested' WHERE id LIKE 'citation/southwark/%' AND basis <> 'collective_all'",
      );
      const html = await (await fetch(address)).text();
      const read = words(panel(html, 'southwark--commissioner-powers'));
      expect(read).toContain('Southwark supports this recommendation as part of all 16 together');
      expect(read).toMatch(/Machine-suggested, checked by nobody: not counted .*Clause 2\.b\.iv/);
      const cell = cellsOf(html).get('council/southwark recommendation/casey-2023/commissioner-powers');
      expect(cell?.reach).toBe('together');
    }));

  test('before anything is recorded the page says so', () =>
    elsewhere(testDatabase(), async ({ address }) => {
      const response = await fetch(address);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('No review is recorded yet');
    }));
});
