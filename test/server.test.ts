import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startServer } from '../src/server.js';
import { seededDatabase, type TestDatabase } from './support/database.js';
import { type Serving, serving, testConfig } from './web/serving.js';

let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url);
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** The answer with its body read, so that the connection is free again. */
async function read(path: string): Promise<Response> {
  const response = await fetch(server.address + path, { headers: browser });
  await response.arrayBuffer();
  return response;
}

describe('the server', () => {
  test('starts on a free port, says where, and ends', async () => {
    const running = await startServer({ config: testConfig('/none'), url: database.url, log: () => {} });
    expect((await fetch(`${running.address}/health/live`)).status).toBe(200);
    await running.close();
    await expect(fetch(`${running.address}/health/live`)).rejects.toThrow();
  });

  test('ends though a reader never takes the answer', async () => {
    const running = await startServer({ config: testConfig('/none'), url: database.url, log: () => {} });
    const reader = connect(Number(new URL(running.address).port), '127.0.0.1');
    reader.on('error', () => {});
    reader.pause().write('GET / HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await running.close();
    reader.destroy();
  });

  test('refuses a port in use with the system’s own error, and leaves nothing open', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const config = { ...testConfig('/none'), port };
    await expect(startServer({ config, url: database.url, log: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      syscall: 'listen',
    });
    other.close();
  });

  test('tells whether it lives and whether it is ready', async () => {
    expect(await (await fetch(`${server.address}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await fetch(`${server.address}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ...{ status: 'ready', database: 'answers' },
      ...{ latestSnapshot: null, lastAttempt: null, lastRun: null },
    });
  });

  test('is not ready, but alive, while its database is away', async () => {
    const lines: string[] = [];
    const url = 'postgres://nobody@127.0.0.1:1/none';
    const lost = await startServer({ config: testConfig('/none'), url, log: (line) => lines.push(line) });
    const ready = await fetch(`${lost.address}/health/ready`);
    expect(ready.status).toBe(503);
    expect((await fetch(`${lost.address}/health/live`)).status).toBe(200);
    const page = await fetch(lost.address, { headers: browser });
    expect(page.status).toBe(503);
    expect(await page.text()).not.toMatch(/ECONNREFUSED|node_modules|at .*\.ts/);
    expect(lines.join()).toContain('ECONNREFUSED');
    await lost.close();
  });

  test.each([
    ['a browser', browser, 'text/html; charset=utf-8', /<h1>Not found<\/h1>/],
    ['a program', { accept: 'application/json' }, 'application/json; charset=utf-8', /"code": "NOT_FOUND"/],
    ['curl', {}, 'application/json; charset=utf-8', /"requestId": "[0-9a-f-]{36}"/],
  ])('tells %s what is not there, in its own format', async (_who, headers, type, body) => {
    const response = await fetch(`${server.address}/council/nowhere`, { headers });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toMatch(body);
  });

  test('repeats a hostile address as words', async () => {
    const answer = await server.app.inject({ url: '/<script>alert(1)</script>', headers: browser });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('<script');
  });

  test('refuses a body over 100 KB', async () => {
    const payload = { query: 'x'.repeat(110_000) };
    const answer = await server.app.inject({ method: 'POST', url: '/', payload });
    expect([404, 413]).toContain(answer.statusCode);
  });

  test.each([
    '/',
    '/data/',
    '/health/live',
    '/nowhere',
    '/glossary',
    '/council/brent',
    '/council/brent.json',
  ])('answers %s with a strict policy and no cookie', async (path) => {
    const { headers } = await read(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('serves its style sheet for ever under a name that changes with it', async () => {
    const html = await (await fetch(server.address)).text();
    const path = /href="(\/assets\/style-[0-9a-f]{8}\.css)"/.exec(html)?.[1] ?? '';
    const { headers } = await read(path);
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});
