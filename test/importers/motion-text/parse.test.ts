// Golden trees of texts written for this test in the shapes councils print.
// `GOLDEN=update npx jest test/importers/motion-text` rewrites them (then `npx biome format --write test`);
// review the diff.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseMotionText } from '../../../src/importers/motion-text/parse.js';
import { hints } from './world.js';

const folder = new URL('texts/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

test.each(names)('%s reads as its golden tree', (name) => {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const golden = new URL(`${name}.golden.json`, folder);
  const read = parseMotionText(text, hints);
  if (process.env.GOLDEN === 'update') writeFileSync(golden, `${JSON.stringify(read, null, 2)}\n`);
  expect(read).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});
