// The contract as graphql-inspector reads it: nothing released is broken, and the examples, all of them
// valid, touch every field there is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, CriticalityLevel, coverage, diff, validate } from '@graphql-inspector/core';
import { expect, test } from '@jest/globals';
import { buildSchema, Source } from 'graphql';
import { readExamples } from '../../src/graph/examples.js';
import { printGraphSchema } from '../../src/graph/schema.js';

const folder = 'schema/released';
const released = readdirSync(folder).sort();
// Built from its text: what clients hold is the contract, and not the objects it was made from.
const schema = buildSchema(printGraphSchema());
const sources = (await readExamples()).map(({ name, query }) => new Source(query, name));

const breaking = (changes: Change[]): string[] =>
  changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map((one) => one.message);

test('there is a released contract to compare with', () => {
  expect(released.length).toBeGreaterThan(0);
});

test.each(released)('nothing that %s promises is broken', async (file) => {
  const before = buildSchema(readFileSync(join(folder, file), 'utf8'));
  expect(breaking(await diff(before, schema))).toEqual([]);
});

test('a field that goes is told', async () => {
  const without = buildSchema(printGraphSchema().replace(/^ {2}"""[^"]*"""\n {2}shortName: String!\n/m, ''));
  expect(breaking(await diff(schema, without))).toEqual([expect.stringContaining('shortName')]);
});

test('every example is valid and uses nothing deprecated', () => {
  expect(validate(schema, sources, { strictFragments: false })).toEqual([]);
});

test('an example that asks for what is not there is told', () => {
  const [invalid] = validate(schema, [new Source('query Wrong { motion(id: "x") { titel } }')]);
  expect(invalid?.errors[0]?.message).toContain('titel');
});

test('the examples touch every field of every type', () => {
  const untouched = Object.entries(coverage(schema, sources).types).flatMap(([type, { children }]) =>
    Object.entries(children ?? {})
      .filter(([, { hits }]) => hits === 0)
      .map(([field]) => `${type}.${field}`),
  );
  expect(untouched).toEqual([]);
});
