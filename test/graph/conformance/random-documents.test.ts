// Two thousand documents that IBM's generator writes from the contract alone, by seed, asked over HTTP:
// whatever they ask for, none is a fault of the server and none keeps it busy.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, print } from 'graphql';
import { generateRandomQuery } from 'ibm-graphql-query-generator';
import { graphPlugin } from '../../../src/graph/http.js';
import { printGraphSchema } from '../../../src/graph/schema.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../../support/database.js';

const documents = 2_000;
const mostMs = 1_000;
const schema = buildSchema(printGraphSchema());

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

// Values for what the documents ask with: ids that exist, dates and text; the rest the generator makes up.
const providers = {
  '*__*__id': 'council/southwark',
  '*__*__ids': ['council/southwark', 'motion/none'],
  '*__compare__review': 'review/casey-2023',
  '*__compare__councils': ['council/brent', 'council/southwark'],
  '*__search__query': 'police',
  '*__*__search': 'police',
  '*__*__first': 5,
  '*__*__last': null,
  '*__*__after': null,
  '*__*__before': null,
  '*__*__*': () => null,
};

function documentOf(seed: number): { query: string; variables: Record<string, unknown> } {
  const { queryDocument, variableValues } = generateRandomQuery(schema, {
    seed,
    depthProbability: 0.4,
    breadthProbability: 0.12,
    maxDepth: 5,
    considerInterfaces: true,
    considerUnions: true,
    providerMap: providers,
  });
  return { query: print(queryDocument), variables: variableValues };
}

interface Told {
  seed: number;
  status: number;
  codes: string[];
  ms: number;
}

async function ask(seed: number): Promise<Told> {
  const body = JSON.stringify(documentOf(seed));
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const codes = errors.map(({ extensions }) => extensions.code);
  return { seed, status: response.status, codes, ms: performance.now() - begun };
}

test(`${documents} random documents are answered without a fault of the server`, async () => {
  const told: Told[] = [];
  for (let seed = 1; seed <= documents; seed += 1) told.push(await ask(seed));
  const faults = told.filter(({ status, codes }) => status >= 500 || codes.includes('INTERNAL'));
  expect(faults).toEqual([]);
  const answered = told.filter(({ codes }) => codes.length === 0);
  expect(answered.length).toBeGreaterThan(documents / 2);
  // A machine that was busy with something else is asked again before it is believed.
  const slow = told.filter(({ ms }) => ms > mostMs);
  const again = await Promise.all(slow.map(({ seed }) => ask(seed)));
  expect(again.filter(({ ms }) => ms > mostMs)).toEqual([]);
}, 1_200_000);
