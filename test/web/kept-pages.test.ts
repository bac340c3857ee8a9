// Pages that are kept are those that would be made anew, until anything is written.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { everyPage } from './every-page.js';
import { type Serving, serving } from './serving.js';

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url, { responseCacheBytes: 8 * 1024 * 1024 });
  // The data version is known a moment after the server listens.
  await until(async () => {
    await get('/glossary');
    server.statements();
    await get('/coverage');
    return server.statements().length === 0;
  });
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { accept: 'text/html', ...headers } });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to be so');
}

const told = ({ headers }: Awaited<ReturnType<typeof get>>) => {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  return rest;
};

const others = ['/home.atom', '/council/southwark.csv', '/compare.json', '/sitemap.xml'];

test.each([...everyPage.filter((path) => path !== '/data/'), ...others])(
  '%s is kept as it was sent, with all it said of itself, and takes no statement',
  async (path) => {
    const made = await get(path, { 'accept-encoding': 'br' });
    server.statements();
    const kept = await get(path, { 'accept-encoding': 'br' });
    expect(server.statements()).toEqual([]);
    expect(kept.rawPayload.equals(made.rawPayload)).toBe(true);
    expect(told(kept)).toEqual(told(made));
    const held = await get(path, {
      'accept-encoding': 'br',
      'if-none-match': String(made.headers.etag),
    });
    expect([held.statusCode, held.payload, server.statements()]).toEqual([304, '', []]);
  },
);

test('each reader gets the compression it takes, of the same text', async () => {
  const plain = (await get('/glossary', { 'accept-encoding': 'identity' })).payload;
  for (const _again of [1, 2]) {
    const br = await get('/glossary', { 'accept-encoding': 'gzip, br;q=0.9' });
    const gz = await get('/glossary', { 'accept-encoding': 'gzip, br;q=0' });
    expect([br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(br.headers.vary).toContain('accept-encoding');
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain);
    expect(gunzipSync(gz.rawPayload).toString()).toBe(plain);
  }
});

test('what is written is told by the next page', async () => {
  const path = '/council/southwark';
  await get(path);
  await server.store.pool.query("UPDATE council SET name = 'Southwark, renamed' WHERE id = $1", [
    'council/southwark',
  ]);
  await until(async () => (await get(path)).payload.includes('Southwark, renamed'));
});

test('a refusal is never kept', async () => {
  for (const path of ['/compare?councils=council/nowhere', '/motion/nowhere', '/search?page=x']) {
    const refused = await get(path);
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.headers['cache-control']).toBe('no-store');
    expect((await get(path)).statusCode).toBe(refused.statusCode);
  }
});
