import { describe, expect, test } from '@jest/globals';
import { type EventFacts, standing } from '../../src/domain/outcome.js';

let seq = 0;
function event(stage: EventFacts['stage'], facts: Partial<EventFacts> = {}): EventFacts {
  seq += 1;
  const authoritative = stage === 'decided' || stage === 'decided_by_executive';
  return {
    id: `event/${seq}`,
    seq,
    stage,
    occurredOn: '2023-03-22',
    precision: 'day',
    authoritative,
    outcome: null,
    ...facts,
  };
}

const southwark = [
  event('on_agenda'),
  event('amendment_decided'),
  event('decided', { id: 'event/assembly', outcome: 'carried' }),
  event('referred_to_executive'),
  event('decided_by_executive', { id: 'event/cabinet', occurredOn: '2023-06-13', outcome: 'carried' }),
  event('considered_by_scrutiny', { occurredOn: null, precision: 'unknown', outcome: 'noted' }),
];

describe('where a motion stands', () => {
  test('Southwark is carried since the assembly, confirmed by cabinet, whatever scrutiny notes', () => {
    expect(standing(southwark)).toEqual({
      stage: 'considered_by_scrutiny',
      outcome: 'carried',
      since: '2023-03-22',
      decidingEvent: 'event/cabinet',
    });
  });

  test('as of a day between the two decisions, the assembly is the deciding event', () => {
    const state = standing(southwark, '2023-05-01');
    expect(state).toMatchObject({ outcome: 'carried', decidingEvent: 'event/assembly' });
    expect(state.stage).toBe('referred_to_executive');
  });

  test('as of the day before, nothing has happened', () => {
    expect(standing(southwark, '2023-03-21')).toEqual({
      stage: null,
      outcome: null,
      since: null,
      decidingEvent: null,
    });
  });

  test('a motion only referred has no outcome yet', () => {
    expect(standing([event('decided', { outcome: 'referred' })]).outcome).toBeNull();
  });

  test('a deferral after a decision leaves the decision standing', () => {
    const events = [event('decided', { outcome: 'lost' }), event('decided', { outcome: 'deferred' })];
    expect(standing(events).outcome).toBe('lost');
  });

  test('a later decision to the contrary breaks the run that since counts from', () => {
    const events = [
      event('decided', { outcome: 'carried' }),
      event('decided_by_executive', { outcome: 'lost', occurredOn: '2023-04-01' }),
      event('decided', { outcome: 'carried', occurredOn: '2023-05-01' }),
    ];
    expect(standing(events)).toMatchObject({ outcome: 'carried', since: '2023-05-01' });
  });

  test('a decision dated by its month counts from the last day of that month', () => {
    const events = [event('decided', { outcome: 'carried', occurredOn: '2024-02-01', precision: 'month' })];
    expect(standing(events, '2024-02-28').outcome).toBeNull();
    expect(standing(events, '2024-02-29').outcome).toBe('carried');
  });

  test('an outcome given by a body that cannot decide for the council is not the outcome', () => {
    expect(standing([event('decided', { outcome: 'carried', authoritative: false })]).outcome).toBeNull();
  });
});
