// The lines that tell a motion's way through the bodies of a council: what happened, where, when.
// A line counts only when its words are all of that kind, so that a clause which mentions
// a meeting is never taken for the record of one.

import { type PrintedDate, readDates } from './dates.js';
import type { ParsedEvent } from './document.js';
import { noVotes, readMode, readOutcome, readVotes } from './outcomes.js';

export type BodyKind = 'executive' | 'scrutiny' | 'council' | 'committee';

const nouns = 'Council|Assembly|Cabinet|Executive|Committee|Commission|Board|Panel|Debate';
const bodyNoun = `${nouns}|${nouns.toUpperCase()}`;
const bodyPattern = new RegExp(
  `\\b(?:\\p{Lu}[\\p{L}'’&]*[ \\u00a0]+(?:(?:and|of|for|&)[ \\u00a0]+)*){0,7}(?:${bodyNoun})\\b(?:[ \\u00a0]+(?:Assembly|Committee|Commission|Board|Panel|Debate)\\b)*`,
  'gu',
);
const anyBody = new RegExp(nouns, 'i');
const leadingWords =
  /^(?:(?:Motion|Notice|Referred|Agreed|Approved|Carried|Considered|Noted|Meeting|Decision|Minutes|Agenda|Extract|From|For|The|By|At|Of|Debated|Special|Extraordinary|Ordinary|Annual)[ \u00a0]+)+/i;
const small =
  /\b(?:motions?|the|this|was|were|is|be|been|on|by|from|at|to|of|in|a|an|meeting|minutes|agenda|decision|extract|held|and|then|it|members|item|no|number|date|time|special|extraordinary|ordinary|annual|themed|debate|full|plenary|council’s)\b/gi;
const deeds =
  /\b(?:referred|agreed|approved|carried|passed|adopted|lost|defeated|rejected|not|noted|received|considered|debated|deferred|withdrawn|lapsed|fell|resolved|endorsed|tabled|submitted|moved|published|as|amended|unanimously|unanimous|nem|con|votes?|for|against|abstentions?|voting|back)\b/gi;

/** What kind of body a name tells of; a name that tells nothing is a committee. */
export function bodyKindOf(body: string): BodyKind {
  if (/\bscrutiny\b/i.test(body)) return 'scrutiny';
  if (/\b(?:cabinet|executive)\b/i.test(body) && !/\bnon[- ]/i.test(body)) return 'executive';
  if (/\b(?:committee|commission|board|panel)\b/i.test(body)) return 'committee';
  return 'council';
}

/** The body a text names, as printed; the last one where it names several. */
export function readBody(text: string): string | null {
  if (!anyBody.test(text)) return null;
  const found = [...text.matchAll(bodyPattern)].at(-1)?.[0].replace(leadingWords, '').trim();
  return found || null;
}

/** The events of a line such as "Referred from … 22 March 2023 Agreed by Cabinet on 13 June 2023". */
export function readHistory(text: string, line: number): ParsedEvent[] {
  if (text.length > 300) return [];
  const dates = readDates(text);
  if (dates.length === 0 || !saysNothingElse(text, dates)) return [];
  const events = dates.flatMap((date, index) => {
    const from = dates[index - 1]?.end ?? 0;
    const last = index === dates.length - 1;
    const before = text.slice(from, date.start);
    const isSaidBehind = last && !readOutcome(before);
    const said = isSaidBehind ? `${before} ${text.slice(date.end)}` : before;
    return toEvent(said, text.slice(from, isSaidBehind ? text.length : date.end), date, line);
  });
  return events.length === dates.length ? events.map(nameReferral) : [];
}

/** The meeting a line names without saying what was decided there, or a body alone on its line. */
export function isBodyLine(text: string): boolean {
  return text.length < 120 && readBody(text) !== null && saysNothingElse(text, []) && !readOutcome(text);
}

function saysNothingElse(text: string, dates: readonly PrintedDate[]): boolean {
  let rest = text;
  for (const date of [...dates].reverse()) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  rest = rest.replace(/\b\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?/gi, ' ').replace(bodyPattern, ' ');
  return (
    rest
      .replace(deeds, ' ')
      .replace(small, ' ')
      .replace(/[^\p{L}]+/gu, '') === ''
  );
}

function toEvent(said: string, printed: string, date: PrintedDate, line: number): ParsedEvent[] {
  const body = readBody(said);
  if (!body) return [];
  const outcome = readOutcome(said);
  const common = { body, date: date.date, datePrecision: date.precision, inferred: [], line };
  const decided = {
    outcome,
    outcomeText: outcome ? tidy(printed) : null,
    decisionMode: readMode(said),
    votes: readVotes(said),
  };
  if (/\b(?:submitted(?!\s+to\b)|tabled|published|notice)\b/i.test(said)) {
    return [{ stage: 'notice_given', ...common, ...undecided }];
  }
  if (!outcome)
    return [
      { stage: /\b(?:considered|debated)\b/i.test(said) ? 'debated' : 'on_agenda', ...common, ...undecided },
    ];
  return [{ stage: decidedStage(body), ...common, ...decided }];
}

export const undecided = { outcome: null, outcomeText: null, decisionMode: null, votes: noVotes };

/** The stage at which a body of this name decides. */
export function decidedStage(body: string | null): ParsedEvent['stage'] {
  const kind = body ? bodyKindOf(body) : 'council';
  if (kind === 'executive') return 'decided_by_executive';
  return kind === 'scrutiny' ? 'considered_by_scrutiny' : 'decided';
}

/** A referral says where the motion went only through the event that follows it. */
function nameReferral(event: ParsedEvent, index: number, events: ParsedEvent[]): ParsedEvent {
  if (event.outcome !== 'referred') return event;
  const next = events[index + 1];
  if (next?.stage === 'decided_by_executive')
    return { ...event, stage: 'referred_to_executive', inferred: ['stage'] };
  if (next?.stage === 'considered_by_scrutiny')
    return { ...event, stage: 'referred_to_scrutiny', inferred: ['stage'] };
  return event;
}

function tidy(said: string): string {
  return said
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .trim();
}
