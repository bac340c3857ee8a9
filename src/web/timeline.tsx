// The life of a motion before the bodies it came to: each step with its day, its result and its sources.
import type { VNode } from 'preact';
import { motionStage, spoken } from '../domain/vocabulary.js';
import type { EventRecord, OtherMotion } from '../store/queries/motion-record.js';
import { writtenDate } from './date.js';
import { votesPhrase } from './evidence.js';
import { Shown } from './record.js';
import { Term } from './term.js';
import { VotePicture } from './votes.js';
import { outcomeWord } from './wording.js';

/** The steps in order. */
export function Timeline(props: {
  events: readonly EventRecord[];
  amendments: readonly OtherMotion[];
}): VNode {
  if (props.events.length === 0) return <p>No step is recorded.</p>;
  return (
    <ol class="timeline">
      {props.events.map((event) => (
        <Step
          key={event.id}
          event={event}
          amendment={props.amendments.find(({ id }) => id === event.amendment)}
        />
      ))}
    </ol>
  );
}

function Step({ event, amendment }: { event: EventRecord; amendment: OtherMotion | undefined }): VNode {
  const date = writtenDate({ date: event.occurredOn, precision: event.precision });
  return (
    <li data-event={event.id} {...(event.authoritative ? { 'data-authoritative': 'true' } : {})}>
      <p class="step">
        <span class="when">{date ?? 'Date not known'}</span>{' '}
        <b>
          <Term list={motionStage} word={event.stage}>
            {sentence(spoken(event.stage))}
          </Term>
          {resultOf(event)}
        </b>
        {event.body ? ` · ${event.body}` : ' · body not known'}
        {event.authoritative ? ' · decides for the council' : ''}
      </p>
      {amendment ? <Fate amendment={{ ...amendment, note: null }} /> : null}
      {event.outcomeText ? <p>In the source’s words: “{event.outcomeText}”.</p> : null}
      {event.note ? <p>{event.note}</p> : null}
      <VotePicture event={event} />
      <p class="read-in">
        <Shown sources={event.sources} lead="Shown by" />
      </p>
    </li>
  );
}

function resultOf(event: EventRecord): string {
  const mode = event.decisionMode === 'not_stated' ? null : spoken(event.decisionMode);
  const result = event.outcome === null ? null : outcomeWord[event.outcome].toLowerCase();
  const parts = [result, mode, votesPhrase(event)].filter(Boolean);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}

/** An amendment with who put it and what became of it. */
export function Fate({ amendment }: { amendment: OtherMotion }): VNode {
  const { id, title, outcome, people } = amendment;
  return (
    <p class="fate">
      <a href={`/${id}`}>{title ?? 'Amendment'}</a>
      {people.length > 0 ? `, put by ${people.join(', ')}` : ''}:{' '}
      <b>{outcome ? outcomeWord[outcome].toLowerCase() : 'no decision is recorded'}</b>.
      {amendment.note ? ` ${amendment.note}` : ''}
    </p>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
