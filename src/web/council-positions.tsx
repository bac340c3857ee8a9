// What one council holds on each recommendation of a review, in the visual language of the matrix. Reviews on
// which nothing of it is recorded are told in a line, so that what it did say is not lost among them.
import type { VNode } from 'preact';
import type { CouncilReview } from '../store/queries/council-positions.js';
import type { CouncilRecord } from '../store/queries/council-record.js';
import type { CoverageRecord } from '../store/queries/coverage-list.js';
import type { CellSummary } from '../store/queries/matrix-cells.js';
import { CellWords, cellMarks } from './cell.js';
import { SearchWords } from './coverage.js';
import { numberCaution } from './matrix.js';
import { compareAddress } from './question.js';
import { tallyOf, tallyPhrase } from './tally.js';
import { counted, hasEvidence } from './wording.js';

interface Props {
  readonly council: CouncilRecord;
  readonly reviews: readonly CouncilReview[];
  readonly cells: readonly CellSummary[];
  readonly coverage: readonly CoverageRecord[];
}

// With more reviews than this, those without anything to show need no table of their own.
const tablesAtLeast = 3;

/** A section for each review, and one line for each on which nothing is recorded. */
export function Positions({ council, reviews, cells, coverage }: Props): VNode {
  const ofReview = (review: CouncilReview) => {
    const ids = new Set(review.recommendations.map(({ id }) => id));
    return cells.filter(({ recommendation }) => ids.has(recommendation));
  };
  const isTold = (review: CouncilReview) =>
    reviews.length <= tablesAtLeast || ofReview(review).some((cell) => hasEvidence(cell));
  const searchOf = (review: CouncilReview) => coverage.find((each) => each.review.id === review.id);
  const quiet = reviews.filter((review) => !isTold(review));
  return (
    <>
      {reviews.filter(isTold).map((review) => (
        <OnReview
          key={review.id}
          {...{ council, review, cells: ofReview(review), search: searchOf(review) }}
        />
      ))}
      {quiet.length > 0 ? (
        <section aria-labelledby="quiet">
          <h2 id="quiet">Reviews on which nothing of it is recorded</h2>
          <ul class="listing">
            {quiet.map((review) => {
              const search = searchOf(review);
              return (
                <li key={review.id}>
                  <a href={`/${review.id}`}>{review.shortName}</a>{' '}
                  <span class="who">
                    {search ? <SearchWords search={search} /> : 'No search is recorded.'}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function OnReview(props: {
  council: CouncilRecord;
  review: CouncilReview;
  cells: readonly CellSummary[];
  search: CoverageRecord | undefined;
}): VNode {
  const { council, review, cells, search } = props;
  const rows = review.recommendations;
  const tally = tallyPhrase(tallyOf(cells, council.id), rows.length, review.recommendationCount);
  return (
    <section aria-labelledby={review.slug}>
      <h2 id={review.slug}>
        On the <a href={`/${review.id}`}>{review.shortName}</a>
      </h2>
      <p>
        {tally ? `Position on ${tally}.` : `No position on any of ${counted(rows.length, 'recommendation')}.`}{' '}
        {search ? <SearchWords search={search} /> : 'No search is recorded.'}
      </p>
      <table class="stances">
        <caption>What it holds on each recommendation, or which kind of empty it is</caption>
        <thead>
          <tr>
            <th scope="col">Recommendation</th>
            <th scope="col">{council.shortName}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((label) =>
            cells
              .filter(({ recommendation }) => recommendation === label.id)
              .map((cell) => (
                <tr key={label.id} data-recommendation={label.id}>
                  <th scope="row">
                    {label.number ? `${label.number} ` : ''}
                    <a href={evidenceAddress(review, label.id, council)}>{label.title}</a>{' '}
                    <span class="unverified">{numberCaution(label)}</span>
                  </th>
                  <td {...cellMarks(cell)}>
                    <span class="entry shows">
                      <CellWords count={review.recommendationCount} cell={cell} />
                    </span>
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </section>
  );
}

// The comparison of this one cell, which prints all that it rests on.
function evidenceAddress(review: CouncilReview, recommendation: string, council: CouncilRecord): string {
  return compareAddress({ review: review.id, councils: [council.id], recommendations: [recommendation] });
}
