// Relay's own compiler takes every connection of the graph as one that a client can page and refetch.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { graphSchema, printGraphSchema } from '../../../src/graph/schema.js';

const run = promisify(execFile);
const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
const schema = graphSchema();

interface Probe {
  name: string;
  text: string;
}

const isNode = (type: GraphQLObjectType): boolean =>
  type === schema.getQueryType() || type.getInterfaces().some(({ name }) => name === 'Node');

/** A module whose fragment pages one connection of a type, as an application would write it. */
function probeOf(type: GraphQLObjectType, field: string, search: string): Probe {
  const name = `probe${type.name}${field[0]?.toUpperCase()}${field.slice(1)}`;
  const text = `graphql\`
  fragment ${name}_it on ${type.name}
    @refetchable(queryName: "${name}Query")
    @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    ${field}(first: $count, after: $cursor${search}) @connection(key: "${name}_${field}") {
      edges { node { __typename } }
    }
  }\`;
`;
  return { name, text: `import { graphql } from 'react-relay';\n${text}` };
}

const connections = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => ({ type, field: field.name, isRefetchable: isNode(type) })),
  );

const probes = connections
  .filter(({ isRefetchable }) => isRefetchable)
  .map(({ type, field }) => probeOf(type, field, field === 'search' ? ', query: "police"' : ''));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-motions-relay-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function compile(name: string, modules: readonly Probe[]): Promise<string[]> {
  const root = join(folder, name);
  const made = join(root, 'made');
  await mkdir(join(root, 'src'), { recursive: true });
  await mkdir(made);
  await writeFile(join(root, 'schema.graphql'), printGraphSchema());
  for (const probe of modules) await writeFile(join(root, 'src', `${probe.name}.ts`), probe.text);
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    artifactDirectory: './made',
  };
  await writeFile(join(root, 'relay.config.json'), JSON.stringify(config));
  // An empty .watchmanconfig and no watchman at all: the compiler walks the folder by itself.
  await run(process.execPath, [compiler, 'relay.config.json'], { cwd: root });
  return readdir(made);
}

test('every connection that stands on a record or at the root compiles', async () => {
  expect(probes.length).toBeGreaterThan(60);
  const made = await compile('every', probes);
  for (const { name } of probes) {
    expect(made).toContain(`${name}Query.graphql.ts`);
    expect(made).toContain(`${name}_it.graphql.ts`);
  }
}, 120_000);

test('every other connection stands on the connection of a record', () => {
  const others = connections.filter(({ isRefetchable }) => !isRefetchable);
  expect(others.filter(({ type }) => !type.name.endsWith('Connection'))).toEqual([]);
});

test('a field that is no connection does not compile', async () => {
  const council = schema.getType('Council') as GraphQLObjectType;
  await expect(compile('none', [probeOf(council, 'name', '')])).rejects.toThrow();
}, 60_000);
