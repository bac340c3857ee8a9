// The known attacks on a real server: each is refused with its own code, before the database hears of it, and however
// often it comes nothing of it stays in memory. How long each takes is told by `npm run bench -- attacks`.
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { graphSchema } from '../../src/graph/schema.js';
import { assemble } from '../../src/server.js';
import { openStore } from '../../src/store/store.js';
import { graphOn, type TestGraph, watchStatements } from '../support/ask.js';
import { attacks, send, slowBody, slowHeaders } from '../support/attacks.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { testConfig } from '../web/serving.js';

let database: TestDatabase;
let app: FastifyInstance;
let port: number;
const statements: string[] = [];
const logged: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  const store = openStore(database.url);
  watchStatements(store, (sql) => statements.push(sql));
  const config = { ...testConfig('/none'), costPerMinute: 0, responseCacheBytes: 0 };
  const options = { config, url: database.url, log: (line: string) => logged.push(line), requestMs: 1_000 };
  app = await assemble(store, options);
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

test.each(attacks.map((attack) => [attack.name, attack] as const))(
  '%s',
  async (_name, { bytes, status, code }) => {
    statements.length = 0;
    const answer = await send(port, bytes);
    expect({ status: answer.status, code: answer.code, statements }).toEqual({
      status,
      code,
      statements: [],
    });
    expect(answer.body).not.toMatch(/SELECT|node_modules|\bat .*\.[jt]s:/);
  },
);

test('none of them is a fault of ours', () => {
  expect(logged).toEqual([]);
});

test.each([
  ['a body', slowBody],
  ['a head', slowHeaders],
])('%s that never ends is given up', async (_what, bytes) => {
  statements.length = 0;
  const { status } = await send(port, bytes);
  expect({ status, statements }).toEqual({ status: 408, statements: [] });
});

test('nothing of them stays in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(attacks.map(({ bytes }) => send(port, bytes)));
    }
    collect();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const before = await used(2);
  const afterwards = await used(6);
  expect(afterwards - before).toBeLessThan(10);
}, 120_000);

describe('SQL in every argument reaches the database as a value alone', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await graphOn(database.url);
  }, 120_000);

  afterAll(() => graph?.close());

  const hostile = `x'; DROP TABLE motion; SELECT pg_sleep(9) --" OR 1=1 /* $1 */`;

  // A value for an input type, every text in it the same; enums, days and numbers are no place for SQL.
  function filled(type: GraphQLInputType, text: string, depth: number): unknown {
    if (isNonNullType(type)) return filled(type.ofType, text, depth);
    if (isListType(type)) return [filled(type.ofType, text, depth)].filter((each) => each !== undefined);
    if (isInputObjectType(type)) {
      if (depth === 0) return undefined;
      const members = Object.values(type.getFields())
        .filter(({ name }) => !['AND', 'OR', 'NOT', 'isNull'].includes(name))
        .map((field) => [field.name, filled(field.type, text, depth - 1)] as const)
        .filter(([, value]) => value !== undefined && JSON.stringify(value) !== '{}');
      return members.length ? Object.fromEntries(members) : undefined;
    }
    return ['String', 'ID'].includes(type.name) ? text : undefined;
  }

  const chosen = ['after', 'before', 'orderBy', 'first', 'last'];
  const roots = Object.values(graphSchema().getQueryType()?.getFields() ?? {});
  const cases = roots.flatMap((root) =>
    root.args
      .filter(({ name, type }) => !chosen.includes(name) && !isEnumType(getNamedType(type)))
      .filter(({ type }) => filled(type, 'x', 2) !== undefined)
      .map((argument) => [`${root.name}(${argument.name}:)`, root, argument] as const),
  );

  test('which is most of them', () => {
    expect(cases.length).toBeGreaterThan(40);
  });

  test.each(cases)('%s', async (_name, root, argument) => {
    const others = root.args.filter(
      ({ name, type, defaultValue }) =>
        name !== argument.name && isNonNullType(type) && defaultValue === undefined,
    );
    const head = [argument, ...others].map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const given = [argument, ...others].map(({ name }) => `${name}: $${name}`).join(', ');
    const type = getNamedType(root.type);
    const selection = 'getFields' in type && 'totalCount' in type.getFields() ? 'totalCount' : '__typename';
    const told = async (text: string) => {
      const values = Object.fromEntries(
        [argument, ...others].map((each) => [each.name, filled(each.type, text, 2)]),
      );
      const { errors, statements: sent } = await graph.ask(
        `query (${head}) { ${root.name}(${given}) { ${selection} } }`,
        values,
      );
      return { errors, sent };
    };
    const harmless = await told('x');
    const attack = await told(hostile);
    expect(attack).toEqual(harmless);
    expect(harmless.errors).toBeUndefined();
    expect(harmless.sent.length).toBeGreaterThan(0);
    expect(harmless.sent.join()).not.toContain('DROP TABLE');
    expect(graph.faults).toEqual([]);
  });
});
