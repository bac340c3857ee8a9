import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { comparison } from '../../src/store/queries/comparison.js';
import { summaryOf } from '../../src/store/queries/matrix-cells.js';
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

async function page(path = '/compare'): Promise<string> {
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

describe('the page for comparing', () => {
  test('asks the database five statements, however many cells there are', async () => {
    server.statements();
    await page();
    expect(server.statements()).toHaveLength(5);
  });

  test.each([undefined, '2023-05-01', '2023-01-01'])(
    'prints the cells of the comparison, asOf %s',
    async (asOf) => {
      const answer = await comparison(server.store.db, { review: casey, ...(asOf ? { asOf } : {}) });
      if (!answer) throw new Error('the seeds hold the Casey Review');
      const { shown, groups } = columnsOf(answer.rows.flatMap(({ cells }) => cells.map(summaryOf)));
      const printed = cellsOf(await page(asOf ? `/compare?asOf=${asOf}` : '/compare'));
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
    const links = [...html.matchAll(/class="entry shows" id="cell-([^"]*)" href="#([^"]*)"/g)];
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
    const html = await page('/compare?asOf=2023-03-21');
    expect(words(html)).toContain('On the record of 21 March 2023');
    const cells = [...cellsOf(html).values()];
    expect(cells.every((cell) => cell.state !== 'found')).toBe(true);
    expect(words(await page('/compare?asOf=2023-01-01'))).toMatch(
      /none holds a position .* No motion on this review is on the record of that day\./,
    );
  });

  test.each([
    ['/compare?asOf=yesterday', 400, 'Expected asOf to be a calendar day'],
    ['/compare?asOf=2023-02-30', 400, 'got “2023-02-30”'],
    ['/compare?asOf=2023-01-01&asOf=2023-01-02', 400, 'Expected asOf once'],
    ['/compare?review=review/none', 404, 'Recorded reviews: review/casey-2023'],
  ])('refuses %s with a sentence', async (path, status, sentence) => {
    const response = await fetch(server.address + path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(status);
    expect(words(await response.text())).toContain(sentence);
  });

  test('takes blank form fields for the defaults', async () => {
    const response = await fetch(`${server.address}/compare?asOf=&review=`);
    expect(response.status).toBe(200);
  });

  test('stays under 100 KB compressed with its style sheet', async () => {
    const bytes = async (path: string) => {
      const answer = await server.app.inject({ url: path, headers: { 'accept-encoding': 'br' } });
      expect(answer.headers['content-encoding']).toBe('br');
      return answer.rawPayload.byteLength;
    };
    const style = /href="(\/assets\/style-[^"]*)"/.exec(await page())?.[1] ?? '';
    expect((await bytes('/compare')) + (await bytes(style))).toBeLessThan(100_000);
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

/** The cells of an answer, in the words of the store: GraphQL says them in upper case. */
function readCells(rows: readonly { recommendation: { id: string }; cells: readonly unknown[] }[]): string[] {
  return rows.flatMap(({ recommendation, cells }) =>
    (
      cells as {
        council: string | { id: string };
        evidenceState: string;
        position: Record<string, unknown> | null;
      }[]
    ).map(({ council, evidenceState, position }) =>
      [
        typeof council === 'string' ? council : council.id,
        recommendation.id,
        evidenceState.toLowerCase(),
        ...['direction', 'basis', 'strength', 'scope'].map((name) =>
          String(position?.[name] ?? '').toLowerCase(),
        ),
        (position?.evidence as unknown[] | undefined)?.length ?? 0,
      ].join(' '),
    ),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into the answer it asked for.
async function json(path: string): Promise<any> {
  const response = await fetch(server.address + path, { headers: { accept: 'application/json' } });
  return response.json();
}

describe('one question in all its forms', () => {
  test.each([
    '',
    '?asOf=2023-05-01',
    '?councils=council/brent,council/southwark',
    '?councils=council/southwark,council/brent,council/merton&differences=1',
    '?theme=theme/misconduct&itself=1&rows=title',
    '?recommendations=recommendation/casey-2023/vetting&columns=decided',
  ])('page, JSON, CSV and graph agree on %s', async (query) => {
    const data = await json(`/compare.json${query}`);
    const cells = readCells(data.rows);
    expect(cells.length).toBeGreaterThan(0);
    const asked = await json(`/graphql?query=${encodeURIComponent(data.graphql)}`);
    expect(readCells(asked.data.compare.rows).toSorted()).toEqual(cells.toSorted());
    const [header, ...lines] = (await (await fetch(`${server.address}/compare.csv${query}`)).text())
      .trim()
      .split('\r\n');
    expect(header).toMatch(/^council_id,council,recommendation_id/);
    expect(lines.length).toBe(cells.length);
    for (const [, printed] of cellsOf(await page(`/compare${query}`)).entries()) {
      const held = [printed.state, printed.direction ?? ''].join(' ');
      expect(
        cells.some((each) => each.startsWith(`council/${printed.council} `) && each.includes(` ${held}`)),
      ).toBe(true);
    }
    expect(
      words(await page(`/compare${query}`))
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<'),
    ).toContain(data.graphql.replace(/\s+/g, ' '));
  });

  test('what a form sends leads to one short address', async () => {
    const sent =
      '/compare?review=review/casey-2023&region=&councils=council/brent&councils=council/southwark&asOf=';
    const response = await fetch(server.address + sent, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(
      '/compare?review=review/casey-2023&councils=council/brent,council/southwark',
    );
  });

  test('few councils stand side by side with the clause each position rests on', async () => {
    const html = await page('/compare?councils=council/southwark,council/brent');
    expect(words(html)).toContain('Southwark and Brent on the Baroness Casey Review');
    expect(html).toMatch(/<span class="lead">[^<]{20,}<i>\s*Clause 2\.b\.iv/);
    expect([...html.matchAll(/<th scope="col" class="council-head">/g)]).toHaveLength(2);
  });

  test('only differences are left where they are asked for', async () => {
    const { rows } = await json('/compare.json?councils=council/southwark,council/greenwich&differences=1');
    const all = await json('/compare.json?councils=council/southwark,council/greenwich');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(all.rows.length);
  });

  test('agreement is counted and ranks nobody', async () => {
    const { agreement } = await json('/compare.json?councils=council/brent,council/southwark');
    expect(agreement).toEqual([
      { councils: ['council/brent', 'council/southwark'], both: 16, same: 16, bothItself: 3, sameItself: 3 },
    ]);
    expect(words(await page())).toMatch(/counts, not a ranking/);
  });

  test('a page that the reader holds is not sent again', async () => {
    const first = await fetch(`${server.address}/compare`);
    const again = await fetch(`${server.address}/compare`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test.each([
    ['/compare?councils=council/none', 404, 'expected the id of a recorded council, got council/none'],
    ['/compare?rows=merit', 400, 'Expected rows to be one of number, title, held, got “merit”'],
    ['/compare?page=0', 400, 'Expected page to be a whole number from 1'],
  ])('refuses %s with a sentence', async (path, status, sentence) => {
    const response = await fetch(server.address + path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(status);
    expect(words(await response.text()).toLowerCase()).toContain(sentence.toLowerCase());
  });
});

describe('on another record', () => {
  test('hostile words of a source stay words', () =>
    elsewhere(seededDatabase(), async ({ store, address }) => {
      const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
      await store.pool.query('UPDATE recommendation SET title = $1', [attack]);
      await store.pool.query('UPDATE clause SET summary = $1, label = $1', [attack]);
      await store.pool.query('UPDATE source SET title = $1', [attack]);
      await store.pool.query('UPDATE council SET short_name = $1', [attack]);
      const html = await (await fetch(`${address}/compare`)).text();
      expect(withoutData(html)).not.toMatch(/<script|<img/i);
      expect(html).toContain('&lt;script>alert(1)');
    }));

  test('a suggested reading is shown as a program’s, and makes no position', () =>
    elsewhere(seededDatabase(), async ({ store, address }) => {
      await store.pool.query(
        "UPDATE citation SET review_state = 'suggested' WHERE id LIKE 'citation/southwark/%' AND basis <> 'collective_all'",
      );
      const html = await (await fetch(`${address}/compare`)).text();
      const read = words(panel(html, 'southwark--commissioner-powers'));
      expect(read).toContain('Southwark supports this recommendation as part of all 16 together');
      expect(read).toMatch(/Machine-suggested, checked by nobody: not counted .*Clause 2\.b\.iv/);
      const cell = cellsOf(html).get('council/southwark recommendation/casey-2023/commissioner-powers');
      expect(cell?.reach).toBe('together');
    }));

  test('before anything is recorded the page says so', () =>
    elsewhere(testDatabase(), async ({ address }) => {
      const response = await fetch(`${address}/compare`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('No review is recorded yet');
    }));
});
