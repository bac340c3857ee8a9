// Council by council: which motion it is, what was decided, what it asks for beyond the review; and the
// councils without a motion, with what was searched.
import type { VNode } from 'preact';
import { standing } from '../domain/outcome.js';
import { evidenceState, motionTextStatus, spoken } from '../domain/vocabulary.js';
import type { AskBeyond } from '../store/queries/asks-beyond-review.js';
import type { MotionLabel } from '../store/queries/matrix-labels.js';
import type { EmptyGroup } from './columns.js';
import { writtenDate } from './date.js';
import { Decision, MotionLine } from './evidence.js';
import { tallyOf, tallyPhrase } from './tally.js';
import { Term } from './term.js';
import { labelOf, motionsIn, type View } from './view.js';
import { counted } from './wording.js';

/** A section for each council with a column. */
export function CouncilSections({ view, councils }: { view: View; councils: readonly string[] }): VNode {
  const present = motionsIn(view.comparison);
  const motions = [...view.labels.motions.values()].filter(({ id }) => present.has(id));
  return (
    <section class="councils" aria-labelledby="councils">
      <h2 id="councils">Council by council</h2>
      <div class="cards">
        {councils.map((council) => (
          <CouncilSection
            key={council}
            view={view}
            council={council}
            motions={motions.filter((motion) => motion.council === council)}
          />
        ))}
      </div>
    </section>
  );
}

function CouncilSection(props: { view: View; council: string; motions: readonly MotionLabel[] }): VNode {
  const { view, council, motions } = props;
  const { name, slug } = labelOf(view.labels.councils, council);
  const { rows } = view.comparison;
  const tally = tallyPhrase(
    tallyOf(
      rows.flatMap(({ cells }) => cells),
      council,
    ),
    rows.length,
    view.labels.review.recommendationCount,
  );
  return (
    <article class="card" id={`about-${slug}`}>
      <h3>
        <a href={`/${council}`}>{name}</a>
      </h3>
      <p class="tally">{tally ? `Position on ${tally}.` : 'No position on any recommendation.'}</p>
      {motions.length === 0 ? <p>{SearchNote({ view, council })}</p> : null}
      {motions.map((motion) => (
        <div class="motion" key={motion.id}>
          <MotionLine motion={motion} />
          <Decision view={view} event={decisive(view, motion)} />
          <p class="read-in">{motionTextStatus.meaning[motion.textStatus]}</p>
        </div>
      ))}
    </article>
  );
}

// The event the page quotes for a motion is the one its cells quote: the deciding one, else the last.
function decisive(view: View, motion: MotionLabel): string | null {
  const events = [...view.labels.events.values()].filter((event) => event.motion === motion.id);
  const decided = standing(events, view.asOf).decidingEvent;
  if (decided !== null) return decided;
  const cited = view.comparison.rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => [...cell.proposed, ...cell.related, ...cell.suggested])
    .find((evidence) => evidence.motion === motion.id);
  return cited?.event ?? null;
}

/** What became of an ask, and who says so. */
export function askStanding(ask: Pick<AskBeyond, 'stance' | 'state' | 'reviewState'>): string {
  const state = ask.stance === 'reports_action' ? `reported as ${spoken(ask.state)}` : stateWord(ask.state);
  return ask.reviewState === 'suggested' ? `${state}, machine-suggested` : state;
}

function stateWord(state: AskBeyond['state']): string {
  if (state === 'unknown') return 'what became of it: not looked for yet';
  return state === 'no_evidence' ? 'what became of it: no source found' : spoken(state);
}

const groupHeading: Readonly<Record<EmptyGroup['state'], string>> = {
  found: 'A position',
  not_adopted: 'A motion, not adopted',
  silent: 'A motion that says nothing on it',
  source_unavailable: 'Papers not available',
  searched_none_found: 'No motion found',
  not_searched: 'Not searched yet',
};

/** The councils without a column, by the kind of emptiness they share. */
export function EmptyGroups(props: {
  view: Pick<View, 'asOf' | 'labels'>;
  groups: readonly EmptyGroup[];
  heading: string;
}): VNode | null {
  const { view, groups } = props;
  if (groups.length === 0) return null;
  return (
    <section class="empties" aria-labelledby="empties">
      <h2 id="empties">{props.heading}</h2>
      {groups.map(({ state, councils }) => (
        <div key={state} class="empty-group" data-state={state}>
          <h3>
            <Term list={evidenceState} word={state}>
              {groupHeading[state]}
            </Term>
            {view.asOf && state === 'searched_none_found' ? ' by that day' : ''}:{' '}
            {counted(councils.length, 'council')}
          </h3>
          {state === 'searched_none_found' ? (
            <p>A search can miss a motion, so none of them is said to have resolved nothing.</p>
          ) : null}
          {[...Map.groupBy(councils, (council) => SearchNote({ view, council }))].map(([note, members]) => (
            <p key={note}>
              <CouncilNames view={view} councils={members} /> <span class="who">{note}</span>
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}

function CouncilNames({
  view,
  councils,
}: {
  view: Pick<View, 'labels'>;
  councils: readonly string[];
}): VNode {
  return (
    <span>
      {councils.map((council, index) => (
        <span key={council}>
          {index > 0 ? ', ' : ''}
          <a href={`/${council}`}>{labelOf(view.labels.councils, council).shortName}</a>
        </span>
      ))}
      .
    </span>
  );
}

function SearchNote({ view, council }: { view: Pick<View, 'labels'>; council: string }): string {
  const { search } = labelOf(view.labels.councils, council);
  if (search === null || search.searchedOn === null) return 'Nobody has searched these papers yet.';
  const date = writtenDate({ date: search.searchedOn, precision: search.precision });
  return `Searched ${date}${search.method ? `: ${search.method}` : ''}.`;
}
