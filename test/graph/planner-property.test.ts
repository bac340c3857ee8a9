import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { createContext } from '../../src/graph/context.js';
import { executeOperation, WrittenData } from '../../src/graph/execute.js';
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

interface Answered {
  errors?: unknown;
  data: string;
}

// Asking for the schema too makes graphql-js resolve the whole, from what the planner wrote.
const readBack = ({ query, variables }: RandomDocument): RandomDocument => ({
  query: query.replace(/\}(?=\n|$)/, '__type(name: "Query") { name } }'),
  variables,
});

async function byPlanner({ query, variables }: RandomDocument): Promise<Answered> {
  const context = createContext({ store: graph.store, requestId: 'test', schemaVersion: '' });
  const document = parse(query);
  const { errors, data } = await executeOperation({
    schema: graphSchema(),
    document,
    operation: getOperationAST(document) ?? undefined,
    operationName: undefined,
    variables,
    context,
  });
  context.done();
  const text = data instanceof WrittenData ? data.text : JSON.stringify(data);
  return { ...(errors ? { errors: plain(errors) } : {}), data: text };
}

async function byReference({ query, variables }: RandomDocument): Promise<Answered> {
  const fieldResolver = resolveFrom(tables) as GraphQLFieldResolver<unknown, unknown>;
  const { errors, data } = await execute({
    schema: reference,
    document: parse(query),
    variableValues: variables,
    fieldResolver,
  });
  return { ...(errors ? { errors: plain(errors) } : {}), data: JSON.stringify(data) };
}

test('the reference knows every list of the graph', () => {
  const lists = nouns.flatMap(({ type, fields }) =>
    [...fields]
      .filter(([, map]) => map.is === 'many' || map.is === 'list')
      .map(([name]) => `${type}.${name}`),
  );
  expect(lists.filter((name) => !related[name] && !name.endsWith('.sources'))).toEqual([]);
});

test('any document is answered, byte for byte, as plain execution over the tables answers it', async () => {
  const tape = fc.array(fc.nat(1000), { minLength: 60, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(tape, async (numbers) => {
      const written = new Writer(reference, tables, numbers).document();
      const document = (numbers[0] ?? 0) % 4 === 0 ? readBack(written) : written;
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
