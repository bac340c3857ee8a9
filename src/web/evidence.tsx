// The readings a cell rests on, grouped by motion: what was decided, which clauses say so, and where each
// was read.
import type { VNode } from 'preact';
import { standing } from '../domain/outcome.js';
import { spoken } from '../domain/vocabulary.js';
import type { Cell } from '../store/queries/comparison.js';
import type { ClauseLabel, EventLabel, MotionLabel } from '../store/queries/matrix-labels.js';
import { writtenDate } from './date.js';
import { ReadingTerms } from './reading-terms.js';
import { SourceLink, SourceList } from './source.js';
import { labelOf, printedReadings, type View } from './view.js';
import { allOf, counted, outcomeWord } from './wording.js';

type Evidence = Cell['related'][number];

/** Readings of one weight under their heading, or nothing where there are none. */
export function EvidenceList(props: {
  view: View;
  heading: string;
  evidence: readonly Evidence[];
  weight: 'position' | 'proposed' | 'related' | 'suggested';
}): VNode | null {
  if (props.evidence.length === 0) return null;
  const shown = props.evidence.slice(0, printedReadings);
  return (
    <div class="evidence" data-weight={props.weight}>
      <h4>{props.heading}</h4>
      {shown.length < props.evidence.length ? (
        <p class="who">
          The first {printedReadings} of {counted(props.evidence.length, 'reading')}; all are in the data.
        </p>
      ) : null}
      {[...Map.groupBy(shown, ({ motion }) => motion)].map(([motion, readings]) => (
        <MotionEvidence key={motion} view={props.view} motion={motion} readings={readings} />
      ))}
    </div>
  );
}

// Where all its clauses were read in one source, that is said once.
function MotionEvidence(props: { view: View; motion: string; readings: readonly Evidence[] }): VNode {
  const { view, readings } = props;
  const sources = [...new Set(readings.map(({ source }) => source))];
  const shared = sources.length === 1;
  return (
    <div class="motion">
      <MotionLine motion={labelOf(view.labels.motions, props.motion)} />
      <Decision view={view} event={readings[0]?.event ?? null} />
      <ol class="clauses">
        {readings.map((reading) => (
          <Reading key={reading.citation} {...{ view, reading, shared }} />
        ))}
      </ol>
      {shared ? (
        <p class="read-in">
          <SourceList view={view} ids={sources} lead={readings.length > 1 ? 'All read in' : 'Read in'} />
        </p>
      ) : null}
    </div>
  );
}

/** What somebody did, before their name. */
export const rolePhrase = { mover: 'moved by', seconder: 'seconded by', presenter: 'presented by' } as const;

/** The motion’s title, who put it, and how much of it was read. */
export function MotionLine({ motion }: { motion: MotionLabel }): VNode {
  const people = motion.people.map(({ name, role }) => `${rolePhrase[role]} ${name}`).join(', ');
  return (
    <p class="motion-line">
      {motion.isAmendment ? 'Amendment: ' : ''}
      <a href={`/${motion.id}`}>
        <cite>{motion.title ?? 'Motion whose title is not known'}</cite>
      </a>
      {people ? <span> · {people}</span> : null}
    </p>
  );
}

/** What became of the motion, with the sources that show it. */
export function Decision({ view, event }: { view: View; event: string | null }): VNode {
  if (event === null) return <p class="decision">No decision is recorded.</p>;
  const label = labelOf(view.labels.events, event);
  return (
    <p class="decision">
      <b>{stepPhrase(label)}</b>
      {since(view, label)} <SourceList view={view} ids={label.sources} lead="Shown by" />
    </p>
  );
}

function stepPhrase(event: EventLabel): string {
  const what = event.authoritative ? 'Decision' : `Last recorded step, ${spoken(event.stage)}`;
  const result = event.outcome === null ? null : outcomeWord[event.outcome].toLowerCase();
  const mode = event.decisionMode === 'not_stated' ? null : spoken(event.decisionMode);
  const date = writtenDate({ date: event.occurredOn, precision: event.precision });
  const parts = [result, mode, votesPhrase(event), event.body, date ?? 'date not known'].filter(Boolean);
  return `${what}: ${parts.join(', ')}.`;
}

/** `12 for, 3 against, 1 abstention`; null where nobody counted. */
export function votesPhrase({
  votesFor,
  votesAgainst,
  votesAbstain,
}: Pick<EventLabel, 'votesFor' | 'votesAgainst' | 'votesAbstain'>): string | null {
  if (votesFor === null) return null;
  return [
    `${votesFor} for`,
    votesAgainst === null ? '' : `${votesAgainst} against`,
    votesAbstain === null ? '' : counted(votesAbstain, 'abstention'),
  ]
    .filter(Boolean)
    .join(', ');
}

// A later body may confirm what was decided before; the day it was first decided is said too.
function since(view: View, event: EventLabel): string {
  const events = [...view.labels.events.values()].filter(({ motion }) => motion === event.motion);
  const state = standing(events, view.asOf);
  if (state.decidingEvent !== event.id || state.since === null || state.since === event.occurredOn) return '';
  const first = events.find(({ occurredOn, authoritative }) => authoritative && occurredOn === state.since);
  const date = writtenDate({ date: state.since, precision: first?.precision ?? 'day' });
  return ` It has stood since ${date}${first?.body ? ` (${first.body})` : ''}.`;
}

function Reading({ view, reading, shared }: { view: View; reading: Evidence; shared: boolean }): VNode {
  const clause = labelOf(view.labels.clauses, reading.clause);
  const all = allOf(view.labels.review.recommendationCount);
  return (
    <li data-clause={clause.id} data-basis={reading.basis}>
      <p class="address">
        <b>
          <a href={`/${clause.motion}#${clause.address}`}>Clause {clause.address}</a>
        </b>{' '}
        <span>{printedLabel(clause)}</span>
      </p>
      {clause.summary === null ? null : <p class="summary">{clause.summary}</p>}
      <Wording clause={clause} />
      <ReadingTerms reading={reading} all={all} isAsTabled={clause.wording === 'as_tabled'} />
      {shared ? null : (
        <p class="read-in">
          Read in <SourceLink source={labelOf(view.labels.sources, reading.source)} />
        </p>
      )}
    </li>
  );
}

/** What is printed before the clause, what kind it is, and which of both is inferred. */
export function printedLabel(
  clause: Pick<ClauseLabel, 'label' | 'addressInferred' | 'kind' | 'kindInferred'>,
): string {
  const printed = clause.label === null ? 'no label printed' : `printed “${clause.label}”`;
  const inferred = clause.addressInferred ? ', place inferred' : '';
  return `${printed}${inferred} · ${spoken(clause.kind)}${clause.kindInferred ? ' (inferred)' : ''}`;
}

/** The clause’s own words where they may be published, else why they are not here. */
export function Wording({ clause }: { clause: Pick<ClauseLabel, 'text' | 'textStatus'> }): VNode {
  if (clause.text !== null) return <blockquote>{clause.text}</blockquote>;
  const why = {
    held_not_published: 'The wording was read; its source does not allow it to be republished.',
    summary_only: 'Summary in our words of what the source says; the wording is not held here.',
    as_decided: 'The wording is not held.',
    as_tabled: 'The wording is not held.',
    unknown: 'The wording is not held.',
  }[clause.textStatus];
  return <p class="no-text">{why}</p>;
}
