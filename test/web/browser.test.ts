// The pages as a person meets them: in a real browser, without JavaScript, by mouse and by keyboard, on a
// phone and on a desk, in the dark and on paper.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { describeInBrowser } from '../support/browser.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';

const small = { width: 320, height: 700 };
const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };

const records = [
  '/glossary',
  '/coverage',
  '/motion/southwark/2023-03-22/safer-southwark-communities',
  '/council/southwark',
  '/recommendation/casey-2023/vetting',
  '/review/casey-2023',
  '/councillor/southwark/dora-dixon-fyle',
  '/source/southwark-motion-as-agreed',
];

describeInBrowser('the pages in a browser', (browser) => {
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

  /** A page without JavaScript; what the test asks of it is evaluated by the test tool, not by the page. */
  async function open(path: string, size = desk): Promise<Page> {
    const page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport(size);
    await page.goto(server.address + path);
    return page;
  }

  /** Keeps a picture where SHOTS names a folder, to be looked at by a person. */
  async function shot(page: Page, name: string): Promise<void> {
    const folder = process.env.SHOTS;
    if (folder) await writeFile(join(folder, `${name}.png`), await page.screenshot({ fullPage: true }));
  }

  const visible = (page: Page, selector: string): Promise<boolean> =>
    page.$eval(selector, (element) => element.checkVisibility());

  test('loads nothing from elsewhere, sets no cookie and breaks no rule of its policy', async () => {
    const page = await browser().newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    // The browser draws its own date picker from an address that holds the picture itself.
    page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(server.address, { waitUntil: 'networkidle0' });
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.filter((url) => !url.startsWith(`${server.address}/`))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.cookies()).toEqual([]);
    await page.close();
  });

  test.each([
    ['desk', desk],
    ['phone', phone],
  ])('a cell opens by mouse, shows its clause and source, and closes, at a %s', async (name, size) => {
    const page = await open('/compare', size);
    const panel = '#southwark--commissioner-powers';
    expect(await visible(page, panel)).toBe(false);
    await page.click(`a[href="${panel}"]`);
    expect(await visible(page, panel)).toBe(true);
    const read = await page.$eval(panel, (element) => element.textContent ?? '');
    expect(read).toContain('Clause 2.b.iv');
    expect(read).toContain('carried');
    expect(read).toMatch(/Read in|All read in/);
    await shot(page, `panel-${name}`);
    await page.click(`${panel} .close`);
    expect(await visible(page, panel)).toBe(false);
    await page.close();
  });

  test('a cell opens and closes by keyboard, and the reader is back where they were', async () => {
    const page = await open('/compare');
    await page.focus('#cell-brent--vetting');
    await page.keyboard.press('Enter');
    expect(await visible(page, '#brent--vetting')).toBe(true);
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate('document.activeElement.getAttribute("href")');
    expect(await focused()).toBe('#cell-brent--vetting');
    await page.keyboard.press('Enter');
    expect(await visible(page, '#brent--vetting')).toBe(false);
    expect(await focused()).toBe('#brent--vetting');
    await page.close();
  });

  test('the address of an open cell opens it for somebody else', async () => {
    const page = await open('/compare#brent--vetting');
    expect(await visible(page, '#brent--vetting')).toBe(true);
    await page.close();
  });

  test.each([
    ...['/', '/compare', '/compare?councils=council/brent,council/southwark'].flatMap((path) =>
      [small, phone, { width: 768, height: 1024 }, desk].map((size) => [path, size] as const),
    ),
    ['/data/', phone],
    ['/nowhere', phone],
    ...records.flatMap((path) => [[path, phone] as const, [path, small] as const]),
    ...records.map((path) => [path, desk] as const),
  ])('%s does not scroll sideways at %o', async (path, size) => {
    const page = await open(path, size);
    const [content, window] = (await page.evaluate(
      '[document.documentElement.scrollWidth, window.innerWidth]',
    )) as [number, number];
    expect(content).toBeLessThanOrEqual(window);
    await shot(page, `page-${path.split('/').slice(0, 3).join('')}-${size.width}`);
    await page.close();
  });

  test('stays a table for a screen reader, on a phone too', async () => {
    const page = await open('/compare', phone);
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    const roles = JSON.stringify(tree);
    for (const role of ['table', 'row', 'rowheader', 'cell', 'main', 'navigation']) {
      expect(roles).toContain(`"role":"${role}"`);
    }
    await page.close();
  });

  test.each(['light', 'dark'])('words stand out from their ground by 4.5 to 1 in %s', async (scheme) => {
    const page = await open('/compare');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.click('#words summary');
    const weak = (await page.evaluate(weakContrasts)) as string[];
    expect(weak).toEqual([]);
    await page.click('#cell-southwark--vetting');
    expect(await page.evaluate(weakContrasts)).toEqual([]);
    await page.click('#southwark--vetting .close');
    await shot(page, `page-${scheme}`);
    await page.close();
  });

  test('prints the table and the evidence of every cell, and nothing to click', async () => {
    const page = await open('/compare');
    await page.emulateMediaType('print');
    expect(await visible(page, '#brent--vetting')).toBe(true);
    expect(await visible(page, '.compare')).toBe(false);
    expect(await visible(page, '.masthead nav')).toBe(false);
    await shot(page, 'print');
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
    await page.close();
  });
});

// Runs in the page: texts whose colour is too near their ground, by the formula of WCAG 2.
const weakContrasts = `(() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const weak = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !element.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) weak.add(element.className + ' ' + element.tagName + ' ' + ratio.toFixed(2));
  }
  return [...weak];
})()`;
