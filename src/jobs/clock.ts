// When the nightly job is due by the clock: once on every day of the calendar in London, also on the two days
// on which its clocks change. A time that a day skips is taken at the end of the gap, one that a day has
// twice at its first coming (croner, which knows the time zones).
import { Cron } from 'croner';

const zone = 'Europe/London';

/** The instants at which the job is due. */
export interface Clock {
  /** The last one that has come by then. */
  latest(now: Date): Date;
  /** The first one after then. */
  next(now: Date): Date;
}

/** The clock of a time of day, written HH:MM. */
export function nightlyClock(publishAt: string): Clock {
  const [hour, minute] = publishAt.split(':').map(Number);
  const daily = new Cron(`${minute} ${hour} * * *`, { timezone: zone, paused: true });
  const found = (instant: Date | null | undefined): Date => {
    if (!instant) throw new Error(`expected a time of day, got ${publishAt}`);
    return instant;
  };
  return {
    // A run before an instant excludes the instant itself.
    latest: (now) => found(daily.previousRuns(1, new Date(now.getTime() + 1))[0]),
    next: (now) => found(daily.nextRun(now)),
  };
}
