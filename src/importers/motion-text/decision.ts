// The lines that say how a vote went. Like every field they count only when they say little else.

import type { ParsedEvent } from './document.js';
import { undecided } from './history.js';
import { hasVotes, readMode, readOutcome, readVotes } from './outcomes.js';
import { withoutPeople } from './people.js';

/** What a line says was decided, and whether it was an amendment that was. */
export interface Decision {
  decision: ParsedEvent;
  isAmendment: boolean;
}

const motion =
  '(?:the|this)?\\s*(?:(?:substantive|original|amended)\\s+)*(?:motion|resolution|proposal|amendment)\\b';
// How a line begins that tells a decision. A report or a recommendation is spoken of in clauses too, so
// what became of it counts only in capitals.
const starts = [
  '(?:on|upon|having)\\s+(?:being|been)\\s+put',
  '(?:on|by|upon)\\s+a\\s+show',
  '(?:following|after)\\s+(?:a\\s+|the\\s+)?(?:debate|vote|discussion)',
  'at\\s+the\\s+(?:close|end|conclusion)\\s+of\\s+the\\s+debate',
  '(?:it\\s+was\\s+)?resolved\\b(?!\\s+to\\b)',
  `(?:note\\s*:\\s*)?${motion}`,
  'decision|outcome|result|(?:the\\s+)?vot(?:e|es|ing)\\b',
  '(?:it\\s+was\\s+)?(?:not\\s+)?(?:carried|agreed|approved|lost|withdrawn|noted|referred|deferred|defeated|fell|lapsed|passed|rejected|unanimous(?:ly)?)\\b',
  '(?:for|in favour|against)\\b',
  '\\d|a\\s+(?:recorded\\s+|named\\s+)?vote|there\\s+(?:being|were|voted)\\b',
  '(?:full\\s+)?council\\s+(?:agreed|approved|rejected)',
  '(?:the\\s+)?(?:mayor|chair|chairman|chairwoman|speaker)\\s+(?:then\\s+)?(?:put|declared|ruled)\\b',
  '(?:due|owing)\\s+to\\b',
  'with\\s+the\\s+(?:consent|agreement|leave)\\s+of\\b',
  '(?:councillor|cllr)\\s+[^,.;:]{3,40}\\s+(?:then\\s+)?withdrew\\b',
  '(?:the\\s+)?(?:guillotine|time)\\b.*\\b(?:motion|item|debated|reached)\\b',
];
const decisionStart = new RegExp(`^\\W*(?:${starts.join('|')})`, 'i');
const inCapitals =
  /^(?:the\s+)?(?:report|recommendations?)\b.*\b(?:CARRIED|AGREED|APPROVED|LOST|REJECTED|NOTED|DEFERRED)\b/is;
const decisionWords =
  /\b(?:carried|agreed|approved|passed|adopted|lost|defeated|rejected|negatived|not|nor|noted|received|referred|deferred|adjourned|withdrawn|withdrew|fell|falls|lapsed|dropped|ruled|out|order|resolved|unanimous(?:ly)?|unopposed|nem|con|as|amended|amendments?|[A-Z]|motions?|report|recommendations?|substantive|original|resolution|proposal|proposed|put|being|upon|on|to|the|a|an|and|was|were|is|be|it|that|which|by|with|for|against|in|favour|of|ayes?|noes|votes?|voting|voted|abstain(?:ed|ing)?|abstentions?|members?|councillors?|show|hands|recorded|named|roll|call|casting|mayor|chair(?:man|woman)?|speaker|following|after|at|close|end|conclusion|debate|discussion|decision|outcome|result|declared|therefore|this|full|council|meeting|time|ran|expired|guillotine|owing|lack|identical|next|there|being|having|been|moved|seconded|taken|tied|tie|then|accordingly|used|equal|cast|gave|their|his|her|cabinet|executive|committee|without|division|general|consent|assent|leave|agreement|mover|did|so|had|debated|reached|overtaken|already|note|due|consideration|ordinary)\b|[^\p{L}]+/giu;

/** "In accordance with Procedure Rule 13.4": what follows tells the decision. */
const byRule =
  /^(?:in\s+accordance\s+with|under|pursuant\s+to)\s+[^,;:]{0,60}?\b(?:rules?|orders?|constitution|paragraph)(?:\s+\d[\d.]*\d?)?,?\s+/i;
/** The body that a motion is referred to. */
const referee =
  /\bto\s+(?:the\s+)?(?:\p{Lu}[\p{L}’'&-]*,?\s+(?:(?:and|of|for|&)\s+)*){1,7}(?:Committee|Commission|Panel|Board)\b/gu;

/** A line that says how a vote went: "The motion was put to the vote and declared carried". */
export function readDecision(whole: string, line: number): Decision | null {
  if (whole.length > 300) return null;
  const text = whole.replace(byRule, '');
  if (!decisionStart.test(text) && !inCapitals.test(text)) return null;
  if (!readOutcome(text) && !hasVotes(readVotes(text)) && !onlyMode.test(text)) return null;
  const said = withoutPeople(text).replace(referee, ' ').replace(decisionWords, ' ');
  const beside = said.trim().split(/\s+/).filter(Boolean);
  if (beside.length > 3) return null;
  const isAmendment =
    /\bamendment\b/i.test(text) && !/\bas amended\b|\bwith (?:the )?amendments?\b/i.test(text);
  return { decision: toDecision(text, line), isAmendment };
}

/** "(Unanimous)" alone behind a decision. */
const onlyMode = /^\W*unanimous(?:ly)?\W*$/i;

/** A decision in a line's own words, not yet tied to a meeting. */
export function toDecision(text: string, line: number): ParsedEvent {
  const outcome = readOutcome(text);
  return {
    stage: referralStage(text, outcome),
    body: null,
    date: null,
    datePrecision: 'unknown',
    ...undecided,
    outcome,
    outcomeText: outcome ? text.slice(0, 200) : null,
    decisionMode: readMode(text),
    votes: readVotes(text),
    inferred: [],
    line,
  };
}

/** A referral names the body it goes to; any other decision is one of the meeting itself. */
function referralStage(text: string, outcome: ParsedEvent['outcome']): ParsedEvent['stage'] {
  if (outcome !== 'referred') return 'decided';
  if (/\bto\s+(?:the\s+)?(?:cabinet|executive)\b/i.test(text)) return 'referred_to_executive';
  return /\bto\b.*\bscrutiny\b/i.test(text) ? 'referred_to_scrutiny' : 'decided';
}
