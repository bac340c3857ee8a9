import { describe, expect, test } from '@jest/globals';
import { dueAt, type JobRun, retryMinutes } from '../../src/jobs/due.js';

const slot = new Date('2026-11-25T02:00:00Z');
const later = (minutes: number) => new Date(slot.getTime() + minutes * 60_000);

function run(result: JobRun['result'], started: number, ended: number | null = started + 1): JobRun {
  return { result, startedAt: later(started), endedAt: ended === null ? null : later(ended) };
}

describe('the job is due', () => {
  test('at its time where nothing was tried since, whatever came before', () => {
    expect(dueAt(slot, [])).toEqual(slot);
    expect(dueAt(slot, [run('published', -60), run('failed', -30)])).toEqual(slot);
  });

  test('no more once a run ended well, whoever started it and however many failed', () => {
    expect(dueAt(slot, [run('failed', 0), run('published', 6)])).toBeNull();
    expect(dueAt(slot, [run('unchanged', 0)])).toBeNull();
  });

  test('again after a failure, each time after a longer while, and then not before the next night', () => {
    const runs: JobRun[] = [];
    let started = 0;
    for (const minutes of retryMinutes) {
      runs.unshift(run('failed', started));
      started += 1 + minutes;
      expect(dueAt(slot, runs)).toEqual(later(started));
    }
    expect(dueAt(slot, [run('failed', started), ...runs])).toBeNull();
  });

  test('again after a run that was cut short, counted from its beginning', () => {
    expect(dueAt(slot, [run('cut_short', 3, null)])).toEqual(later(3 + retryMinutes[0]));
  });

  test('while one runs, so that whoever finds its lock free takes its place', () => {
    expect(dueAt(slot, [run('running', 0, null)])).toEqual(slot);
  });
});
