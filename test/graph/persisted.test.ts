import { createHash } from 'node:crypto';
import { request as askHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { parse, print, separateOperations } from 'graphql';
import { readExamples } from '../../src/graph/examples.js';
import { graphPlugin } from '../../src/graph/http.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  store = openStore(database.url);
  app = fastify({ genReqId: () => 'request-7' });
  await app.register(graphPlugin, { store });
  await app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await store?.close();
  await database?.drop();
});

const documents = (await readExamples()).flatMap(({ query }) =>
  Object.values(separateOperations(parse(query))).map((each) => print(each)),
);
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const [document = ''] = documents;
const post = (payload: object) => app.inject({ method: 'POST', url: '/graphql', payload });

test('every example is answered by its hash as by its text, by GET and POST', async () => {
  expect(documents.length).toBeGreaterThan(30);
  for (const query of documents) {
    const whole = (await post({ query })).body;
    expect((await post({ documentId: idOf(query) })).body).toBe(whole);
    const got = await app.inject({ url: '/graphql', query: { documentId: idOf(query) } });
    expect(got.body).toBe(whole);
  }
});

test.each([`sha256:${'0'.repeat(64)}`, 'x', '', 7, null, {}])(
  'the id %p is DOCUMENT_NOT_FOUND',
  async (id) => {
    const response = await post({ documentId: id });
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([
      404,
      'DOCUMENT_NOT_FOUND',
    ]);
  },
);

test('a document that is sent is answered, whatever id comes with it', async () => {
  const response = await post({
    documentId: 'sha256:none',
    query: '{ council(id: "council/brent") { id } }',
  });
  expect(response.json().data).toEqual({ council: { id: 'council/brent' } });
});

function byQuery(payload: object): Promise<{ status: number | undefined; body: string }> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const client = askHttp({ port, path: '/graphql', method: 'QUERY', headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      resolve({ status: response.statusCode, body: Buffer.concat(parts).toString() });
    });
    client.on('error', reject).end(JSON.stringify(payload));
  });
}

test('the method QUERY answers as POST does', async () => {
  for (const payload of [{ query: document }, { documentId: idOf(document) }, { query: '{ nothing' }]) {
    const posted = await post(payload);
    const { status, body } = await byQuery(payload);
    expect(status).toBe(posted.statusCode);

    expect(body).toBe(posted.body);
  }
});

test('QUERY is offered to whoever asks what there is', async () => {
  const { headers } = await app.inject({ method: 'OPTIONS', url: '/graphql' });
  expect(headers.allow).toBe('GET, POST, QUERY, OPTIONS');
  expect(headers['access-control-allow-methods']).toBe('GET, POST, QUERY, OPTIONS');
  expect(headers['accept-query']).toBe('"application/json"');
});
