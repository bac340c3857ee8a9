// The aims of reading motion text, held by texts whose truth was stated by hand.
// `npm run bench -- read-accuracy faults` prints the table, and each fact that is not read or is not so.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeFile } from '../../../src/importers/decode.js';
import { parseMotionText } from '../../../src/importers/motion-text/parse.js';
import { type Accuracy, compare, precision, recall, type Sort, total } from './accuracy.js';
import { readTruth, sets } from './truth.js';
import { hints } from './world.js';

let all: Accuracy[];

beforeAll(() => {
  all = sets.flatMap(readTruth).map(({ bytes, motions }) => {
    const { text, asides } = decodeFile(bytes);
    return compare(motions, parseMotionText(text, hints, asides).motions);
  });
});

test('there are more than forty texts, and more than twenty that came after them', () => {
  expect(sets.map((set) => readTruth(set).length)).toEqual([55, 23]);
});

describe('what is read of them', () => {
  test.each<[Sort, number]>([
    ['clauses', 0.98],
    ['labels', 0.98],
    ['kinds', 0.95],
    ['outcomes', 0.95],
    ['movers', 0.95],
    ['titles', 0.95],
    ['bodies', 0.95],
    ['dates', 0.95],
    ['counts of votes', 0.95],
    ['votes by name', 0.95],
  ])('%s are precise and complete to %d', (sort, aim) => {
    const score = total(all, sort);
    expect(score.stated).toBeGreaterThan(20);
    expect(precision(score)).toBeGreaterThanOrEqual(aim);
    expect(recall(score)).toBeGreaterThanOrEqual(aim);
  });

  test('themes are suggested by phrases that were never fitted to these texts: most are right, half are found', () => {
    const score = total(all, 'themes of asks');
    expect(score.stated).toBe(72);
    expect(precision(score)).toBeGreaterThan(0.7);
    expect(recall(score)).toBeGreaterThan(0.5);
  });

  test('no vote is put into anybody’s mouth', () => {
    const { read, right } = total(all, 'votes by name');
    expect(read - right).toBe(0);
  });
});

test('what is wrong, missing or too much is counted', () => {
  const clauses = [{ address: 'n1', label: '1.', kind: 'notes', words: 'Rain … fell.' }];
  const { scores, faults } = compare([{ clauses, outcome: 'lost' }], []);
  expect([scores.clauses, scores.outcomes].map(recall)).toEqual([0, 0]);
  expect(faults).toContain('- outcomes: 0 lost');
});
