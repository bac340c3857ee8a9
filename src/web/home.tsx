// The first page: what this record is, London on a review or recommendation as a map, what came last, and how
// fresh it all is.
import type { VNode } from 'preact';
import { spoken } from '../domain/vocabulary.js';
import type { LatestEvent } from '../store/queries/latest-events.js';
import type { LatestMotion } from '../store/queries/latest-motions.js';
import { writtenDate, writtenInstant } from './date.js';
import type { HomeView } from './home-view.js';
import { Page } from './layout.js';
import { Key } from './legend.js';
import { LondonMap, MapInWords } from './map.js';
import { listedName } from './motion.js';
import { compareAddress } from './question.js';
import { counted, outcomeWord } from './wording.js';

const what =
  'Open Motions is the linked, open record of what UK councils resolved about public reviews. ' +
  'Everything it says of a council leads to a clause of a motion and to the source it was read in.';

interface Props {
  readonly view: HomeView;
  /** The instant of the newest snapshot in milliseconds; null where none is published. */
  readonly publishedAt: number | null;
  readonly contactUrl: string | undefined;
}

/** The page’s content as plain data. */
export const homeData = ({ review, recommendation, areas, motions, events, asOf }: HomeView) => ({
  review,
  recommendation,
  asOf: asOf ?? null,
  areas: areas.map(({ council, overall }) => ({
    council: council.id,
    gssCode: council.gssCode,
    evidenceState: overall.state,
    direction: overall.direction,
    words: overall.words,
  })),
  motions,
  events,
});

/** The page. */
export function HomePage({ view, publishedAt, contactUrl }: Props): VNode {
  return (
    <Page
      title="What councils resolved · Open Motions"
      description={what}
      contactUrl={contactUrl}
      current="/"
    >
      <h1>What did your council resolve?</h1>
      <p class="standfirst">{what}</p>
      {view.review === null ? (
        <p class="notice">
          <b>No review is recorded yet.</b> Import the seeds, then reload this page.
        </p>
      ) : (
        <MapSection view={view} />
      )}
      <div class="news">
        <Motions motions={view.motions} />
        <Events events={view.events} />
      </div>
      <Freshness publishedAt={publishedAt} />
    </Page>
  );
}

function MapSection({ view }: { view: HomeView }): VNode | null {
  const { review, recommendation, areas, asOf } = view;
  if (review === null) return null;
  const subject = recommendation
    ? `“${recommendation.title}”, ${review.shortName}`
    : `the ${review.shortName}`;
  const day = asOf ? ` As it stood on ${writtenDate({ date: asOf, precision: 'day' })}.` : '';
  const narrowed = recommendation ? { recommendations: [recommendation.id] } : {};
  return (
    <section aria-labelledby="map">
      <h2 id="map">London on {subject}</h2>
      <MapForm view={view} />
      {areas.length === 0 ? (
        <p class="notice">None of London’s councils is on this record.</p>
      ) : (
        <>
          <p>{countsOf(view)}</p>
          <LondonMap areas={areas} about={`What London’s councils hold on ${subject}.${day}`} />
          <Key count={view.recommendations.length} />
          <MapInWords areas={areas} />
        </>
      )}
      <p class="onward">
        <a href={compareAddress({ review: review.id, ...narrowed, ...(asOf ? { asOf } : {}) })}>
          Compare councils cell by cell
        </a>
        <a href={`/${recommendation?.id ?? review.id}`}>
          {recommendation ? 'Read the recommendation, and who said what' : 'Read about the review'}
        </a>
      </p>
    </section>
  );
}

// Counted from the map itself, so that the sentence cannot say more than it shows.
function countsOf({ areas, recommendation }: HomeView): string {
  const of = (state: string) => areas.filter(({ overall }) => overall.state === state).length;
  const parts = [
    `${of('found')} ${of('found') === 1 ? 'holds' : 'hold'} a position` +
      (recommendation ? '' : ' on at least one recommendation'),
    of('not_adopted') > 0
      ? `${of('not_adopted')} had a motion that was not carried or whose result is not known`
      : '',
    of('silent') > 0 ? `${of('silent')} carried a motion that says nothing on it` : '',
    of('source_unavailable') > 0 ? `the wording of ${of('source_unavailable')} could not be read` : '',
    of('searched_none_found') > 0 ? `for ${of('searched_none_found')} a search found no motion` : '',
    of('not_searched') > 0
      ? `${of('not_searched')} ${of('not_searched') === 1 ? 'has' : 'have'} not been searched`
      : '',
  ].filter(Boolean);
  return `Of ${counted(areas.length, 'council')} in London, ${parts.join('; ')}.`;
}

function MapForm({ view }: { view: HomeView }): VNode {
  const { reviews, review, recommendations, recommendation, asOf } = view;
  return (
    <form class="question" method="get" action="/">
      {reviews.length > 1 ? (
        <label class="field">
          Review{' '}
          <select name="review">
            {reviews.map(({ id, shortName }) => (
              <option key={id} value={id} selected={id === review?.id}>
                {shortName}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label class="field">
        Recommendation{' '}
        <select name="recommendations">
          <option value="">Any of its {recommendations.length}</option>
          {recommendations.map(({ id, number, title }) => (
            <option key={id} value={id} selected={id === recommendation?.id}>
              {number ? `${number} ` : ''}
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        As it stood on <input type="date" name="asOf" value={asOf ?? ''} />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

function Motions({ motions }: { motions: readonly LatestMotion[] }): VNode {
  return (
    <section aria-labelledby="motions">
      <h2 id="motions">Latest motions</h2>
      {motions.length === 0 ? <p>No motion is recorded yet.</p> : null}
      <ol class="latest">
        {motions.map((motion) => (
          <li key={motion.id} data-motion={motion.id}>
            <span class="when">{writtenDate(motion)}</span> <a href={`/${motion.id}`}>{listedName(motion)}</a>{' '}
            <span class="who">
              {motion.council.shortName}:{' '}
              {motion.outcome ? outcomeWord[motion.outcome].toLowerCase() : 'no final decision recorded'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Events({ events }: { events: readonly LatestEvent[] }): VNode {
  return (
    <section aria-labelledby="events">
      <h2 id="events">Latest steps</h2>
      {events.length === 0 ? <p>No dated step is recorded yet.</p> : null}
      <ol class="latest">
        {events.map((event) => (
          <li key={event.id} data-event={event.id}>
            <span class="when">{writtenDate({ date: event.occurredOn, precision: event.precision })}</span>{' '}
            {sentence(spoken(event.stage))}
            {event.outcome ? `, ${outcomeWord[event.outcome].toLowerCase()}` : ''}
            {event.body ? `, ${event.body}` : ''}:{' '}
            <a href={`/${event.motion}`}>{listedName({ ...event, precision: event.motionPrecision })}</a>{' '}
            <span class="who">{event.council.shortName}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Freshness({ publishedAt }: { publishedAt: number | null }): VNode {
  return (
    <section aria-labelledby="fresh">
      <h2 id="fresh">How fresh this is</h2>
      <p class="prose">
        Pages show the record as it is at this moment.{' '}
        {publishedAt === null
          ? 'No file of it is published yet.'
          : `The newest files were published on ${writtenInstant(new Date(publishedAt).toISOString())}.`}{' '}
        <a href="/data/">Download them</a>, or see{' '}
        <a href="/coverage">which councils were searched and when</a>: that no motion is here does not mean
        that a council said nothing.
      </p>
    </section>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
