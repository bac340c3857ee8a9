// Golden trees of texts written for this test in the shapes councils print.
// `GOLDEN=update npx jest test/importers/motion-text` rewrites them (then `npx biome format --write test`);
// review the diff.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { decodeFile } from '../../../src/importers/decode.js';
import { parseMotionText } from '../../../src/importers/motion-text/parse.js';
import { hints } from './world.js';

const folder = new URL('texts/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(?:txt|htm)$/.test(name));

test.each(names)('%s reads as its golden tree', (name) => {
  const { text, asides } = decodeFile(readFileSync(new URL(name, folder)));
  const golden = new URL(`${name.replace(/\.\w+$/, '')}.golden.json`, folder);
  const read = parseMotionText(text, hints, asides);
  if (process.env.GOLDEN === 'update') writeFileSync(golden, `${JSON.stringify(read, null, 2)}\n`);
  expect(read).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});
