import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { populate, world } from '../support/world.js';
import { type Serving, serving } from '../web/serving.js';

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await testDatabase();
  await populate(database.url, ...world());
  server = await serving(database.url, {
    ...{ publicUrl: 'https://motions.example', responseCacheBytes: 1_000_000, costPerMinute: 1_000_000 },
  });
  await until(async () => (await get()).headers.etag !== undefined);
}, 120_000);

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const query = '{ council(id: "council/brent") { name } }';
const get = (headers: Record<string, string> = {}) =>
  server.app.inject({ url: '/graphql', query: { query }, headers });
const post = (payload: object | string, headers = {}) =>
  server.app.inject({
    ...{ method: 'POST' as const, url: '/graphql', payload },
    headers: { 'content-type': 'application/json', ...headers },
  });

async function until(what: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 20_000;
  while (!(await what())) {
    if (Date.now() > limit) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const id = '2026-11-20T020000Z-1a2b3c4d';
const address = `https://motions.example/data/snapshots/${id}/`;

async function publishIndex(latest: string): Promise<void> {
  const last_attempt = { at: '2026-11-20T02:00:00Z', result: 'published', code: null, reason: null };
  const index = { latest, last_attempt, snapshots: [{ id: latest }] };
  await writeFile(join(server.exportsDir, 'index.json'), JSON.stringify(index));
}

async function dataVersion(): Promise<number> {
  const { rows } = await server.store.pool.query('SELECT version FROM data_version');
  return Number(rows[0].version);
}

test('before the first snapshot an answer says of which data version it is, and how to cite it', async () => {
  const { extensions } = (await get()).json();
  const version = await dataVersion();
  expect(extensions).toEqual({
    ...{ cost: 1, dataVersion: version, snapshot: null },
    citation: `Open Motions contributors. Open Motions, data version ${version}. https://motions.example/. CC BY 4.0.`,
  });
});

test('a new snapshot is told of by every answer soon, kept or not, and a copy from before is out of date', async () => {
  const before = await get();
  const kept = await get();
  expect([kept.body, kept.headers.etag]).toEqual([before.body, before.headers.etag]);
  await publishIndex(id);
  await until(async () => (await get()).json().extensions.snapshot?.id === id);
  const after = await get({ 'if-none-match': String(before.headers.etag) });
  const { snapshot, citation, dataVersion: version } = after.json().extensions;
  expect([after.statusCode, snapshot, version]).toEqual([200, { id, address }, await dataVersion()]);
  expect(citation).toBe(
    `Open Motions contributors (2026). Open Motions, data version ${version}. https://motions.example/. ` +
      `Newest snapshot: ${address}. CC BY 4.0.`,
  );
  expect(after.json().data).toEqual(before.json().data);
  expect(after.headers.etag).not.toBe(before.headers.etag);
  server.statements();
  const held = await get({ 'if-none-match': String(after.headers.etag) });
  expect([held.statusCode, (await get()).body, server.statements()]).toEqual([304, after.body, []]);
});

test.each([
  ['no GraphQL', '{', {}, 400, 'BAD_REQUEST'],
  ['a syntax error', { query: '{ councils(' }, {}, 400, 'GRAPHQL_PARSE_FAILED'],
  ['a field that is not there', { query: '{ nothing }' }, {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a large page', { query: '{ councils(first: 101) { nodes { id } } }' }, {}, 400, 'PAGE_TOO_LARGE'],
  ['a large body', { query: ' '.repeat(110_000) }, {}, 413, 'QUERY_TOO_COMPLEX'],
  ['an unknown document', { documentId: 'sha256:0' }, {}, 404, 'DOCUMENT_NOT_FOUND'],
  ['another media type', 'query=x', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['what cannot be streamed', { query }, { accept: 'text/csv' }, 406, 'NOT_ACCEPTABLE'],
])('a refusal of %s tells of the snapshot too', async (_what, payload, headers, status, code) => {
  await publishIndex(id);
  await until(async () => (await get()).json().extensions.snapshot !== null);
  const answer = await post(payload, { accept: 'application/graphql-response+json', ...headers });
  expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([status, code]);
  expect(answer.json().extensions).toMatchObject({ snapshot: { id, address } });
});

test('a stream tells of it in a header', async () => {
  await publishIndex(id);
  await until(async () => (await get()).json().extensions.snapshot !== null);
  const answer = await post({ query: '{ councils { nodes { id } } }' }, { accept: 'text/csv' });
  expect([answer.statusCode, answer.headers['x-snapshot']]).toEqual([200, id]);
});

test('every change up to the data version is in the answer, while changes go on', async () => {
  const writes = 40;
  const first = await dataVersion();
  const write = async () => {
    for (let n = 1; n <= writes; n += 1) {
      await server.store.pool.query(`UPDATE council SET name = $1 WHERE id = 'council/brent'`, [
        `name ${first + n}`,
      ]);
    }
  };
  let isWriting = true;
  const writing = write().finally(() => {
    isWriting = false;
  });
  const seen: { version: number; name: number }[] = [];
  while (isWriting) {
    // What is kept is answered without waiting for anything, so nothing else would get its turn.
    await new Promise(setImmediate);
    const { data, extensions } = (await get()).json();
    seen.push({ version: extensions.dataVersion, name: Number(data.council.name.replace(/\D/g, '')) });
  }
  await writing;
  expect(await dataVersion()).toBe(first + writes);
  expect(seen.filter(({ version, name }) => version > first && name < version)).toEqual([]);
  await until(async () => (await get()).json().extensions.dataVersion === first + writes);
});
