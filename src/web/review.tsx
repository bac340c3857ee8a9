// The page of a review: what it is, its recommendations with what councils hold on each, and the councils
// with a motion on it.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { type CellSummary, matrixCells } from '../store/queries/matrix-cells.js';
import { type MatrixLabels, matrixLabels } from '../store/queries/matrix-labels.js';
import { type ReviewRecord, reviewRecord } from '../store/queries/review-record.js';
import type { Database } from '../store/tables.js';
import { cellTable } from './cell-table.js';
import { columnsOf } from './columns.js';
import { EmptyGroups } from './councils.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { Key } from './legend.js';
import { numberCaution } from './matrix.js';
import { compareAddress } from './question.js';
import { Elsewhere, Fact, RecordHead, Sources } from './record.js';
import type { PageTable } from './send.js';
import { Strip } from './strip.js';
import { heldPhrase, tallyOf, tallyPhrase } from './tally.js';
import { labelOf } from './view.js';
import { counted } from './wording.js';

/** What the page is made from. */
export interface ReviewReading {
  readonly review: ReviewRecord;
  readonly cells: readonly CellSummary[];
  readonly labels: MatrixLabels;
}

/** Reads the page with three statements; null where no review has the id. */
export async function readReview(db: Kysely<Database>, id: string): Promise<ReviewReading | null> {
  const review = await reviewRecord(db, id);
  if (!review) return null;
  const cells = await matrixCells(db, { review: id });
  const councils = [...new Set(cells.map(({ council }) => council))];
  const labels = await matrixLabels(db, { review: id, councils, clauses: [], motions: [] });
  return labels && { review, cells, labels };
}

/** The recommendations in their order, each with its cells. */
const rowsOf = ({ cells, labels }: Omit<ReviewReading, 'review'>) => {
  const byRecommendation = Map.groupBy(cells, ({ recommendation }) => recommendation);
  return [...labels.recommendations.values()].map((label) => ({
    label,
    cells: byRecommendation.get(label.id) ?? [],
  }));
};

/** Its cells as a table, one row for each recommendation and council. */
export function reviewTable({ review, cells, labels }: ReviewReading): PageTable {
  return cellTable(cells, ({ council, recommendation }) => ({
    review_id: review.id,
    recommendation_id: recommendation,
    recommendation_number: labelOf(labels.recommendations, recommendation).number,
    recommendation_title: labelOf(labels.recommendations, recommendation).title,
    council_id: council,
    council: labelOf(labels.councils, council).shortName,
  }));
}

/** The page’s content as plain data. */
export const reviewData = ({ review, cells: all, labels }: ReviewReading) => ({
  ...review,
  recommendations: rowsOf({ cells: all, labels }).map(({ label, cells }) => ({
    ...label,
    positions: cells.map(({ council, evidenceState, position }) => ({
      council,
      evidenceState,
      direction: position?.direction ?? null,
      basis: position?.basis ?? null,
    })),
  })),
});

/** The page. */
export function ReviewPage(reading: ReviewReading, contactUrl: string | undefined): VNode {
  const { review, cells, labels } = reading;
  const columns = columnsOf(cells);
  const named = { asOf: undefined, labels };
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
      <Recommendations {...reading} />
      <Holding {...reading} councils={columns.shown} />
      <EmptyGroups view={named} groups={columns.groups} heading="Councils without a motion on it" />
      <Sources sources={review.sources} />
    </Page>
  );
}

function Recommendations({ cells, labels }: ReviewReading): VNode {
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">Recommendations</h2>
      <Key count={labels.review.recommendationCount} isFolded />
      <ul class="listing">
        {rowsOf({ cells, labels }).map(({ label, cells: row }) => {
          const caution = numberCaution(label);
          return (
            <li key={label.id} data-recommendation={label.id}>
              {label.number ? `${label.number} ` : ''}
              <a href={`/${label.id}`}>{label.title}</a>{' '}
              {caution ? <span class="unverified">{caution}. </span> : null}
              <span class="who">{heldPhrase(row)}.</span>
              <Strip cells={row} name={label.slug} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

// More councils than this are counted here and named by the comparison.
const namedCouncils = 60;

function Holding(props: ReviewReading & { councils: readonly string[] }): VNode | null {
  const { cells, labels, review } = props;
  if (props.councils.length === 0) return null;
  const councils = props.councils.slice(0, namedCouncils);
  const rows = labels.recommendations.size;
  return (
    <section aria-labelledby="councils">
      <h2 id="councils">Councils with a motion on it</h2>
      <ul class="listing">
        {councils.map((council) => {
          const tally = tallyOf(cells, council);
          const held = tallyPhrase(tally, rows, labels.review.recommendationCount);
          return (
            <li key={council}>
              <a href={`/${council}`}>{labelOf(labels.councils, council).name}</a>{' '}
              <span class="who">{held ? `Position on ${held}.` : 'No position on any recommendation.'}</span>
            </li>
          );
        })}
      </ul>
      {councils.length < props.councils.length ? (
        <p>
          The first {namedCouncils} of {counted(props.councils.length, 'council')};{' '}
          <a href={compareAddress({ review: review.id })}>the comparison shows them all</a>.
        </p>
      ) : null}
    </section>
  );
}
