// The events a document shows, put together from the lines that state them, and the deciding one.

import { nextWeekday } from './dates.js';
import type { ParsedAmendment, ParsedEvent, ParsedMotion, RecordedVote } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import type { PageFacts } from './facts.js';
import { decidedStage, undecided } from './history.js';
import { hasVotes, noVotes, withNames } from './outcomes.js';
import type { Structure } from './state.js';

type Placed = Structure['findings'][number];

/** A decision that no later one of the same kind reopens. */
const final = ['carried', 'carried_as_amended', 'lost', 'withdrawn', 'fell', 'lapsed', 'ruled_out'];

/** The events the lines show, in order, and the meeting that a decision without a date belongs to. */
export function readEvents(
  { findings, recorded, amendments }: Pick<Structure, 'findings' | 'recorded' | 'amendments'>,
  page: PageFacts,
  doubts: Doubt[],
): ParsedEvent[] {
  // What a line says is asked once, so what is worked out from it is worked out on a copy.
  const stated = findings.flatMap(({ finding }) => (finding.events ?? []).map((event) => ({ ...event })));
  const events = distinctEvents([...stated, ...meetings(findings, page, doubts)]);
  let latest: ParsedEvent | null = null;
  for (const { finding, line } of findings) {
    const said = finding.field === 'resolved' ? resolved(line) : finding.decision;
    if (!said) continue;
    const told = named(said, recorded.get(line));
    if (latest && completes(latest, told, finding.isAmendment === true)) complete(latest, told);
    else latest = finding.isAmendment ? addAmendment(events, told) : addDecision(events, told);
  }
  addFates(events, amendments);
  const dated = events.flatMap((event) => event.date ?? []);
  return dated.every((date, index) => index === 0 || (dated[index - 1] ?? '') <= date)
    ? events
    : events.sort(byDate);
}

