// Every kind of page as people go through it: without JavaScript, by keyboard alone, on a phone and on a desk, and
// on paper. One browser and one server for all of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { describeInBrowser } from '../support/browser.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { everyPage } from './every-page.js';
import { type Serving, serving } from './serving.js';

const widths = [320, 390, 1280];
const paths = [
  ...everyPage,
  '/nowhere',
  '/lineage/motion/southwark/2023-03-22/safer-southwark-communities',
  '/motion/southwark/2023-03-22/safer-southwark-communities/amendment-a',
];

describeInBrowser('each kind of page', (browser) => {
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

  const asked = <T>(page: Page, script: string) => page.evaluate(script) as Promise<T>;

  test.each(paths)('%s is read, walked through by keyboard, and printed', async (path) => {
    const page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(server.address + path);
    for (const width of widths) {
      await page.setViewport({ width, height: 800 });
      expect([width, await asked<number>(page, 'document.documentElement.scrollWidth')]).toEqual([
        width,
        width,
      ]);
    }
    expect(await asked(page, 'document.querySelectorAll("h1").length')).toBe(1);
    await byKeyboard(page);
    await onPaper(page);
    await page.close();
  });

  // The first key leads past the menu; each further one moves the focus on, to something that is seen and named.
  async function byKeyboard(page: Page): Promise<void> {
    await page.keyboard.press('Tab');
    expect(await asked(page, 'document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await asked(page, 'location.hash')).toBe('#main');
    const seen = new Set<string>();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await asked<Focused | null>(page, whatIsFocused);
      if (focused === null) break;
      expect(focused).toEqual({ ...focused, isVisible: true, isMarked: true });
      expect(focused.name).not.toBe('');
      seen.add(focused.place);
    }
    expect(seen.size).toBeGreaterThan(2);
  }

  async function onPaper(page: Page): Promise<void> {
    await page.emulateMediaType('print');
    expect(await asked(page, 'document.querySelector(".masthead nav").checkVisibility()')).toBe(false);
    expect(await asked(page, 'document.querySelector("h1").checkVisibility()')).toBe(true);
    expect(
      await asked(page, 'getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).join()'),
    ).toMatch(/^(255,255,255|0,0,0,0)$/);
    await page.emulateMediaType('screen');
  }
});

interface Focused {
  readonly place: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly isMarked: boolean;
}

// Runs in the page: what has the focus, and whether a ring or another mark shows it.
const whatIsFocused = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const { x, y } = element.getBoundingClientRect();
  return {
    place: element.tagName + Math.round(x + scrollX) + ',' + Math.round(y + scrollY),
    name: (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim(),
    isVisible: element.checkVisibility(),
    isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
  };
})()`;
