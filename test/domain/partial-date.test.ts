import { expect, test } from '@jest/globals';
import { isDay, lastPossibleDay, statedPart } from '../../src/domain/partial-date.js';

test.each([
  ['2023-03-22', 'day', '2023-03-22', '2023-03-22'],
  ['2024-02-01', 'month', '2024-02-29', '2024-02'],
  ['2023-12-01', 'month', '2023-12-31', '2023-12'],
  ['2023-01-01', 'year', '2023-12-31', '2023'],
  [null, 'unknown', null, null],
] as const)('%s by %s may last until %s and is printed %s', (date, precision, last, stated) => {
  expect(lastPossibleDay({ date, precision })).toBe(last);
  expect(statedPart({ date, precision })).toBe(stated);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2023-2-1', false],
  ['yesterday', false],
])('%s is a calendar day: %s', (value, expected) => {
  expect(isDay(value)).toBe(expected);
});
