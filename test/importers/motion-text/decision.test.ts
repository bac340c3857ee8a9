import { describe, expect, test } from '@jest/globals';
import { readDecision } from '../../../src/importers/motion-text/decision.js';
import { readHistory } from '../../../src/importers/motion-text/history.js';
import { readMovers } from '../../../src/importers/motion-text/people.js';

describe('a line that says how a vote went', () => {
  test.each([
    ['The motion was carried.', 'carried', null, [null, null, null]],
    ['CARRIED', 'carried', null, [null, null, null]],
    ['Agreed unanimously', 'carried', 'unanimous', [null, null, null]],
    [
      'The motion, as amended, was put to the vote and declared carried.',
      'carried_as_amended',
      null,
      [null, null, null],
    ],
    ['Carried as amended', 'carried_as_amended', null, [null, null, null]],
    ['The substantive motion was agreed by 31 votes to 20.', 'carried', null, [31, 20, null]],
    ['The motion was lost (For 12, Against 30, Abstain 2).', 'lost', null, [12, 30, 2]],
    ['On being put to the vote, the motion was NOT CARRIED.', 'lost', null, [null, null, null]],
    ['The motion was carried: 39 for, 19 against, 1 not voting', 'carried', null, [39, 19, null]],
    ['For: 27 Against: 24 Abstentions: 3', null, null, [27, 24, 3]],
    ['The motion was referred to the Cabinet.', 'referred', null, [null, null, null]],
    ['The motion was noted.', 'noted', null, [null, null, null]],
    ['Motion 2 fell, being identical to Motion 1.', 'fell', null, [null, null, null]],
    ['The motion was not reached owing to lack of time.', 'lapsed', null, [null, null, null]],
    ['The motion was withdrawn.', 'withdrawn', null, [null, null, null]],
    [
      'The votes being equal, the Mayor used her casting vote and the motion was lost.',
      'lost',
      'casting_vote',
      [null, null, null],
    ],
    ['By a show of hands the motion was agreed.', 'carried', 'show_of_hands', [null, null, null]],
    ['RESOLVED that the motion be agreed.', 'carried', null, [null, null, null]],
    ['The motion was deferred to the next meeting.', 'deferred', null, [null, null, null]],
  ] as const)('%s', (text, outcome, mode, [yes, no, abstain]) => {
    const read = readDecision(text, 1)?.decision;
    expect(read).toMatchObject({ outcome, decisionMode: mode, votes: { for: yes, against: no, abstain } });
  });

  test.each([
    'The motion for the ages is a story about how ballots were lost at sea.',
    'Agreed standards of care have been lost to families in every part of the borough.',
    'For families who lost their homes we will hold a service.',
    'Council notes that the plan was carried out.',
    'Voting is open until Friday for residents who want a say.',
  ])('is not seen in: %s', (text) => {
    expect(readDecision(text, 1)).toBeNull();
  });

  test('an amendment is told apart from a motion carried as amended', () => {
    expect(readDecision('Amendment B was carried.', 1)?.isAmendment).toBe(true);
    expect(readDecision('The motion was carried as amended.', 1)?.isAmendment).toBe(false);
  });
});

describe('a line of history', () => {
  test('holds every event with its own body and date', () => {
    const read = readHistory(
      'Referred by Full Council on 3 May 2024; noted by the Scrutiny Committee 11/06/2024',
      1,
    );
    expect(read.map(({ stage, body, date, outcome }) => [stage, body, date, outcome])).toEqual([
      ['referred_to_scrutiny', 'Full Council', '2024-05-03', 'referred'],
      ['considered_by_scrutiny', 'Scrutiny Committee', '2024-06-11', 'noted'],
    ]);
  });

  test('is not seen in a sentence that only mentions a meeting', () => {
    expect(
      readHistory('At Cabinet on 3 May 2024 a plan worth three million pounds was agreed for the park', 1),
    ).toEqual([]);
    expect(readHistory('Agreed by Cabinet on 31 February 2024', 1)).toEqual([]);
  });
});

describe('the people of a motion', () => {
  test.each([
    [
      'Moved by Councillor Ana Reyes-Holt, seconded by Councillor Bill de Vries',
      ['mover Ana Reyes-Holt', 'seconder Bill de Vries'],
    ],
    ['Proposer: Cllr J. P. Moss (Green)', ['mover J. P. Moss']],
    ['MOVED BY Cllr Amy Oak', ['mover Amy Oak']],
    [
      'Councillor Amy Oak moved and Councillor Ben Ash seconded the motion',
      ['mover Amy Oak', 'seconder Ben Ash'],
    ],
    ['The Green Group proposed the motion', ['mover Green Group']],
    ['Presented by Councillor Ivy Stone', ['presenter Ivy Stone']],
  ])('%s', (text, people) => {
    expect(readMovers(text, 1).map(({ role, name }) => `${role} ${name}`)).toEqual(people);
  });
});
