import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kind, parse, print } from 'graphql';
import { readExamples } from '../../src/graph/examples.js';
import { graphSchema } from '../../src/graph/schema.js';
import { graphOn, type TestGraph } from '../support/ask.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

// Statements per operation, where not one: a comparison is one statement for the evidence and one for
// all the records that are selected.
const statements: Record<string, number> = { CompareCouncils: 2, WhereCouncilsDiffer: 2 };

const examples = await readExamples();
const operations = examples.flatMap(({ query }) =>
  parse(query).definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION
      ? [{ name: each.name?.value ?? '', query: print(each), node: each }]
      : [],
  ),
);

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

test.each(operations)('$name answers without a fault', async ({ name, query }) => {
  const asked = await graph.ask(query);
  expect(asked.errors).toBeUndefined();
  expect(asked.statements).toHaveLength(statements[name] ?? 1);
  expect(asked.cost).toBeGreaterThan(0);
});

test('every operation has a name and a comment above it', () => {
  for (const { query } of examples) {
    const named = query.match(/^query \w+/gm) ?? [];
    const commented = query.match(/^# .+\nquery \w+/gm) ?? [];
    expect(commented).toHaveLength(named.length);
  }
  expect(operations.every(({ name }) => name)).toBe(true);
  expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
});

test('every root field has an example', () => {
  const asked = new Set(
    operations.flatMap(({ node }) =>
      node.selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : [])),
    ),
  );
  const roots = Object.keys(graphSchema().getQueryType()?.getFields() ?? {});
  expect(roots.filter((root) => !asked.has(root))).toEqual([]);
});

const queryOf = (name: string) => operations.find((each) => each.name === name)?.query ?? '';

test('the Southwark motion answers with its clauses, as the facts read them', async () => {
  const { motion } = (await graph.ask(queryOf('SouthwarkMotion'))).data;
  expect(motion).toMatchObject({
    title: 'Safer Southwark Communities',
    currentOutcome: 'CARRIED',
    council: { gssCode: 'E09000028' },
  });
  const clauses: { address: string; parent: { address: string } | null }[] = motion.clauses.nodes;
  expect(clauses).toHaveLength(motion.clauses.totalCount);
  expect(clauses.find(({ address }) => address === '2.b.iv')).toMatchObject({
    parent: { address: '2.b' },
    citations: expect.arrayContaining([expect.objectContaining({ direction: 'SUPPORTS' })]),
  });
  expect(motion.events.nodes.every((event: { sources: unknown[] }) => event.sources.length > 0)).toBe(true);
});

test('the comparison reaches clause, event and source from every filled cell', async () => {
  const { rows } = (await graph.ask(queryOf('CompareCouncils'))).data.compare;
  expect(rows).toHaveLength(16);
  for (const { cells } of rows) {
    expect(cells.map((cell: { council: { id: string } }) => cell.council.id)).toEqual([
      'council/brent',
      'council/southwark',
      'council/camden',
    ]);
    for (const { position, evidenceState } of cells) {
      expect(position !== null).toBe(evidenceState === 'FOUND');
      for (const { clause, event, source } of position?.evidence ?? []) {
        expect([clause.address, event.outcome, source.title].every(Boolean)).toBe(true);
      }
    }
  }
});