/** A page that prints a motion twice names its meeting twice. */
function distinctEvents(events: readonly ParsedEvent[]): ParsedEvent[] {
  const seen = new Set<string>();
  return events.filter(({ stage, body, date, outcome }) => {
    const key = [stage, body, date, outcome].join('|');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A meeting announced for a weekday, or a body and a date on lines of their own. */
function meetings(findings: readonly Placed[], page: PageFacts, doubts: Doubt[]): ParsedEvent[] {
  const plan = findings.find(({ finding }) => finding.field === 'introduction');
  if (plan) return [planned(plan, page.publishedOn, doubts)];
  const maker = findings.find(({ finding }) => finding.field === 'decision_maker');
  const decided = findings.find(({ finding }) => finding.field === 'date_of_decision');
  if (maker?.finding.body && decided?.finding.date)
    return [onAgenda(maker.finding.body, decided.finding.date, [], maker.line)];
  const bodies = findings.filter(({ finding }) => finding.field === 'body');
  const dates = findings.filter(({ finding }) => finding.field === 'date' && finding.date);
  const [body, date] = [bodies[0], dates[0]];
  if (!body?.finding.body || !date?.finding.date || Math.abs(body.line - date.line) > 3) return [];
  return [onAgenda(body.finding.body, date.finding.date, [], body.line)];
}

function planned({ finding, line }: Placed, publishedOn: string | null, doubts: Doubt[]): ParsedEvent {
  const date = publishedOn && finding.weekday ? nextWeekday(publishedOn, finding.weekday) : null;
  if (date) doubts.push(doubt('DATE_INFERRED', line));
  return onAgenda(finding.body ?? null, date, date ? ['date'] : [], line);
}

function onAgenda(body: string | null, date: string | null, inferred: string[], line: number): ParsedEvent {
  return {
    stage: 'on_agenda',
    body,
    date,
    datePrecision: date ? 'day' : 'unknown',
    ...undecided,
    inferred,
    line,
  };
}

function resolved(line: number): ParsedEvent {
  return {
    ...onAgenda(null, null, ['outcome'], line),
    stage: 'decided',
    outcome: 'carried',
    outcomeText: 'RESOLVED',
  };
}

/** A decision with the names of those who voted, if any are printed; where they cannot be believed, none. */
function named(told: ParsedEvent, names: readonly RecordedVote[] | undefined): ParsedEvent {
  if (names === undefined) return { ...told };
  return {
    ...told,
    votes: withNames(told.votes, names),
    decisionMode: told.decisionMode ?? 'recorded_vote',
  };
}

/** Amendments are decided before the motion is, at its meeting; one that was carried changes the motion. */
function addFates(events: ParsedEvent[], amendments: readonly ParsedAmendment[]): void {
  const decided = events.findIndex(({ stage, outcome }) => stage === 'decided' && outcome !== null);
  const meeting = events[decided];
  const fates = amendments
    .filter(({ outcome }) => outcome !== null)
    .map(({ outcomeText, decisionMode, votes, line }): ParsedEvent => {
      const { body = null, date = null, datePrecision = 'unknown' } = meeting ?? {};
      const inferred = [...(body === null ? [] : ['body']), ...(date === null ? [] : ['date'])];
      const place = { body, date, datePrecision, inferred, line };
      return { stage: 'amendment_decided', ...place, outcome: null, outcomeText, decisionMode, votes };
    });
  if (decided < 0) events.push(...fates);
  else events.splice(decided, 0, ...fates);
  if (meeting?.outcome !== 'carried' || !amendments.some(({ outcome }) => outcome === 'carried')) return;
  meeting.outcome = 'carried_as_amended';
  meeting.inferred = [...new Set([...meeting.inferred, 'outcome'])];
}

/** The parent only says that an amendment was decided; how is the amendment's own fate. */
function addAmendment(events: ParsedEvent[], told: ParsedEvent): ParsedEvent {
  const event: ParsedEvent = { ...told, stage: 'amendment_decided', outcome: null };
  events.push(event);
  return event;
}

/** A line with counts alone, or the same decision in other words, speaks of the event before it. */
function completes(latest: ParsedEvent, told: ParsedEvent, isAmendment: boolean): boolean {
  if (told.outcome === null) return true;
  if (isAmendment || latest.stage === 'amendment_decided') return false;
  return told.outcome === latest.outcome || latest.outcomeText === 'RESOLVED';
}

function complete(latest: ParsedEvent, told: ParsedEvent): void {
  if (told.outcome && latest.outcomeText === 'RESOLVED') {
    latest.outcome = told.outcome;
    latest.outcomeText = told.outcomeText;
    latest.inferred = latest.inferred.filter((field) => field !== 'outcome');
  }
  latest.decisionMode ??= told.decisionMode;
  if (!hasVotes(latest.votes)) latest.votes = told.votes;
}

/** A decision without a body and date of its own was taken at the one meeting that is named. */
function addDecision(events: ParsedEvent[], told: ParsedEvent): ParsedEvent {
  const open = events.filter((event) => event.stage === 'on_agenda');
  const meeting = open.length === 1 ? open[0] : undefined;
  if (!meeting) {
    events.push(told);
    return told;
  }
  const { body, date, datePrecision } = meeting;
  const inferred = [...new Set([...meeting.inferred, ...told.inferred, 'body', 'date'])];
  const event: ParsedEvent = { ...told, stage: decidedStage(body), body, date, datePrecision, inferred };
  events.splice(events.indexOf(meeting), 1);
  events.push(event);
  return event;
}

function byDate(a: ParsedEvent, b: ParsedEvent): number {
  return (a.date ?? '9999').localeCompare(b.date ?? '9999');
}

type Deciding = Pick<ParsedMotion, 'body' | 'date' | 'outcome' | 'decisionMode' | 'votes' | 'inferred'>;

/** The last event that decided the whole motion for good; else the meeting still to decide it. */
export function decidingEvent(events: readonly ParsedEvent[]): Deciding {
  const deciding = events.filter((event) => ['decided', 'decided_by_executive'].includes(event.stage));
  const event =
    deciding.filter(({ outcome }) => outcome !== null && final.includes(outcome)).at(-1) ??
    deciding.at(-1) ??
    events.filter(({ outcome }) => outcome === 'referred').at(-1) ??
    events.filter(({ stage }) => ['on_agenda', 'debated'].includes(stage)).at(-1);
  if (!event)
    return { body: null, date: null, outcome: null, decisionMode: null, votes: noVotes, inferred: [] };
  const { body, date, outcome, decisionMode, votes, inferred } = event;
  return {
    body,
    date,
    outcome,
    decisionMode,
    votes,
    inferred: inferred.filter((field) => field !== 'stage'),
  };
}
