// Every page by the rules of WCAG 2.2 AA, in the light and in the dark, as a screen reader or a keyboard
// would find it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { violationsOf } from './axe.js';
import { type Serving, serving } from './serving.js';

const pages = [
  '/',
  '/?recommendations=recommendation/casey-2023/vetting&asOf=2023-08-01',
  '/compare',
  '/compare?asOf=2023-01-01',
  '/compare?councils=council/brent,council/southwark,council/merton&differences=1',
  '/compare#southwark--vetting',
  '/compare#merton--vetting',
  '/data/',
  '/nowhere',
  '/glossary',
  '/lineage',
  '/lineage/motion/southwark/2023-03-22/safer-southwark-communities',
  '/coverage',
  '/council/southwark',
  '/council/city-of-london',
  '/recommendation/casey-2023/vetting',
  '/review/casey-2023',
  '/councillor/southwark/dora-dixon-fyle',
  '/source/southwark-motion-as-agreed',
  '/ward/E05011107',
  '/developers',
  '/theme/stop-and-search',
  '/organisation/metropolitan-police?state=unknown',
  '/search?q=souhtwark',
  '/motion/southwark/2023-03-22/safer-southwark-communities',
  '/motion/brent/2023-07-10/casey-review-metropolitan-police#r1',
  '/motion/greenwich/2023-07-19/casey-2023',
];

const faulty = '<html><title>x</title><main><h1>x</h1><img src="/x"><a href="/"></a></main></html>';

describeInBrowser('a page, by the rules of accessibility', (browser) => {
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

  test('a fault is found where there is one', async () => {
    const page = await browser().newPage();
    await page.setContent(faulty);
    const found = (await violationsOf(page)).map((each) => each.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['html-has-lang', 'image-alt', 'link-name']));
    await page.close();
  });

  test.each(pages)('%s has no violation in the light, and enough contrast in the dark', async (path) => {
    const page = await browser().newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.goto(server.address + path);
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await violationsOf(page)).toEqual([]);
    // The scheme changes colours and nothing else.
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await violationsOf(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    await page.close();
  });
});
