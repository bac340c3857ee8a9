// The lines that say how a vote went. Like every field they count only when they say little else.

import type { ParsedEvent } from './document.js';
import { undecided } from './history.js';
import { hasVotes, readMode, readOutcome, readVotes } from './outcomes.js';

/** What a line says was decided, and whether it was an amendment that was. */
export interface Decision {
  decision: ParsedEvent;
  isAmendment: boolean;
}

const decisionStart =
  /^\W*(?:(?:on|upon)\s+being\s+put|(?:following|after)\s+(?:a\s+|the\s+)?(?:debate|vote|discussion)|by\s+a\s+show|(?:it\s+was\s+)?resolved\b(?!\s+to\b)|(?:the|this)?\s*(?:(?:substantive|original|amended)\s+)*(?:motion|resolution|proposal|amendment)\b|decision|outcome|result|(?:the\s+)?vot(?:e|es|ing)\b|(?:it\s+was\s+)?(?:not\s+)?(?:carried|agreed|approved|lost|withdrawn|noted|referred|deferred|defeated|fell|lapsed|passed|rejected|unanimously)\b|(?:for|in favour|against)\b|\d|a\s+(?:recorded\s+|named\s+)?vote|(?:full\s+)?council\s+(?:agreed|approved|rejected))/i;
const decisionWords =
  /\b(?:carried|agreed|approved|passed|adopted|lost|defeated|rejected|negatived|not|nor|noted|received|referred|deferred|adjourned|withdrawn|fell|falls|lapsed|ruled|out|order|resolved|unanimous(?:ly)?|nem|con|as|amended|amendments?|[A-Z]|motions?|substantive|original|resolution|proposal|proposed|put|being|upon|on|to|the|a|an|and|was|were|is|be|it|that|by|with|for|against|in|favour|of|ayes?|noes|votes?|voting|voted|abstain(?:ed|ing)?|abstentions?|members?|councillors?|show|hands|recorded|named|roll|call|casting|mayor|chair|speaker|following|after|debate|discussion|decision|outcome|result|declared|therefore|this|full|council|meeting|time|ran|expired|owing|lack|identical|next|there|being|having|been|moved|seconded|taken|tied|tie|then|accordingly|used|equal|cast|gave|their|his|her|cabinet|executive|committee|without|division|consent|assent|did|so|had|debated|reached)\b|[^\p{L}]+/giu;

/** A line that says how a vote went: "The motion was put to the vote and declared carried". */
export function readDecision(text: string, line: number): Decision | null {
  if (text.length > 240 || !decisionStart.test(text)) return null;
  if (!readOutcome(text) && !hasVotes(readVotes(text))) return null;
  const beside = text.replace(decisionWords, ' ').trim().split(/\s+/).filter(Boolean);
  if (beside.length > 3) return null;
  const isAmendment =
    /\bamendment\b/i.test(text) && !/\bas amended\b|\bwith (?:the )?amendments?\b/i.test(text);
  return { decision: toDecision(text, line), isAmendment };
}

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
