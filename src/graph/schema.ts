// Builds the schema once per process (type-graphql keeps one list of metadata per process) and prints it.
// The decorators need this before any of them runs.
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { ChangesRoot } from './changes.js';
import { CompareRoot } from './compare.js';
import type { TypeClass } from './field.js';
import { NodeRoots } from './node-roots.js';
import { nouns } from './nouns.js';
import { publishNouns } from './publish.js';
import { makeNounRoots } from './roots.js';
import { SearchRoot } from './search.js';
import { StatusRoot } from './status.js';

function build(): GraphQLSchema {
  publishNouns();
  const resolvers = [...makeNounRoots(), NodeRoots, SearchRoot, CompareRoot, ChangesRoot, StatusRoot];
  const schema = buildSchemaSync({
    resolvers: resolvers as NonEmptyArray<TypeClass>,
    orphanedTypes: nouns.map((noun) => noun.target),
    validate: false,
  });
  const query = schema.getQueryType();
  if (query) query.description = 'Everything that can be asked. Nothing can be written here.';
  return schema;
}

let built: GraphQLSchema | undefined;

/** The schema of this graph. */
export function graphSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

/** The schema as SDL, in an order that never depends on the order of declaration. */
export function printGraphSchema(): string {
  return `${printSchema(lexicographicSortSchema(graphSchema()))}\n`;
}

/** A short hash of the schema: the same contract has the same version. */
export function schemaVersion(): string {
  return createHash('sha256').update(printGraphSchema()).digest('hex').slice(0, 12);
}
