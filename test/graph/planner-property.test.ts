import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, type GraphQLFieldResolver, type GraphQLSchema, parse, validate } from 'graphql';
import { createContext } from '../../src/graph/context.js';
import { readAnswer } from '../../src/graph/graph.js';
import { nouns } from '../../src/graph/nouns.js';
import { graphSchema } from '../../src/graph/schema.js';
import { graphOn, type TestGraph } from '../support/ask.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type RandomDocument, Writer } from './random.js';
import { readTables, referenceSchema, resolveFrom } from './reference.js';
import { related, type Tables } from './related.js';

let database: TestDatabase;
let graph: TestGraph;
let tables: Tables;
let reference: GraphQLSchema;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  graph = await graphOn(database.url);
  tables = await readTables(graph.store);
  reference = referenceSchema();
}, 120_000);

afterAll(async () => {
  await graph?.close();
  await database?.drop();
});

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

async function byPlanner({ query, variables }: RandomDocument) {
  const contextValue = createContext({ store: graph.store, requestId: 'test', schemaVersion: '' });
  const fieldResolver = readAnswer as GraphQLFieldResolver<unknown, unknown>;
  const args = {
    schema: graphSchema(),
    document: parse(query),
    variableValues: variables,
    contextValue,
    fieldResolver,
  };
  const answer = await execute(args);
  contextValue.done();
  return plain(answer);
}

async function byReference({ query, variables }: RandomDocument) {
  const fieldResolver = resolveFrom(tables) as GraphQLFieldResolver<unknown, unknown>;
  return plain(
    await execute({ schema: reference, document: parse(query), variableValues: variables, fieldResolver }),
  );
}

test('the reference knows every list of the graph', () => {
  const lists = nouns.flatMap(({ type, fields }) =>
    [...fields]
      .filter(([, map]) => map.is === 'many' || map.is === 'list')
      .map(([name]) => `${type}.${name}`),
  );
  expect(lists.filter((name) => !related[name] && !name.endsWith('.sources'))).toEqual([]);
});

test('any document is answered as plain execution over the tables answers it', async () => {
  const tape = fc.array(fc.nat(1000), { minLength: 60, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(tape, async (numbers) => {
      const document = new Writer(reference, tables, numbers).document();
      fc.pre(validate(reference, parse(document.query)).length === 0);
      const expected = await byReference(document);
      expect(expected.errors).toBeUndefined();
      expect({ ...document, answer: await byPlanner(document) }).toEqual({ ...document, answer: expected });
    }),
    {
      numRuns: Number(process.env.GRAPH_RUNS ?? 300),
      ...(process.env.GRAPH_SEED ? { seed: Number(process.env.GRAPH_SEED) } : {}),
    },
  );
}, 180_000);
