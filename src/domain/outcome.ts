// Where a motion stands: derived from its events, never entered. See design: how outcome is derived.
import { lastPossibleDay, type Precision } from './partial-date.js';
import type { motionStage, outcome, Word } from './vocabulary.js';

type Outcome = Word<typeof outcome>;

/** What the rules need of an event. */
export interface EventFacts {
  readonly id: string;
  readonly seq: number;
  readonly stage: Word<typeof motionStage>;
  readonly occurredOn: string | null;
  readonly precision: Precision;
  readonly authoritative: boolean;
  readonly outcome: Outcome | null;
}

/** Where a motion stands: null where nothing recorded tells. */
export interface Standing {
  readonly stage: EventFacts['stage'] | null;
  readonly outcome: Outcome | null;
  /** The day its outcome was first reached without a break; null where that day is unknown. */
  readonly since: string | null;
  /** The latest event that gave the outcome. */
  readonly decidingEvent: string | null;
}

const final: ReadonlySet<Outcome> = new Set<Outcome>([
  'carried',
  'carried_as_amended',
  'lost',
  'withdrawn',
  'fell',
  'lapsed',
  'ruled_out',
]);

/** The events that had certainly happened by a day; all of them where no day is given. */
export function eventsBy(events: readonly EventFacts[], asOf?: string): EventFacts[] {
  const counted = events.filter((event) => {
    if (asOf === undefined) return true;
    const day = lastPossibleDay({ date: event.occurredOn, precision: event.precision });
    return day !== null && day <= asOf;
  });
  return counted.sort((a, b) => a.seq - b.seq);
}

/**
 * Where a motion stands by its events. The outcome is that of the latest authoritative event with a
 * final outcome: a referral, a deferral, a noting or an unknown result leaves it standing.
 */
export function standing(events: readonly EventFacts[], asOf?: string): Standing {
  const counted = eventsBy(events, asOf);
  const stage = counted.at(-1)?.stage ?? null;
  const decisions = counted.filter(
    (event) => event.authoritative && event.outcome !== null && final.has(event.outcome),
  );
  const deciding = decisions.at(-1);
  if (!deciding) return { stage, outcome: null, since: null, decidingEvent: null };
  const broken = decisions.findLastIndex((event) => event.outcome !== deciding.outcome);
  const first = decisions[broken + 1] ?? deciding;
  return { stage, outcome: deciding.outcome, since: first.occurredOn, decidingEvent: deciding.id };
}

/** Whether an outcome makes the motion the council's own word. */
export function isAdopted(outcome: Outcome | null): boolean {
  return outcome === 'carried' || outcome === 'carried_as_amended';
}
