// The life of a generated motion: its events before the bodies of its council, and its votes by name.
import { eventId, voteId } from '../domain/ids.js';
import type { EventFacts } from '../domain/outcome.js';
import type { Loader } from '../store/load.js';
import type { Values } from '../store/write.js';
import type { Ground, Held } from './ground.js';
import type { Random } from './random.js';
import { emitSourced } from './register.js';

/** A motion whose events are made: where it is decided and by which meeting. */
export interface Course {
  readonly motion: string;
  readonly ground: Ground;
  /** The place of its meeting among those of the council. */
  readonly meeting: number;
  readonly outcome: NonNullable<EventFacts['outcome']>;
  readonly amendment: string | undefined;
}

/** The outcomes of motions, by how often they come out. */
export function chooseOutcome(chance: Random): Course['outcome'] {
  const lot = chance.next();
  if (lot < 0.55) return 'carried';
  if (lot < 0.73) return 'carried_as_amended';
  if (lot < 0.88) return 'lost';
  if (lot < 0.92) return 'withdrawn';
  if (lot < 0.95) return 'lapsed';
  if (lot < 0.98) return 'deferred';
  return 'unknown';
}

/** Adds the events of a motion and answers what the rule of outcomes needs of them. */
export function addEvents(loader: Loader, chance: Random, course: Course): EventFacts[] {
  const { motion, ground, meeting, outcome, amendment } = course;
  const facts: EventFacts[] = [];
  const met = ground.assembly[meeting] as Held;
  const add = (stage: EventFacts['stage'], at: Held, more: Values = {}) => {
    const seq = facts.length + 1;
    const nth = facts.filter((fact) => fact.stage === stage).length + 1;
    const id = eventId(motion, stage.replaceAll('_', '-'), nth);
    const authoritative = more.outcome !== undefined && more.outcome !== null && stage.startsWith('decided');
    emitSourced(
      loader,
      'motion_event',
      {
        ...{ id, motion_id: motion, seq, stage, body_id: at.body, meeting_id: at.id, occurred_on: at.on },
        ...{ date_precision: 'day', decision_mode: 'not_stated', authoritative },
        ...more,
      },
      at.source,
    );
    const stated = (more.outcome ?? null) as EventFacts['outcome'];
    facts.push({ id, seq, stage, occurredOn: at.on, precision: 'day', authoritative, outcome: stated });
    return id;
  };
  add('moved', met);
  if (amendment) add('amendment_decided', met, { amendment_id: amendment });
  if (outcome !== 'lapsed' && chance.chance(0.4)) add('debated', met);
  if (chance.chance(0.015)) addRecordedVote(loader, chance, course, (more) => add('decided', met, more));
  else
    add('decided', met, {
      outcome,
      decision_mode: chance.pick(['show_of_hands', 'by_consent', 'not_stated']),
    });
  if (!outcome.startsWith('carried')) return facts;
  const later = ground.cabinet[meeting + 1];
  if (later && chance.chance(0.15)) {
    add('referred_to_executive', met);
    add('decided_by_executive', later, { outcome });
  }
  const scrutinised = ground.scrutiny[meeting + 2];
  if (scrutinised && chance.chance(0.1)) add('considered_by_scrutiny', scrutinised, { outcome: 'noted' });
  const reported = ground.assembly[meeting + 3];
  if (reported && chance.chance(0.2)) add('progress_reported', reported);
  return facts;
}

function addRecordedVote(
  loader: Loader,
  chance: Random,
  { ground, outcome }: Course,
  decide: (more: Values) => string,
): void {
  const isWon = outcome.startsWith('carried');
  const options = ground.people.map(() => {
    const lot = chance.next();
    if (lot < 0.55) return isWon ? 'for' : 'against';
    if (lot < 0.8) return isWon ? 'against' : 'for';
    return lot < 0.9 ? 'abstain' : 'absent';
  });
  const count = (option: string) => options.filter((each) => each === option).length;
  const event = decide({
    ...{ outcome, decision_mode: 'recorded_vote', votes_for: count('for') },
    ...{ votes_against: count('against'), votes_abstain: count('abstain') },
  });
  ground.people.forEach(({ id }, n) => {
    loader.add('vote', {
      id: voteId(event, id),
      event_id: event,
      councillor_id: id,
      option: options[n] ?? 'absent',
    });
  });
}
