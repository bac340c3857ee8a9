// Votes by name are given only where nothing about them is doubtful.

import { describe, expect, test } from '@jest/globals';
import { parseMotionText } from '../../../src/importers/motion-text/parse.js';
import { readVoteList } from '../../../src/importers/motion-text/vote-lists.js';
import { hints } from './world.js';

function told(text: string): string | null {
  const list = readVoteList(text);
  if (!list) return null;
  return list.isDoubtful ? 'doubtful' : list.votes.map(({ name, option }) => `${option} ${name}`).join(', ');
}

describe('a list of voters', () => {
  test.each([
    ['For (2): Councillors Ash and Elm', 'for Ash, for Elm'],
    ['Against: Cllr Ivy Ash, Cllr Bo de Vries', 'against Ivy Ash, against Bo de Vries'],
    ['Those voting in favour were Councillors Ash, Elm and Oak.', 'for Ash, for Elm, for Oak'],
    ['Voting against the motion: Councillors Ash & Elm (2)', 'against Ash, against Elm'],
    ['Councillors Ash and Elm voted in favour; Councillor Oak abstained.', 'for Ash, for Elm, abstain Oak'],
    ['Councillors Ash, Elm voted against the amendment', 'against Ash, against Elm'],
    ['For: Ash, Elm; Against: Oak; Not voting: Yew', 'for Ash, for Elm, against Oak, not_voting Yew'],
    ['Abstentions (1): The Mayor, Councillor Yew', 'abstain Yew'],
    ['Abstentions: The Mayor, Councillor Yew', 'doubtful'],
    ['Abstentions (2): The Mayor, Councillor Yew', 'doubtful'],
    ['For (3): Councillors Ash and Elm', 'doubtful'],
    ['For: Councillors Ash, Elm; Against: Councillor Ash', 'doubtful'],
    ['For: Councillors Ash, Elm and six others', 'doubtful'],
    ['For: all members of the Labour Group; Against: Councillor Ash', 'doubtful'],
    ['Against: Councillors Ash, Elm; Against: Councillor Oak', 'doubtful'],
  ])('%s', (text, votes) => {
    expect(told(text)).toBe(votes);
  });

  test.each([
    'For: Children, Families',
    'For too long families have waited, and Ash Road is worse.',
    'For 39, against 19, abstentions 2',
    'Against: this is what the residents of Elm Road said.',
    'Councillors Ash and Elm voted with their feet',
    'For: none; Against: none',
    'For the avoidance of doubt: Ash, Elm',
  ])('is not seen in: %s', (text) => {
    expect(told(text)).toBeNull();
  });
});

const before = 'Northmere Council resolves to:\n1. Mend the bridge before the winter.\n\n';

function votesOf(text: string) {
  const { motions, doubts } = parseMotionText(before + text, hints);
  return {
    recorded: motions[0]?.votes.recorded.map(({ name, option }) => `${option} ${name}`),
    amendments: motions[0]?.amendments.map(({ votes }) => votes.recorded.length),
    clauses: motions[0]?.clauses.length,
    doubts: doubts.map(({ code }) => code).filter((code) => code !== 'TITLE_NOT_STATED'),
  };
}

describe('the decision that a list belongs to', () => {
  test('is the one before it', () => {
    const read = votesOf('The motion was carried.\nFor: Councillors Ash, Elm\nAgainst: Councillor Oak\n');
    expect(read).toEqual({
      recorded: ['for Ash', 'for Elm', 'against Oak'],
      amendments: [],
      clauses: 1,
      doubts: [],
    });
  });

  test('is the one behind it where the page prints lists first', () => {
    const text =
      'Amendment 1 was moved by Councillor Oak\nAdd a rail.\nFor: Councillor Oak\nAgainst: Councillors Ash, Elm\nThe amendment was lost.\n' +
      'For: Councillors Ash, Elm\nAgainst: Councillor Oak\nThe motion was carried.\n';
    expect(votesOf(text)).toEqual({
      recorded: ['for Ash', 'for Elm', 'against Oak'],
      amendments: [3],
      clauses: 1,
      doubts: [],
    });
  });

  test('is doubtful where there is none, or where the counts differ', () => {
    const none = votesOf(
      'For: Councillors Ash, Elm\nAgainst: Councillor Oak\n\nThe Mayor then thanked everybody.\n',
    );
    expect(none.recorded).toEqual([]);
    expect(none.doubts).toContain('VOTES_UNSURE');
    const differ = votesOf(
      'The motion was carried: 5 for, 1 against.\nFor: Councillors Ash, Elm\nAgainst: Councillor Oak\n',
    );
    expect(differ.recorded).toEqual([]);
    expect(differ.doubts).toContain('VOTES_UNSURE');
  });

  test('has names below labels of their own', () => {
    const read = votesOf(
      'The motion was carried.\n\nFor (2):\nCouncillors Ash and Elm\n\nAgainst (1):\nCouncillor Oak\n',
    );
    expect(read.recorded).toEqual(['for Ash', 'for Elm', 'against Oak']);
  });

  test('counts a side without names, and leaves what is no list where it stands', () => {
    const none = votesOf(
      'Votes for the motion: Councillors Ash and Elm (2)\nVotes against the motion: 0\nThe motion was carried.\n',
    );
    expect(none).toMatchObject({ recorded: ['for Ash', 'for Elm'], doubts: [] });
    const alone = votesOf('For: Ash, Elm\nThe motion was carried.\n');
    expect(alone).toMatchObject({ recorded: [], doubts: expect.arrayContaining(['TEXT_UNPLACED']) });
  });

  test('is not looked for in what the council itself says of votes and amendments', () => {
    const text =
      'This Council resolves that the plan be put to the vote of all residents.\n\nAmendment by law of the old scheme is needed first.\n';
    expect(votesOf(text)).toMatchObject({ amendments: [], clauses: 3 });
  });
});
