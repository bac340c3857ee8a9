// What a page says and what the graph says are the same numbers, kind by kind.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { graphOn, type TestGraph } from '../support/ask.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';

const casey = 'review/casey-2023';
const vetting = 'recommendation/casey-2023/vetting';
const southwark = 'council/southwark';
const motion = 'motion/southwark/2023-03-22/safer-southwark-communities';
let database: TestDatabase;
let server: Serving;
let graph: TestGraph;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url);
  graph = await graphOn(database.url);
});

afterAll(async () => {
  await graph?.close();
  await server?.close();
  await database?.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into the answer it asked for.
const page = async (path: string): Promise<any> => (await server.app.inject({ url: `/${path}.json` })).json();
const ask = async (query: string) => {
  const { data, errors } = await graph.ask(query);
  expect(errors).toBeUndefined();
  return data;
};

/** Cells as the graph spells their words. */
const spelled = (cells: readonly { council: string; evidenceState: string; position: Stance | null }[]) =>
  cells.map(({ council, evidenceState, position }) => [
    council,
    evidenceState.toUpperCase(),
    position && [position.direction, position.basis].map((word) => word.toUpperCase()).join(),
  ]);

interface Stance {
  direction: string;
  basis: string;
}

const cellsOf = (rows: { cells: readonly GraphCell[] }[]) =>
  rows.flatMap(({ cells }) =>
    cells.map(({ council, evidenceState, position }) => [
      council.id,
      evidenceState,
      position && [position.direction, position.basis].join(),
    ]),
  );

interface GraphCell {
  council: { id: string };
  evidenceState: string;
  position: Stance | null;
}

const cells = 'cells { council { id } evidenceState position { direction basis } }';

test('a recommendation', async () => {
  const { compare } = await ask(
    `{ compare(review: "${casey}", recommendations: ["${vetting}"]) { rows { ${cells} } } }`,
  );
  expect(spelled((await page(vetting)).positions)).toEqual(cellsOf(compare.rows));
});

test('a review', async () => {
  const { compare, review } = await ask(
    `{ compare(review: "${casey}") { rows { ${cells} } } review(id: "${casey}") { recommendations { totalCount } } }`,
  );
  const { recommendations } = await page(casey);
  expect(recommendations).toHaveLength(review.recommendations.totalCount);
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const states = recommendations.flatMap((each: any) =>
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    each.positions.map((cell: any) => [cell.council, cell.evidenceState.toUpperCase()]),
  );
  expect(states).toEqual(cellsOf(compare.rows).map(([council, state]) => [council, state]));
});

test('a council', async () => {
  const { compare, council } = await ask(`{
    compare(review: "${casey}", councils: ["${southwark}"]) { rows { ${cells} } }
    council(id: "${southwark}") { wards { totalCount } motions(includeAmendments: true) { totalCount } } }`);
  const told = await page(southwark);
  expect(spelled(told.positions)).toEqual(cellsOf(compare.rows));
  expect(told.wards).toBe(council.wards.totalCount);
  expect(told.motionCount).toBe(council.motions.totalCount);
});

test('a motion', async () => {
  const { motion: said } = await ask(
    `{ motion(id: "${motion}") { currentOutcome clauses { totalCount } events { totalCount } amendments { totalCount } } }`,
  );
  const told = await page(motion);
  expect([
    told.outcome.toUpperCase(),
    told.clauses.length,
    told.events.length,
    told.amendments.length,
  ]).toEqual([
    said.currentOutcome,
    said.clauses.totalCount,
    said.events.totalCount,
    said.amendments.totalCount,
  ]);
});

test('a search', async () => {
  const { search } = await ask('{ search(query: "stop and search", first: 5) { totalCount } }');
  expect((await server.app.inject({ url: '/search.json?q=stop+and+search' })).json().total).toBe(
    search.totalCount,
  );
});

test('coverage', async () => {
  const { coverage } = await ask('{ coverage(first: 1) { totalCount } }');
  expect((await server.app.inject({ url: '/coverage.json' })).json()).toHaveLength(coverage.totalCount);
});
