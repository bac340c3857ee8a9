// Servers that share one history, on a clock of the test's own.
import { describe, expect, test } from '@jest/globals';
import { nightlyClock } from '../../src/jobs/clock.js';
import { dueAt, type JobRun } from '../../src/jobs/due.js';
import { type Schedule, startSchedule } from '../../src/jobs/schedule.js';

const minute = 60_000;
const clock = nightlyClock('02:00');

/** Some servers in a world where the job takes four minutes and fails as often as it is told to. */
function world(start: string, fails: () => boolean = () => false) {
  let now = new Date(start);
  const runs: (JobRun & { server: string })[] = [];
  const lines: string[] = [];
  let reachable = true;
  const servers = new Map<string, Schedule>();
  const history = async () => {
    if (!reachable) throw new Error('the database does not answer');
    return runs;
  };
  const run = (server: string) => async () => {
    // As the job itself does under its lock: nobody runs it twice.
    const due = dueAt(clock.latest(now), runs);
    if (!due || due > now) return;
    const endedAt = new Date(now.getTime() + 4 * minute);
    runs.push({ startedAt: now, endedAt, result: fails() ? 'failed' : 'published', server });
  };
  return {
    runs,
    lines,
    begin(server: string) {
      const options = {
        clock,
        history,
        run: run(server),
        log: (line: string) => lines.push(line),
        now: () => now,
      };
      servers.set(server, startSchedule(options));
    },
    end(server: string) {
      servers.get(server)?.stop();
      servers.delete(server);
    },
    reach(answers: boolean) {
      reachable = answers;
    },
    async until(end: string) {
      for (; now < new Date(end); now = new Date(now.getTime() + minute / 2)) {
        for (const server of servers.values()) await server.look();
      }
    },
    starts: () => runs.map(({ startedAt }) => startedAt.toISOString().slice(0, 16)),
  };
}

describe('a schedule', () => {
  test('runs the job once each night, on two servers as on one', async () => {
    const { begin, end, until, starts } = world('2026-10-23T12:00:00Z');
    begin('one');
    begin('two');
    await until('2026-10-26T12:00:00Z');
    for (const server of ['one', 'two']) end(server);
    expect(starts()).toEqual([
      '2026-10-23T12:00',
      '2026-10-24T01:00',
      '2026-10-25T02:00',
      '2026-10-26T02:00',
    ]);
  });

  test('catches up once after being down for nights, and then keeps its time', async () => {
    const { begin, end, until, starts } = world('2026-06-01T12:00:00Z');
    begin('one');
    await until('2026-06-02T12:00:00Z');
    end('one');
    await until('2026-06-05T09:00:00Z');
    begin('one');
    await until('2026-06-06T09:00:00Z');
    end('one');
    expect(starts().slice(1)).toEqual(['2026-06-02T01:00', '2026-06-05T09:00', '2026-06-06T01:00']);
  });

  test('tries again after a failure, later each time, and gives up until the next night', async () => {
    let failing = true;
    const { begin, end, until, starts } = world('2026-12-01T02:00:00Z', () => failing);
    begin('one');
    await until('2026-12-01T20:00:00Z');
    failing = false;
    await until('2026-12-02T20:00:00Z');
    end('one');
    expect(starts().map((start) => start.slice(11))).toEqual([
      '02:00',
      '02:09',
      '02:28',
      '03:17',
      '05:21',
      '02:00',
    ]);
  });

  test('goes on when the database did not answer for a while', async () => {
    const { begin, end, until, starts, reach, lines } = world('2026-12-01T02:00:00Z');
    reach(false);
    begin('one');
    await until('2026-12-01T02:10:00Z');
    expect(new Set(lines)).toEqual(new Set(['schedule: the database does not answer']));
    expect(lines.length).toBeLessThanOrEqual(10);
    reach(true);
    await until('2026-12-01T03:00:00Z');
    end('one');
    expect(starts()).toEqual(['2026-12-01T02:10']);
  });
});
