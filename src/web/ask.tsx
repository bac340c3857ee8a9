// One act asked for: the verb and what is asked, who is to act and who is addressed, what became of it and which
// source shows that.
import type { ComponentChildren, VNode } from 'preact';
import { askState, askVerb, type clauseStance, spoken, type Word } from '../domain/vocabulary.js';
import type { AskRecord } from '../store/queries/clause-records.js';
import { askStanding } from './councils.js';
import { writtenDate } from './date.js';
import { Shown } from './record.js';
import { Term } from './term.js';

/** The ask as an item of a list; `where` says where it stands, outside its motion. */
export function AskItem(props: {
  ask: AskRecord;
  stance: Word<typeof clauseStance>;
  where?: ComponentChildren;
}): VNode {
  const { ask, stance, where } = props;
  const due = writtenDate({ date: ask.due, precision: ask.duePrecision ?? 'unknown' });
  return (
    <li data-ask={ask.id} data-review={ask.reviewState} data-state={ask.state}>
      <p>
        <span class="what-kind">{stance === 'reports_action' ? 'Reports' : 'Asks'}</span>{' '}
        <Term list={askVerb} word={ask.verb}>
          {spoken(ask.verb)}
        </Term>
        : {ask.object}
      </p>
      <p class="who">
        <a href={`/${ask.actorId}`}>{ask.actor}</a>
        {ask.addresseeId ? (
          <>
            {' → '}
            <a href={`/${ask.addresseeId}`}>{ask.addressee}</a>
            {ask.addresseeInferred ? ' (inferred)' : ''}
          </>
        ) : null}
        {due ? ` · due ${due}` : ''} ·{' '}
        <Term list={askState} word={ask.state}>
          {askStanding({ ...ask, stance })}
        </Term>
      </p>
      {ask.themes.length > 0 ? (
        <p class="who">
          On{' '}
          {ask.themes.map(({ id, name }, n) => (
            <span key={id}>
              {n > 0 ? ', ' : ''}
              <a href={`/${id}`}>{name.toLowerCase()}</a>
            </span>
          ))}
        </p>
      ) : null}
      {where ? <p class="who">{where}</p> : null}
      <FollowUps ask={ask} />
    </li>
  );
}

function FollowUps({ ask }: { ask: AskRecord }): VNode | null {
  if (ask.followUps.length === 0) return null;
  return (
    <ol class="follow-ups">
      {ask.followUps.map((step) => (
        <li key={step.id} data-follow-up={step.id}>
          <b>{writtenDate({ date: step.occurredOn, precision: step.precision }) ?? 'Date not known'}</b>:{' '}
          {step.note} ({spoken(step.state)}) <Shown sources={step.sources} lead="Shown by" />
        </li>
      ))}
    </ol>
  );
}
