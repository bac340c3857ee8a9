// What every page carries: its address, its other forms, a line to cite it by, what it is about for search
// engines, a picture for those who share it, news where there is any, and its place in the sitemap.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { describeInBrowser } from '../support/browser.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { everyPage } from './every-page.js';
import { type Serving, serving } from './serving.js';
import { words } from './words.js';

const publicUrl = 'https://motions.example';
let database: TestDatabase;
let server: Serving;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url, { publicUrl, contactUrl: 'mailto:record@example.org' });
});

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();
const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)].map(([, type, href]) => ({
    type: String(type),
    href: String(href).replaceAll('&amp;', '&'),
  }));

describe.each(everyPage)('%s', (path) => {
  test('says its address, its language, and a line to cite it by', async () => {
    const html = await text(path);
    const address = publicUrl + path;
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain(`<link rel="canonical" href="${address.replaceAll('&', '&amp;')}"`);
    expect(words(html)).toMatch(/Cite as: “[^”]{3,}”, Open Motions, https:\/\/motions\.example\//);
    expect(html).toContain(
      `href="mailto:record@example.org?subject=${encodeURIComponent(`Error on ${address}`)}"`,
    );
  });

  test('says what it is in the words of schema.org, and to those who share it', async () => {
    const html = await text(path);
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const data = JSON.parse(block) as Record<string, unknown>;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      url: publicUrl + path,
    });
    const meta = new Map(
      [...html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    expect(meta.get('og:title')?.length).toBeGreaterThan(3);
    expect(meta.get('og:description')?.length).toBeGreaterThan(20);
    expect(meta.get('og:image')).toMatch(/^https:\/\/motions\.example\/assets\/card-[0-9a-f]{8}\.png$/);
  });

  test('has every other form that it names', async () => {
    for (const { type, href } of alternates(await text(path))) {
      const response = await get(href);
      expect([href, response.status]).toEqual([href, 200]);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('etag')).toMatch(/^W\/".{27}"$/);
      const body = await response.text();
      if (type === 'application/json') JSON.parse(body);
      if (type === 'text/csv') parseCsv(body, { columns: true });
    }
  });

  test('is answered by 304 to whoever holds it', async () => {
    const etag = (await get(path)).headers.get('etag') ?? '';
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is under 100 KB with its styles, compressed', async () => {
    const html = await text(path);
    const needed = [
      path,
      ...[...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, asset]) =>
        String(asset),
      ),
    ];
    let bytes = 0;
    for (const each of needed)
      bytes += (await server.app.inject({ url: each, headers: { 'accept-encoding': 'br' } })).rawPayload
        .length;
    expect(needed.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(100_000);
  });
});

test('a page of what is not there asks not to be indexed, and has no address of its own', async () => {
  const html = await text('/nowhere');
  expect(html).toContain('<meta name="robots" content="noindex"');
  expect(html).not.toMatch(/rel="canonical"|og:|Cite as/);
});

test('a form that a page does not have is refused by naming those it has', async () => {
  const response = await get('/source/southwark-motion-as-agreed.atom');
  expect(response.status).toBe(404);
  expect(words(await response.text())).toContain('does not come as atom. It comes as a page and as');
});

test('the sitemap lists every page of the record, once', async () => {
  const index = await text('/sitemap.xml');
  const parts = [...index.matchAll(/<loc>https:\/\/motions\.example([^<]+)</g)].map(([, path]) =>
    String(path),
  );
  const listed: string[] = [];
  for (const part of parts) {
    for (const [, path] of (await text(part)).matchAll(/<loc>https:\/\/motions\.example([^<]+)</g))
      listed.push(String(path));
  }
  expect(new Set(listed).size).toBe(listed.length);
  for (const path of everyPage.filter((each) => !each.includes('?'))) expect(listed).toContain(path);
  for (const path of listed.filter((_, n) => n % 97 === 0)) {
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  }
  expect((await get('/sitemap-motion-9999.xml')).status).toBe(404);
  expect((await get('/sitemap-revision-1.xml')).status).toBe(404);
});

test('robots.txt leads to the sitemap', async () => {
  expect(await text('/robots.txt')).toContain('Sitemap: https://motions.example/sitemap.xml\n');
});

test('a feed holds the dated steps of its motions, newest first, each leading to its motion', async () => {
  const { rows } = await server.store.pool.query<{ id: string }>(
    `SELECT e.id FROM motion_event e JOIN motion m ON m.id = e.motion_id
     WHERE m.council_id = 'council/southwark' AND e.occurred_on IS NOT NULL`,
  );
  const feed = await text('/council/southwark.atom');
  const days = [...feed.matchAll(/<updated>([^<]+)</g)].map(([, day]) => String(day)).slice(1);
  expect(days).toHaveLength(rows.length);
  expect(days).toEqual(days.toSorted().reverse());
  expect(feed).toContain(
    'href="https://motions.example/motion/southwark/2023-03-22/safer-southwark-communities"',
  );
});

describeInBrowser('what is made for machines', (browser) => {
  test('is well-formed XML, with hostile titles too', async () => {
    await server.store.pool.query('UPDATE motion SET title = $1', [']]></title><x a="&\u0001"> & <!--']);
    const page = await browser().newPage();
    for (const path of ['/home.atom', '/council/southwark.atom', '/sitemap.xml', '/sitemap-motion-1.xml']) {
      const source = JSON.stringify(await text(path));
      const fault = await page.evaluate(
        `new DOMParser().parseFromString(${source}, 'application/xml').querySelector('parsererror')?.textContent ?? null`,
      );
      expect([path, fault]).toEqual([path, null]);
    }
    await page.close();
  });
});
