import { describe, expect, test } from '@jest/globals';
import { outdated } from '../../src/exporters/retention.js';

const day = 24 * 60 * 60 * 1000;
const id = (instant: number) => `${new Date(instant).toISOString().slice(0, 10)}T020000Z-0123abcd`;
const now = new Date('2026-11-25T02:30:00Z');

/** A snapshot each night for some days back, newest last. */
const nights = (days: number) =>
  Array.from({ length: days }, (_, n) => id(now.getTime() - (days - 1 - n) * day));

describe('the time of a snapshot is over', () => {
  test('after ninety days, but for the first of each month', () => {
    const all = nights(400);
    const over = new Set(outdated(all, now));
    const kept = all.filter((each) => !over.has(each));
    expect(kept.slice(-90)).toEqual(all.slice(-90));
    const older = kept.slice(0, -90);
    // The very first one stands for the month in which it all began.
    expect(older[0]).toBe(all[0]);
    expect(older.slice(1).every((each) => each.slice(8, 10) === '01')).toBe(true);
    expect(older).toHaveLength(1 + 10);
  });

  test('for none, where a month has one only, whatever the day', () => {
    expect(outdated(['2024-03-17T020000Z-0123abcd', '2024-05-30T020000Z-0123abcd'], now)).toEqual([]);
  });

  test('never for the newest, in whatever order they come', () => {
    const [first, second, third] = ['01', '02', '03'].map((date) => `2024-03-${date}T020000Z-0123abcd`);
    expect(outdated([third, first, second].map(String), now)).toEqual([second]);
    expect(outdated([], now)).toEqual([]);
  });
});
