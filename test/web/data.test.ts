import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ago } from '../../src/web/date.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';
import { words } from './words.js';

const id = '2026-11-20T020000Z-1a2b3c4d';
const councils = 'id,name\r\ncouncil/brent,London Borough of Brent\r\n';
const councilsHash = hashOf(councils);
const facts = { bytes: Buffer.byteLength(councils), sha256: councilsHash };
const zipped = { suffix: '.gz', encoding: 'gzip', bytes: gzipSync(councils) };
const squeezed = { suffix: '.br', encoding: 'br', bytes: brotliCompressSync(councils) };
const address = `/data/snapshots/${id}/csv/councils.csv`;
const described = {
  ...{ name: 'councils', path: 'csv/councils.csv', description: 'A local authority.' },
  schema: {
    primaryKey: ['id'],
    fields: [
      { name: 'id', type: 'string', description: 'The id of the council.' },
      { name: 'name', type: 'string', description: 'The whole name.', personalData: true },
    ],
  },
};
let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await testDatabase();
  server = await serving(database.url);
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

function hashOf(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.address + path, { headers, redirect: 'manual' });
}

async function put(path: string, text: string | Buffer): Promise<void> {
  const full = join(server.exportsDir, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
}

/** A published snapshot in the shape of the contract, with files that no manifest lists beside it. */
async function publishSnapshot(): Promise<void> {
  const encodings = [zipped, squeezed].map(({ suffix, encoding, bytes }) => {
    const path = `csv/councils.csv${suffix}`;
    return { encoding, path, bytes: bytes.length, sha256: hashOf(bytes) };
  });
  const files = [{ path: 'csv/councils.csv', table: 'councils', rows: 1, columns: 2, ...facts, encodings }];
  const previous = { id: '2026-11-19T020000Z-0a0b0c0d', manifest_sha256: '' };
  const manifest = { schema_version: '1.0', data_version: 7, as_of: '2026-11-19T10:00:00Z', previous, files };
  for (const { suffix, bytes } of [zipped, squeezed])
    await put(`snapshots/${id}/csv/councils.csv${suffix}`, bytes);
  await put(`snapshots/${id}/manifest.json`, JSON.stringify(manifest));
  await put(`snapshots/${id}/datapackage.json`, JSON.stringify({ resources: [described] }));
  await put(`snapshots/${id}/csv/councils.csv`, councils);
  await put(`snapshots/${id}/csv/notes.txt`, 'not listed');
  await put('.staging/csv/councils.csv', 'half a file');
  await put('snapshots/2026-11-21T020000Z-ffffffff/manifest.json', JSON.stringify(manifest));
  const attempt = { at: '2026-11-20T02:00:00Z', result: 'published', snapshot: id, code: null, reason: null };
  await put('feed.xml', '<feed/>');
  await putIndex(attempt);
}

async function putIndex(attempt: object): Promise<void> {
  const snapshots = [{ id, rows: 1 }];
  await put('index.json', JSON.stringify({ latest: id, last_attempt: attempt, snapshots }));
}

describe('before the first snapshot', () => {
  test('the landing page and the files say that there is none', async () => {
    const page = await get('/data/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('No snapshot is published yet.');
    for (const path of ['/data/index.json', '/data/feed.xml', '/data/latest/manifest.json']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('No snapshot is published yet.');
    }
  });
});

describe('a published snapshot', () => {
  beforeAll(publishSnapshot);

  test('is presented to people with its freshness, rows, columns and sizes', async () => {
    const html = await (await get('/data/')).text();
    const text = words(html);
    expect(text).toMatch(/20 November 2026, 02:00 UTC, +\d+ days ago/);
    expect(text).toContain('The record as it stood on 19 November 2026, 10:00 UTC');
    expect(html).toMatch(
      /<code>councils<\/code><span class="about">A local authority.<\/span><\/th><td>1<\/td>/,
    );
    expect(html).toContain(`<a href="${address}" aria-label="${facts.bytes} B, councils as CSV">`);
    expect(html).toContain('<a href="#columns-councils" aria-label="2 columns of councils">2</a>');
    expect(text).toMatch(/name † string The whole name\./);
    expect(html).toContain('<a href="/data/feed.xml">Atom feed</a>');
    expect(text).not.toContain('failed');
  });

  test('says who to name and which snapshot, at an address that answers', async () => {
    const cited = words(await (await get('/data/')).text()).match(/snapshot (\S+)\. (http\S+?)\s/);
    expect(cited?.slice(1)).toEqual([id, `http://127.0.0.1/data/snapshots/${id}/`]);
    const own = await get(`/data/snapshots/${id}/`);
    expect(own.status).toBe(200);
    const html = await own.text();
    expect(html).toContain(`<title>Snapshot ${id} · Open Motions</title>`);
    expect(html).not.toContain('This is not the newest snapshot');
    expect((await get(`/data/snapshots/${id}`)).headers.get('location')).toBe(`/data/snapshots/${id}/`);
    expect((await get('/data/latest/')).headers.get('location')).toBe(`/data/snapshots/${id}/`);
    expect((await get('/data/snapshots/2026-11-21T020000Z-ffffffff/')).status).toBe(404);
  });

  test('stays, and is shown, where a later attempt failed, with the reason', async () => {
    const reason = 'The files and the graph disagree: <name> of theme/vetting.';
    await putIndex({ at: '2026-11-21T02:00:00Z', result: 'failed', code: 'DISAGREEMENT', reason });
    const text = words(await (await get('/data/')).text());
    expect(text).toMatch(/The last attempt to publish failed , 21 November 2026, 02:00 UTC \(\d+ days ago\)/);
    expect(text).toContain('disagree: &lt;name> of theme/vetting.');
    expect(text).toContain('What was published before it stays as it was.');
    expect(text).toContain(`Snapshot ${id}`);
    await publishSnapshot();
  });

  test.each([
    ['2026-11-20T02:30:00Z', 'less than an hour ago'],
    ['2026-11-20T03:00:00Z', '1 hour ago'],
    ['2026-11-22T01:59:59Z', '47 hours ago'],
    ['2026-11-22T02:00:00Z', '2 days ago'],
  ])('is at %s as old as a reader says it', (now, age) => {
    expect(ago('2026-11-20T02:00:00Z', new Date(now))).toBe(age);
  });

  test('is presented in a few kilobytes, compressed', async () => {
    const page = await server.app.inject({ url: '/data/', headers: { 'accept-encoding': 'br' } });
    expect(page.headers['content-encoding']).toBe('br');
  });

  test('is listed in index.json, which any origin may read and check again', async () => {
    const response = await get('/data/index.json');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
    expect((await response.json()) as object).toMatchObject({ latest: id });
    const again = await get('/data/index.json', { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('is told in a feed that is asked for each time', async () => {
    const { headers, body } = await server.app.inject({ url: '/data/feed.xml' });
    expect(body).toBe('<feed/>');
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/atom\+xml/),
      'cache-control': 'public, no-cache',
    });
    const again = { 'if-none-match': String(headers.etag) };
    expect((await server.app.inject({ url: '/data/feed.xml', headers: again })).statusCode).toBe(304);
  });

  test('is reached by latest, which redirects to its own address', async () => {
    const response = await get('/data/latest/csv/councils.csv');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`/data/snapshots/${id}/csv/councils.csv`);
    expect((await get('/data/latest/csv/nothing.csv')).status).toBe(404);
    expect((await get('/data')).headers.get('location')).toBe('/data/');
  });

  test('gives its files for ever, known by their hash', async () => {
    const response = await get(address, { 'accept-encoding': 'identity' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(councils);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('etag')).toBe(`"${councilsHash}"`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('accept-ranges')).toBe('bytes');
    expect(headers.get('repr-digest')).toBe(
      `sha-256=:${createHash('sha256').update(councils).digest('base64')}:`,
    );
  });

  test('answers 304 to whoever holds a file, and a range to whoever holds a part of it', async () => {
    const path = address;
    const plain = { 'accept-encoding': 'identity' };
    const held = await get(path, { ...plain, 'if-none-match': `"other", "${councilsHash}"` });
    expect(held.status).toBe(304);
    expect(await held.text()).toBe('');
    const part = await get(path, { range: 'bytes=3-6', 'if-range': `"${councilsHash}"` });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 3-6/${Buffer.byteLength(councils)}`);
    expect(await part.text()).toBe('name');
    const other = await get(path, { range: 'bytes=3-6', 'if-range': '"other"' });
    expect(other.status).toBe(200);
    expect((await get(path, { range: 'bytes=900-' })).status).toBe(416);
  });

  test.each([
    ['gzip, deflate, br', squeezed],
    ['gzip', zipped],
    ['br;q=0.2, gzip;q=0.8', zipped],
    ['br;q=0, *', zipped],
  ])(
    'gives to a reader who accepts %s the smallest bytes of that kind',
    async (accept, { encoding, bytes }) => {
      const { headers, rawPayload } = await server.app.inject({
        url: address,
        headers: { 'accept-encoding': accept },
      });
      expect(headers).toMatchObject({
        ...{ 'content-encoding': encoding, vary: 'Accept-Encoding', etag: `"${hashOf(bytes)}"` },
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-length': String(bytes.length),
        'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
      });
      expect(rawPayload.equals(bytes)).toBe(true);
    },
  );

  test.each(['', 'identity', 'deflate', 'gzip;q=0, br;q=0', 'gzip;q=0.1, identity'])(
    'gives the file as it is to a reader who accepts "%s"',
    async (accept) => {
      const answer = await server.app.inject({ url: address, headers: { 'accept-encoding': accept } });
      expect([answer.body, answer.headers['content-encoding']]).toEqual([councils, undefined]);
      expect(answer.headers.vary).toBe('Accept-Encoding');
    },
  );

  test('holds to the compressed bytes a reader has, in conditions and in ranges', async () => {
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': `"${hashOf(zipped.bytes)}"` };
    expect((await server.app.inject({ url: address, headers })).statusCode).toBe(304);
    const range = { 'accept-encoding': 'gzip', range: 'bytes=0-1', 'if-range': `"${hashOf(zipped.bytes)}"` };
    const part = await server.app.inject({ url: address, headers: range });
    expect([part.statusCode, part.headers['content-encoding'], part.rawPayload.toString('hex')]).toEqual([
      ...[206, 'gzip', '1f8b'],
    ]);
  });

  test('gives a compressed sibling by its own address as a file', async () => {
    const answer = await server.app.inject({ url: `${address}.gz`, headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/gzip' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.rawPayload.equals(zipped.bytes)).toBe(true);
  });

  test('links each file to what describes it, its licence and its other versions', async () => {
    const { headers } = await server.app.inject({ url: address });
    expect(headers.link).toBe(
      [
        `</data/snapshots/${id}/datapackage.json>; rel="describedby"`,
        `</data/snapshots/${id}/LICENCE.md>; rel="license"`,
        '</data/latest/csv/councils.csv>; rel="latest-version"',
        '</data/snapshots/2026-11-19T020000Z-0a0b0c0d/csv/councils.csv>; rel="predecessor-version"',
      ].join(', '),
    );
  });

  test('lists its own manifest by its hash', async () => {
    const response = await get(`/data/snapshots/${id}/manifest.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
  });

  test.each([
    `/data/snapshots/${id}/csv/notes.txt`,
    `/data/snapshots/${id}/csv/..%2f..%2f..%2f..%2fpackage.json`,
    `/data/snapshots/..%2f..%2f.staging/csv/councils.csv`,
    `/data/snapshots/${id}/csv`,
    '/data/snapshots/.staging/csv/councils.csv',
    '/data/.staging/csv/councils.csv',
    '/data/snapshots/2026-11-21T020000Z-ffffffff/manifest.json',
    '/data/latest/..%2findex.json',
  ])('has nothing at %s', async (url) => {
    const answer = await server.app.inject({ url });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(/half a file|not listed|"latest"/);
  });

  test('readiness names it with its age', async () => {
    const ready = (await (await get('/health/ready')).json()) as { latestSnapshot: object };
    expect(ready.latestSnapshot).toEqual({ id, ageSeconds: expect.any(Number) });
  });
});

describe('what is gone', () => {
  const old = ['2026-08-01T020000Z-aaaaaaaa', '2026-08-02T020000Z-bbbbbbbb'] as const;
  const delta = `${old[0]}..${old[1]}.jsonl`;

  beforeAll(async () => {
    await publishSnapshot();
    const index = JSON.parse(await readFile(join(server.exportsDir, 'index.json'), 'utf8'));
    const gone = [
      { path: `snapshots/${old[0]}`, reason: 'retention', at: '2026-11-01T02:00:00Z' },
      { path: `snapshots/${old[1]}`, reason: 'redaction', at: '2026-11-01T02:00:00Z' },
      { path: `changes/${delta}`, reason: 'redaction', at: '2026-11-01T02:00:00Z' },
    ];
    await put('index.json', JSON.stringify({ ...index, gone }));
    await put(`snapshots/${old[0]}/csv/councils.csv`, councils);
    await put(`changes/${delta}`, '{"a":1}\n');
  });

  test.each([
    [old[0], 'retention', 'is no longer kept'],
    [old[1], 'redaction', 'held something that was taken out for good'],
  ])('as snapshot %s is 410 by %s, naming the next kept one', async (gone, reason, words) => {
    const response = await get(`/data/snapshots/${gone}/csv/councils.csv`);
    expect(response.status).toBe(410);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      error: {
        ...{ code: 'GONE', reason, next: address, requestId: expect.any(String) },
        message: `Snapshot ${gone} ${words}. The next one kept is at ${address}.`,
      },
    });
  });

  test('as a delta is 410, though its file may still be there', async () => {
    const response = await get(`/data/changes/${delta}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ error: { code: 'GONE', reason: 'redaction', next: null } });
  });
});

describe('a delta', () => {
  const delta = `2026-11-19T020000Z-0a0b0c0d..${id}.jsonl`;
  const text = '{"table":"themes","change":"added"}\n';

  test('is given for ever, known by its hash, once index.json lists it', async () => {
    await put(`changes/${delta}`, text);
    expect((await get(`/data/changes/${delta}`)).status).toBe(404);
    const index = JSON.parse(await readFile(join(server.exportsDir, 'index.json'), 'utf8'));
    const changes = [{ path: `changes/${delta}`, sha256: hashOf(text) }];
    await put('index.json', JSON.stringify({ ...index, changes }));
    const response = await get(`/data/changes/${delta}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('etag')).toBe(`"${hashOf(text)}"`);
    const held = await get(`/data/changes/${delta}`, { 'if-none-match': `"${hashOf(text)}"` });
    expect(held.status).toBe(304);
    const part = await get(`/data/changes/${delta}`, { range: 'bytes=0-7' });
    expect([part.status, await part.text()]).toEqual([206, text.slice(0, 8)]);
  });

  test.each(['nothing.jsonl', '..%2f..%2findex.json', `${id}..${id}.jsonl`])(
    'named %s is none',
    async (name) => {
      expect((await get(`/data/changes/${name}`)).status).toBe(404);
    },
  );
});
