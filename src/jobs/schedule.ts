// The clock of a server. It keeps nothing but the time of its next look: what is due is read from the history
// in the database, so that servers agree, and one that was down catches up.
import type { Clock } from './clock.js';
import { dueAt, type JobRun } from './due.js';

/** What a schedule is made of. */
export interface ScheduleOptions {
  readonly clock: Clock;
  /** The latest attempts, whoever made them. */
  readonly history: () => Promise<readonly JobRun[]>;
  /** Makes one attempt, if it is still due once no other server makes one. */
  readonly run: () => Promise<void>;
  readonly log: (line: string) => void;
  readonly now?: () => Date;
}

/** A running schedule. */
export interface Schedule {
  /** Looks at the clock, and runs the job if it is due. */
  look(): Promise<void>;
  /** No more looks; a run under way is its owner's to end. */
  stop(): void;
}

// Short looks instead of one long timer: a machine that slept, or whose clock was set, is noticed in time.
const lookEveryMs = 15_000;
/** Before looking again at a run that another server makes, or at a database that did not answer. */
const patienceMs = 60_000;

/** Starts looking at the clock. */
export function startSchedule(options: ScheduleOptions): Schedule {
  const { clock, history, run, log, now = () => new Date() } = options;
  let wakeAt = 0;
  let busy = false;
  const isDue = async () => dueAt(clock.latest(now()), await history());
  async function attempt(): Promise<void> {
    const due = await isDue();
    if (due && due <= now()) await run();
    const again = await isDue();
    wakeAt = again ? Math.max(again.getTime(), later()) : clock.next(now()).getTime();
  }
  const later = () => now().getTime() + patienceMs;
  async function look(): Promise<void> {
    if (busy || now().getTime() < wakeAt) return;
    busy = true;
    await attempt().catch((error: Error) => {
      log(`schedule: ${error.message}`);
      wakeAt = later();
    });
    busy = false;
  }
  const timer = setInterval(look, lookEveryMs).unref();
  return { look, stop: () => clearInterval(timer) };
}
