import { expect, test } from '@jest/globals';
import { describeInBrowser } from './browser.js';

describeInBrowser('the browser', (browser) => {
  test('opens a page and draws its letters', async () => {
    const page = await browser().newPage();
    await page.setContent('<h1 style="font:40px sans-serif">Motions £ “quoted” – resolved</h1>');
    // Without any font every letter is the same empty box, so words of one length would be equally wide.
    const widths = await page.evaluate(`['iiii', 'mmmm'].map((text) => {
      const span = document.body.appendChild(document.createElement('span'));
      span.textContent = text;
      return span.getBoundingClientRect().width;
    })`);
    const [narrow = 0, wide = 0] = widths as number[];
    expect(narrow).toBeGreaterThan(0);
    expect(wide).toBeGreaterThan(narrow * 2);
    const picture = await page.screenshot();
    if (process.env.SHOT) await (await import('node:fs/promises')).writeFile(process.env.SHOT, picture);
    expect(picture.byteLength).toBeGreaterThan(1000);
  });
});
