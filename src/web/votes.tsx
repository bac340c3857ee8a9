// A vote as a picture: one bar for each side, as long as its share of those who voted, with its word and number
// beside it, and by side who voted where that is recorded. What nobody counted is not drawn.
import type { VNode } from 'preact';
import { voteOption } from '../domain/vocabulary.js';
import type { EventRecord } from '../store/queries/motion-record.js';
import { Term } from './term.js';

const optionWord = {
  for: 'For',
  against: 'Against',
  abstain: 'Abstained',
  not_voting: 'Did not vote',
  absent: 'Absent',
} as const;

type Option = keyof typeof optionWord;

/** The picture of a step’s vote; nothing where neither a count nor a name is recorded. */
export function VotePicture({ event }: { event: EventRecord }): VNode | null {
  const counts = countsOf(event);
  if (counts.length === 0) return null;
  const most = Math.max(...counts.map(({ count }) => count), 1);
  return (
    <figure class="vote-picture">
      <figcaption>
        {event.votesFor === null ? 'The vote, counted from the names recorded' : 'The vote as counted'}
      </figcaption>
      <dl>
        {counts.map(({ option, count }) => (
          <div key={option} data-option={option} data-votes={count}>
            <dt>
              <Term list={voteOption} word={option}>
                {optionWord[option]}
              </Term>
            </dt>
            <dd>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="bar" width={(100 * count) / most} height="10" />
              </svg>
              <b>{count}</b>
            </dd>
          </div>
        ))}
      </dl>
      <Names event={event} />
    </figure>
  );
}

// Counts that a source states come before those of the names it lists, which may be fewer.
function countsOf(event: EventRecord): { option: Option; count: number }[] {
  const stated = { for: event.votesFor, against: event.votesAgainst, abstain: event.votesAbstain };
  return voteOption.values.flatMap((option) => {
    const named = event.votes.filter((vote) => vote.option === option).length;
    const count = event.votesFor !== null && option in stated ? stated[option as keyof typeof stated] : named;
    return count === null || (count === 0 && !(event.votesFor !== null && option in stated))
      ? []
      : [{ option, count }];
  });
}

function Names({ event }: { event: EventRecord }): VNode | null {
  if (event.votes.length === 0) return null;
  return (
    <details>
      <summary>How each councillor voted</summary>
      <dl class="votes">
        {voteOption.values.map((option) => {
          const voters = event.votes.filter((vote) => vote.option === option);
          return voters.length === 0 ? null : (
            <div key={option}>
              <dt>
                {optionWord[option]}, {voters.length}
              </dt>
              <dd>
                {voters.map(({ id, name }, index) => (
                  <span key={id}>
                    {index > 0 ? ', ' : ''}
                    <a href={`/${id}`}>{name}</a>
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
