// How councils say what was decided, as tables: outcome wordings, ways of deciding, counts.
// Order matters: "not carried" before "carried". An outcome that is not said stays null.

import type { decisionMode, outcome, Word } from '../../domain/vocabulary.js';
import type { RecordedVote, Votes } from './document.js';

type Outcome = Word<typeof outcome>;
type Mode = Word<typeof decisionMode>;

const outcomes: [RegExp, Outcome][] = [
  [/\b(?:not|nor)\s+(?:\w+\s+)?(?:carried|agreed|approved|passed|adopted)\b/i, 'lost'],
  [/\b(?:lost|defeated|rejected|negatived|voted down)\b/i, 'lost'],
  [/\bruled out(?: of order)?\b|\bout of order\b/i, 'ruled_out'],
  [/\bwithdrawn\b|\bwithdrew\b/i, 'withdrawn'],
  [/\bfell\b|\bfalls\b|\bfallen\b/i, 'fell'],
  [
    /\blapsed\b|\bnot (?:reached|moved|debated|considered)\b|\b(?:time|guillotine)\b.*\b(?:expired|ran out|reached|dropped)\b|\bdropped for\b.*\btime\b|\bran out of time\b/i,
    'lapsed',
  ],
  [/\bdeferred\b|\badjourned\b|\bpostponed\b|\bheld over\b/i, 'deferred'],
  [
    /\b(?:carried|agreed|approved|passed|adopted),? (?:(?:unanimously|nem con),? )?(?:as amended|in its amended form|with (?:the )?amendments?)\b/i,
    'carried_as_amended',
  ],
  [/\bas amended,?\b.*\b(?:carried|agreed|approved|passed|adopted|resolved)\b/i, 'carried_as_amended'],
  [
    /\bamended (?:motion|resolution)\b.*\b(?:carried|agreed|approved|passed|adopted)\b/i,
    'carried_as_amended',
  ],
  [/\bagreed\s+(?:that|to)\b.*\bdeferred\b/i, 'deferred'],
  [/\b(?:carried|agreed|approved|passed|adopted|endorsed)\b|\bRESOLVED\b/i, 'carried'],
  [/\breferred\b|\bstands? referred\b/i, 'referred'],
  [/\bnoted\b|\breceived\b/i, 'noted'],
];

const modes: [RegExp, Mode][] = [
  [/\bcasting vote\b/i, 'casting_vote'],
  [/\b(?:recorded|named|roll[- ]call) vote\b/i, 'recorded_vote'],
  [/\bunanim(?:ous|ously|ity)\b/i, 'unanimous'],
  [/\bshow of hands\b/i, 'show_of_hands'],
  [
    /\bwithout (?:a )?(?:vote|division)\b|\b(?:by|with) (?:general )?(?:consent|assent|consensus)\b(?! of\b)|\bon the voices\b/i,
    'by_consent',
  ],
];

const sides: [Exclude<keyof Votes, 'recorded'>, string][] = [
  ['for', 'for|in favour|in favor|ayes?'],
  ['against', 'against|noes'],
  ['abstain', 'abstentions?|abstain(?:ed|ing)?|abstained from voting'],
];

export const noVotes: Votes = { for: null, against: null, abstain: null, recorded: [] };

/** What a text says was decided, or null. */
export function readOutcome(text: string): Outcome | null {
  return outcomes.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** How a text says it was decided, or null. */
export function readMode(text: string): Mode | null {
  return modes.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/**
 * The counts of a vote: "For 39, against 19", "27 votes to 24", "39 for; 19 against; 2 abstentions".
 * "Not voting" is not an abstention and is not counted as one.
 */
export function readVotes(text: string): Votes {
  const votes = { ...noVotes };
  const pair = /\b(\d{1,3})\s+(?:votes?\s+)?(?:to|v\.?|-|–)\s+(\d{1,3})\b|\b(\d{1,3})[-–](\d{1,3})\b/.exec(
    text,
  );
  if (pair && !/\b(?:for|against)\b/i.test(text)) {
    const abstain = /\b(\d{1,3})\s+(?:members?\s+|councillors?\s+)?abst/i.exec(text)?.[1];
    const [inFavour, against] = [Number(pair[1] ?? pair[3]), Number(pair[2] ?? pair[4])];
    return { ...votes, for: inFavour, against, abstain: abstain === undefined ? null : Number(abstain) };
  }
  const labelFirst = /^\W*(?:\w+\s+){0,3}?(?:for|in favour|ayes?)\b[\s:=–-]*\(?\d/i.test(text);
  for (const [side, words] of sides) {
    const before = `\\b(?:${words})\\b(?:\\s+votes)?[\\s:=–-]*\\(?(\\d{1,3})\\b`;
    const behind = `\\b(\\d{1,3})\\)?\\s+(?:(?:votes?|members?|councillors?)\\s+)?(?:were\\s+|vot(?:ed|ing)\\s+)?(?:${words})\\b`;
    const [first, second] = labelFirst ? [before, behind] : [behind, before];
    const found =
      new RegExp(first, 'i').exec(text) ?? (labelFirst ? null : new RegExp(second, 'i').exec(text));
    if (found) votes[side] = Number(found[1]);
  }
  return votes;
}

/** Whether any count was read. */
export function hasVotes(votes: Votes): boolean {
  return votes.for !== null || votes.against !== null || votes.abstain !== null;
}

/** The votes with their names; a side that is not counted in print is as many as its names. */
export function withNames(votes: Votes, recorded: readonly RecordedVote[]): Votes {
  const count = (side: 'for' | 'against' | 'abstain') =>
    votes[side] ?? (recorded.filter(({ option }) => option === side).length || null);
  return {
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    recorded: [...recorded],
  };
}
