// The clock of the nightly job through a year of London's days, the two on which its clocks change among them.
import { describe, expect, test } from '@jest/globals';
import { nightlyClock } from '../../src/jobs/clock.js';

const hour = 3_600_000;
const minute = 60_000;
const at = (text: string) => new Date(text);

function nextFew(publishAt: string, from: string): string[] {
  const clock = nightlyClock(publishAt);
  const found: Date[] = [];
  for (let now = at(from); found.length < 3; now = found.at(-1) as Date) found.push(clock.next(now));
  return found.map((instant) => instant.toISOString().slice(0, 16));
}

const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

describe('the nightly clock', () => {
  test.each([
    [
      '02:00',
      'is an hour earlier by UTC once summer time begins',
      '2026-03-28T12:00:00Z',
      ['2026-03-29T01:00', '2026-03-30T01:00', '2026-03-31T01:00'],
    ],
    [
      '02:00',
      'comes once on the day that is an hour longer',
      '2026-10-24T12:00:00Z',
      ['2026-10-25T02:00', '2026-10-26T02:00', '2026-10-27T02:00'],
    ],
    [
      '01:30',
      'comes at the end of the hour that a day skips',
      '2026-03-28T12:00:00Z',
      ['2026-03-29T01:00', '2026-03-30T00:30', '2026-03-31T00:30'],
    ],
    [
      '01:30',
      'comes at the first of two',
      '2026-10-24T12:00:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30', '2026-10-27T01:30'],
    ],
  ])('%s %s', (publishAt, _what, from, expected) => {
    expect(nextFew(publishAt, from)).toEqual(expected);
  });

  test.each(['00:00', '00:59', '01:00', '01:30', '01:59', '02:00', '12:15', '23:59'])(
    'at %s comes once on every day of a year',
    (publishAt) => {
      const clock = nightlyClock(publishAt);
      const days: string[] = [];
      for (let now = at('2026-01-01T00:00:00Z'); days.length < 366; ) {
        now = clock.next(now);
        days.push(dayInLondon.format(now));
      }
      const expected = days.map((_, n) =>
        new Date(Date.parse(`${days[0]}T12:00:00Z`) + n * 24 * hour).toISOString().slice(0, 10),
      );
      expect(days).toEqual(expected);
    },
  );

  test('looks back to the last time that has come, the present one among them', () => {
    const clock = nightlyClock('01:30');
    for (
      let now = at('2026-03-28T00:00:00Z').getTime();
      now < at('2026-03-31T00:00:00Z').getTime();
      now += 7 * minute
    ) {
      const latest = clock.latest(new Date(now));
      expect(latest.getTime()).toBeLessThanOrEqual(now);
      expect(clock.next(latest).getTime()).toBeGreaterThan(now);
    }
    const slot = clock.next(at('2026-10-24T12:00:00Z'));
    expect(clock.latest(slot)).toEqual(slot);
    expect(clock.latest(new Date(slot.getTime() - 1)).getTime()).toBeLessThan(slot.getTime());
  });
});
