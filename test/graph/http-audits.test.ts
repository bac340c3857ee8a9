// The audits of the GraphQL over HTTP specification, as its reference implementation keeps them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { serverAudits } from 'graphql-http';
import { publishedTables } from '../../src/exporters/table.js';
import { graphPlugin } from '../../src/graph/http.js';
import { nouns } from '../../src/graph/nouns.js';
import { graphSchema } from '../../src/graph/schema.js';
import { openStore, type Store } from '../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
let url = '';

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url);
  app = fastify();
  await app.register(graphPlugin, { store });
  url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}, 120_000);

afterAll(async () => {
  await app?.close();
  await store?.close();
  await database?.drop();
});

test.each(
  serverAudits({ url: () => url, fetchFn: fetch }).map((audit) => [audit.id, audit.name, audit] as const),
)('%s: %s', async (_id, _name, audit) => {
  const result = await audit.fn();
  expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
});

test.each(['mutation', 'subscription'])(
  'a %s is refused, since the graph is read-only',
  async (operation) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `${operation} { x }` }),
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  },
);

test('the file a refusal names is one that snapshots hold', async () => {
  const files = new Set(publishedTables.map((table) => `/data/latest/csv/${table.name}.csv`));
  const roots = graphSchema().getQueryType()?.getFields() ?? {};
  for (const { options } of nouns.filter((noun) => (noun.options.many ?? '') in roots)) {
    const query = `{ ${options.many}(first: 101) { nodes { id } } }`;
    const response = await fetch(`${url}?query=${encodeURIComponent(query)}`);
    const { errors } = (await response.json()) as {
      errors: { extensions: { snapshot: string; files: string[] } }[];
    };
    expect(files).toContain(errors[0]?.extensions.snapshot);
    expect(errors[0]?.extensions.files).toEqual([errors[0]?.extensions.snapshot]);
  }
});
