import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { comparison } from '../../src/store/queries/comparison.js';
import { london } from '../../src/web/london.js';
import { seededDatabase, type TestDatabase, testDatabase } from '../support/database.js';
import { outlinesOf } from '../support/london-map.js';
import { type Serving, serving } from './serving.js';
import { words } from './words.js';

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

/** The tiles of the map by council, with what marks each. */
function tilesOf(html: string): Map<string, Record<string, string>> {
  return new Map(
    [...html.matchAll(/<a class="area" href="[^"]*" ([^>]*)>/g)].map(([, attributes = '']) => {
      const marks = Object.fromEntries(
        [...attributes.matchAll(/data-([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ) as Record<string, string>;
      return [marks.council ?? '', marks];
    }),
  );
}

describe('the first page', () => {
  test('asks the database six statements', async () => {
    server.statements();
    await page();
    expect(server.statements()).toHaveLength(6);
  });

  test.each(['vetting', 'commissioner-powers', 'stop-and-search-reset'])(
    'colours each borough by the cell of the comparison on %s',
    async (slug) => {
      const recommendation = `recommendation/casey-2023/${slug}`;
      const tiles = tilesOf(await page(`/?recommendations=${recommendation}`));
      const answer = await comparison(server.store.db, { review: casey, recommendations: [recommendation] });
      const cells = answer?.rows.flatMap((row) => row.cells) ?? [];
      expect(tiles.size).toBe(33);
      expect(cells).toHaveLength(33);
      for (const cell of cells) {
        expect(tiles.get(cell.council)?.state).toBe(cell.evidenceState);
        expect(tiles.get(cell.council)?.direction).toBe(cell.position?.direction);
      }
    },
  );

  test('counts what the map shows, each kind of empty by itself', async () => {
    const html = words(await page());
    expect(html).toContain('Of 33 councils in London, 4 hold a position on at least one recommendation');
    expect(html).toContain('for 26 a search found no motion; 2 have not been searched');
    expect(html).toMatch(/Brent: Supports: a position on 16 of 16 recommendations, on 8 by itself/);
    expect(html).toContain('licensed under the Open Government Licence v3.0');
  });

  test('stands on the day asked for', async () => {
    const states = [...tilesOf(await page('/?asOf=2023-03-01')).values()].map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['searched_none_found', 'not_searched']));
  });

  test('tells the latest motions and steps as the graph does', async () => {
    const query = '{ motions(first: 8, orderBy: [{ field: DATE, direction: DESC }]) { nodes { id } } }';
    const asked = await fetch(`${server.address}/graphql?query=${encodeURIComponent(query)}`);
    const { data } = (await asked.json()) as { data: { motions: { nodes: { id: string }[] } } };
    const printed = [...(await page()).matchAll(/<li data-motion="([^"]*)"/g)].map(([, id]) => id);
    expect(printed.length).toBeGreaterThan(3);
    expect(data.motions.nodes.map(({ id }) => id).filter((id) => printed.includes(id))).toEqual(printed);
  });

  test.each([
    ['/?review=review/none', 404],
    ['/?recommendations=recommendation/none', 404],
    ['/?asOf=then', 400],
  ])('refuses %s', async (path, status) => {
    expect((await fetch(server.address + path)).status).toBe(status);
  });

  test('before anything is recorded the page says so', async () => {
    const empty = await testDatabase();
    const site = await serving(empty.url);
    expect(await (await fetch(site.address)).text()).toContain('No review is recorded yet');
    await site.close();
    await empty.drop();
  });
});

const boundaries = '../shared/reference/london_authorities_boundaries_2024.geojson';
const named = existsSync(boundaries) ? test : test.skip;

describe('the map of London', () => {
  named(`is drawn from ${boundaries} (skipped where that file is not there)`, () => {
    const drawn = outlinesOf(JSON.parse(readFileSync(boundaries, 'utf8')));
    expect([london.width, london.height]).toEqual([drawn.width, drawn.height]);
    for (const { gss_code, outline } of london.areas) expect(outline).toBe(drawn.outlines.get(gss_code));
  });

  test('has a tile of its own for each of 33 areas', () => {
    expect(new Set(london.areas.map(({ column, row }) => `${column} ${row}`)).size).toBe(33);
    expect(new Set(london.areas.map(({ gss_code }) => gss_code)).size).toBe(33);
  });
});
