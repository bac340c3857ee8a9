// The amendments of a motion: who put each, what it says in its own clauses, and what became of it by which vote.
import type { VNode } from 'preact';
import { isAdopted } from '../domain/outcome.js';
import { motionTextStatus, spoken } from '../domain/vocabulary.js';
import type { AmendmentRecord } from '../store/queries/motion-record.js';
import { writtenDate } from './date.js';
import { votesPhrase } from './evidence.js';
import { Shown } from './record.js';
import { counted, outcomeWord } from './wording.js';

/** The section; nothing where no amendment is recorded. */
export function Amendments({ amendments }: { amendments: readonly AmendmentRecord[] }): VNode | null {
  if (amendments.length === 0) return null;
  return (
    <section aria-labelledby="amendments">
      <h2 id="amendments">Amendments</h2>
      <p class="who">
        An amendment is not the council’s word by itself: what it says counts once the motion holds it.
      </p>
      {amendments.map((amendment) => (
        <Amendment key={amendment.id} amendment={amendment} />
      ))}
    </section>
  );
}

function Amendment({ amendment }: { amendment: AmendmentRecord }): VNode {
  const { id, title, people, note, decision } = amendment;
  return (
    <article class="amendment" data-amendment={id} data-fate={fateOf(amendment)}>
      <h3>
        <a href={`/${id}`}>{title ?? 'Amendment'}</a>
      </h3>
      <p>
        <b class="verdict">{verdictOf(amendment)}</b>
        {people.length > 0 ? ` · put by ${people.join(' and ')}` : ' · who put it is not recorded'}
      </p>
      <Said amendment={amendment} />
      {note ? <p>{note}</p> : null}
      {decision ? <Shown sources={decision.sources} lead="Shown by" /> : null}
    </article>
  );
}

const fateOf = ({ outcome }: AmendmentRecord): string =>
  outcome === null ? 'open' : isAdopted(outcome) ? 'adopted' : 'not-adopted';

function verdictOf({ outcome, decision }: AmendmentRecord): string {
  const result = outcome ? outcomeWord[outcome] : 'No decision is recorded';
  if (decision === null) return result;
  const mode = decision.decisionMode === 'not_stated' ? null : spoken(decision.decisionMode);
  const day = writtenDate({ date: decision.occurredOn, precision: decision.precision });
  return [result, mode, votesPhrase(decision), decision.body, day].filter(Boolean).join(', ');
}

function Said({ amendment }: { amendment: AmendmentRecord }): VNode {
  const { clauses, clauseCount, id, textStatus } = amendment;
  if (clauses.length === 0)
    return (
      <p>
        What it would have changed is not recorded clause by clause: {motionTextStatus.meaning[textStatus]}
      </p>
    );
  return (
    <>
      <p class="what">What it would put into the motion:</p>
      <ul>
        {clauses.map(({ address, summary, text }) => (
          <li key={address}>
            <a href={`/${id}#${address}`}>{address}</a> {summary ?? text ?? 'Its wording is not held.'}
          </li>
        ))}
      </ul>
      {clauseCount > clauses.length ? (
        <p class="who">
          The first {clauses.length} of {counted(clauseCount, 'clause')};{' '}
          <a href={`/${id}#clauses`}>all of them</a>.
        </p>
      ) : null}
    </>
  );
}
