// The matrix of a review: a row for each recommendation, a column for each council with a motion on it.
import type { VNode } from 'preact';
import type { Comparison } from '../store/queries/comparison.js';
import type { RecommendationLabel } from '../store/queries/matrix-labels.js';
import { MatrixCell } from './cell.js';
import { tallyOf, tallyPhrase } from './tally.js';
import { labelOf, type View } from './view.js';

type Row = Comparison['rows'][number];

// So few columns have room for the clause that each position rests on.
const sideBySide = 4;

/** The table, with the councils given as its columns. */
export function Matrix({ view, councils }: { view: View; councils: readonly string[] }): VNode {
  const { review } = view.labels;
  const groups = groupedRows(view);
  return (
    // A region that scrolls must be reachable by keyboard.
    <section class="matrix" aria-label="Table of positions" tabindex={0}>
      <table class="positions" {...(councils.length <= sideBySide ? { 'data-wide': 'true' } : {})}>
        <caption>
          Recommendations of the {review.shortName}, and what each council resolved about them. Open a cell to
          read its clauses and sources.
        </caption>
        <thead>
          <tr>
            <th scope="col" class="row-title">
              Recommendation
            </th>
            {councils.map((council) => (
              <CouncilHead key={council} view={view} council={council} />
            ))}
          </tr>
        </thead>
        {groups.map(([group, rows]) => (
          <tbody key={group}>
            {group ? (
              <tr class="group">
                <th scope="rowgroup" colspan={councils.length + 1}>
                  {group}
                </th>
              </tr>
            ) : null}
            {rows.map((row) => (
              <MatrixRow key={row.recommendation} view={view} row={row} councils={councils} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function CouncilHead({ view, council }: { view: View; council: string }): VNode {
  const { comparison, labels } = view;
  const tally = tallyPhrase(
    tallyOf(
      comparison.rows.flatMap(({ cells }) => cells),
      council,
    ),
    comparison.rows.length,
    labels.review.recommendationCount,
  );
  const { shortName, slug } = labelOf(labels.councils, council);
  return (
    <th scope="col" class="council-head">
      <a class="council-link" href={`#about-${slug}`}>
        {shortName}
      </a>{' '}
      <span class="tally">{tally ?? 'no position'}</span>
    </th>
  );
}

function MatrixRow({ view, row, councils }: { view: View; row: Row; councils: readonly string[] }): VNode {
  const recommendation = labelOf(view.labels.recommendations, row.recommendation);
  const cells = councils.flatMap((council) => row.cells.find((cell) => cell.council === council) ?? []);
  return (
    <tr id={recommendation.slug} data-recommendation={recommendation.id}>
      <th scope="row">
        <span class="row-head">
          <span class="number">{recommendation.number ?? '–'}</span>
          <span>
            <a href={`/${recommendation.id}`}>{recommendation.title}</a>{' '}
            <span class="unverified">{numberCaution(recommendation)}</span>
          </span>
        </span>
      </th>
      {cells.map((cell) => (
        <MatrixCell key={cell.council} view={view} cell={cell} isWide={councils.length <= sideBySide} />
      ))}
    </tr>
  );
}

/** What a reader must know before quoting the number; an order nobody has confirmed is never printed bare. */
export function numberCaution({
  number,
  numberStatus,
}: Pick<RecommendationLabel, 'number' | 'numberStatus'>): string | null {
  if (number === null) return 'number not known';
  return numberStatus === 'unverified' ? 'order not verified' : null;
}

// Consecutive rows of one group; a group that unverified numbers tear apart is headed again.
function groupedRows(view: View): [string, Row[]][] {
  const groups: [string, Row[]][] = [];
  for (const row of view.comparison.rows) {
    const name = labelOf(view.labels.recommendations, row.recommendation).groupName ?? '';
    const last = groups.at(-1);
    if (last?.[0] === name) last[1].push(row);
    else groups.push([name, [row]]);
  }
  return groups;
}
