// What one council holds on each recommendation of a review, in the visual language of the matrix.
import type { VNode } from 'preact';
import type { CouncilRecord } from '../store/queries/council-record.js';
import type { CoverageRecord } from '../store/queries/coverage-list.js';
import { CellWords, cellMarks } from './cell.js';
import { SearchWords } from './coverage.js';
import { numberCaution } from './matrix.js';
import { tallyOf, tallyPhrase } from './tally.js';
import { labelOf, type View } from './view.js';
import { counted } from './wording.js';

/** The section for one review. */
export function Positions(props: {
  view: View;
  council: CouncilRecord;
  search: CoverageRecord | undefined;
}): VNode {
  const { view, council, search } = props;
  const { review } = view.labels;
  const { rows } = view.comparison;
  const tally = tallyPhrase(tallyOf(view.comparison, council.id), rows.length, review.recommendationCount);
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
          {rows.flatMap((row) => {
            const label = labelOf(view.labels.recommendations, row.recommendation);
            return row.cells.map((cell) => (
              <tr key={row.recommendation} data-recommendation={row.recommendation}>
                <th scope="row">
                  {label.number ? `${label.number} ` : ''}
                  <a href={`/${label.id}#${council.slug}`}>{label.title}</a>{' '}
                  <span class="unverified">{numberCaution(label)}</span>
                </th>
                <td {...cellMarks(cell)}>
                  <span class="entry shows">
                    <CellWords view={view} cell={cell} />
                  </span>
                </td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </section>
  );
}
