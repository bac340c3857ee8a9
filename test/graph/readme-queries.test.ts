import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { graphOn, type TestGraph } from '../support/ask.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const queries = [...readme.matchAll(/```graphql\n([^`]+)```/g)].map(([, query]) => String(query));

let database: TestDatabase;
let graph: TestGraph;

beforeAll(async () => {
  database = await seededDatabase();
  graph = await graphOn(database.url);
}, 120_000);

afterAll(async () => {
  await graph?.close();
  await database?.drop();
});

test('the README shows three queries', () => {
  expect(queries).toHaveLength(3);
});

test.each(queries)('%s is answered, and with something', async (query) => {
  const { data, errors } = await graph.ask(query);
  expect(errors).toBeUndefined();
  const [answer] = Object.values(data) as { rows?: unknown[]; nodes?: unknown[]; title?: string }[];
  expect(answer?.title ?? answer?.rows?.length ?? answer?.nodes?.length).toBeTruthy();
});
