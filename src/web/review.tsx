// The page of a review: what it is, its recommendations with what councils hold on each, and the councils
// with a motion on it.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { type ReviewRecord, reviewRecord } from '../store/queries/review-record.js';
import type { Database } from '../store/tables.js';
import { columnsOf } from './columns.js';
import { EmptyGroups } from './councils.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { Key } from './legend.js';
import { numberCaution } from './matrix.js';
import { compareAddress } from './question.js';
import { Elsewhere, Fact, RecordHead, Sources } from './record.js';
import { Strip } from './strip.js';
import { heldPhrase, tallyOf, tallyPhrase } from './tally.js';
import { labelOf, partOfView, type View } from './view.js';

/** What the page is made from. */
export interface ReviewReading {
  readonly review: ReviewRecord;
  readonly view: View;
}

/** Reads the page with three statements; null where no review has the id. */
export async function readReview(db: Kysely<Database>, id: string): Promise<ReviewReading | null> {
  const review = await reviewRecord(db, id);
  const view = review && (await partOfView(db, { review: id }));
  return view && { review, view };
}

/** The page’s content as plain data. */
export const reviewData = ({ review, view }: ReviewReading) => ({
  ...review,
  recommendations: view.comparison.rows.map((row) => ({
    ...labelOf(view.labels.recommendations, row.recommendation),
    positions: row.cells.flatMap(({ council, evidenceState, position }) => ({
      council,
      evidenceState,
      direction: position?.direction ?? null,
      basis: position?.basis ?? null,
    })),
  })),
});

/** The page. */
export function ReviewPage({ review, view }: ReviewReading, contactUrl: string | undefined): VNode {
  const columns = columnsOf(view.comparison);
  return (
    <Page
      title={`${review.shortName} · Open Motions`}
      description={`${review.title}: its recommendations, and what councils resolved about each.`}
      contactUrl={contactUrl}
    >
      <RecordHead kicker="Review">{review.shortName}</RecordHead>
      <p class="standfirst">{review.title}.</p>
      {review.summary ? <p class="prose">{review.summary}</p> : null}
      <dl class="facts">
        <Fact name="Reviewer">{review.reviewer}</Fact>
        <Fact name="Commissioned by">{review.commissionedBy}</Fact>
        <Fact name="Published">{writtenDate({ date: review.publishedOn, precision: review.precision })}</Fact>
        <Fact name="Publisher">{review.publisher}</Fact>
        <Fact name="Recommendations it is said to make">{review.recommendationCount}</Fact>
        {review.url ? (
          <Fact name="Read it">
            <Elsewhere url={review.url} />
          </Fact>
        ) : null}
      </dl>
      <p>
        <a href={compareAddress({ review: review.id })}>Compare councils on it, cell by cell</a>
      </p>
      <Recommendations view={view} />
      <Holding view={view} councils={columns.shown} />
      <EmptyGroups view={view} groups={columns.groups} heading="Councils without a motion on it" />
      <Sources sources={review.sources} />
    </Page>
  );
}

function Recommendations({ view }: { view: View }): VNode {
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">Recommendations</h2>
      <Key count={view.labels.review.recommendationCount} isFolded />
      <ul class="listing">
        {view.comparison.rows.map((row) => {
          const label = labelOf(view.labels.recommendations, row.recommendation);
          const caution = numberCaution(label);
          return (
            <li key={label.id} data-recommendation={label.id}>
              {label.number ? `${label.number} ` : ''}
              <a href={`/${label.id}`}>{label.title}</a>{' '}
              {caution ? <span class="unverified">{caution}. </span> : null}
              <span class="who">{heldPhrase(row.cells)}.</span>
              <Strip cells={row.cells} name={label.slug} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Holding({ view, councils }: { view: View; councils: readonly string[] }): VNode | null {
  if (councils.length === 0) return null;
  const { comparison, labels } = view;
  return (
    <section aria-labelledby="councils">
      <h2 id="councils">Councils with a motion on it</h2>
      <ul class="listing">
        {councils.map((council) => {
          const tally = tallyOf(comparison, council);
          const held = tallyPhrase(tally, comparison.rows.length, labels.review.recommendationCount);
          return (
            <li key={council}>
              <a href={`/${council}`}>{labelOf(labels.councils, council).name}</a>{' '}
              <span class="who">{held ? `Position on ${held}.` : 'No position on any recommendation.'}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
