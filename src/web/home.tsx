// The first page: what this record is, the matrix of one review, and the evidence of every cell.
import type { VNode } from 'preact';
import { type Columns, columnsOf } from './columns.js';
import { CouncilSections, EmptyGroups } from './councils.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { Glossary, Key } from './legend.js';
import { Matrix } from './matrix.js';
import { Panel } from './panel.js';
import type { View } from './view.js';
import { counted, hasEvidence } from './wording.js';

const what =
  'Open Motions is the linked, open record of what UK councils resolved about public reviews. ' +
  'Everything it says of a council leads to a clause of a motion and to the source it was read in.';

/** The page for a view. */
export function HomePage({ view, contactUrl }: { view: View; contactUrl: string | undefined }): VNode {
  const { review } = view.labels;
  const columns = columnsOf(view.comparison);
  const cells = view.comparison.rows.flatMap((row) => row.cells.filter(hasEvidence));
  return (
    <Page
      title={`What councils resolved about the ${review.shortName} · Open Motions`}
      description={what}
      contactUrl={contactUrl}
      current="/"
    >
      <div class="opening">
        <h1>What councils resolved about the {review.shortName}</h1>
        <p class="standfirst">{standfirst(view, columns)}</p>
        <div class="aside">
          <p class="what">{what}</p>
          <QuestionForm view={view} />
        </div>
      </div>
      {columns.shown.length > 0 ? (
        <>
          <Key count={review.recommendationCount} />
          <Matrix view={view} councils={columns.shown} />
        </>
      ) : (
        <p class="notice">No motion on this review is on the record{view.asOf ? ' of that day' : ''}.</p>
      )}
      <EmptyGroups view={view} groups={columns.groups} heading="Councils without a column" />
      {columns.shown.length > 0 ? <CouncilSections view={view} councils={columns.shown} /> : null}
      <Glossary count={review.recommendationCount} />
      <section class="panels" aria-labelledby="panels">
        <h2 id="panels">The evidence, cell by cell</h2>
        {cells.map((cell) => (
          <Panel key={`${cell.council} ${cell.recommendation}`} {...{ view, cell, contactUrl }} />
        ))}
      </section>
    </Page>
  );
}

/** The page before anything is recorded. */
export function EmptyHomePage({ contactUrl }: { contactUrl: string | undefined }): VNode {
  return (
    <Page title="Open Motions" description={what} contactUrl={contactUrl} current="/">
      <p class="what">{what}</p>
      <h1>No review is recorded yet</h1>
      <p class="standfirst">
        The database holds no review to compare councils on. Import the seeds, then reload this page.
      </p>
    </Page>
  );
}

// Counted from the cells, so that the sentence cannot say more than the table.
function standfirst({ comparison, labels, asOf }: View, columns: Columns): string {
  const { review } = labels;
  const holding = columns.shown.filter((council) =>
    comparison.rows.some(({ cells }) => cells.some((cell) => cell.council === council && cell.position)),
  ).length;
  const of = (state: string) => columns.groups.find((group) => group.state === state)?.councils.length ?? 0;
  const motionless = columns.shown.length - holding;
  const parts = [
    `${agree(holding, 'holds', 'hold')} a position on ${holding > 0 ? 'at least one' : 'any'} of ` +
      `its ${review.recommendationCount ?? ''} recommendations`,
    motionless > 0 ? `${agree(motionless, 'has', 'have')} a motion on it that gives none` : '',
    of('source_unavailable') > 0 ? `the papers of ${of('source_unavailable')} could not be read` : '',
    of('searched_none_found') > 0
      ? `for ${of('searched_none_found')} a search found no motion${asOf ? ' by that day' : ''}`
      : '',
    of('not_searched') > 0 ? `${agree(of('not_searched'), 'has', 'have')} not been searched` : '',
  ].filter(Boolean);
  const published = writtenDate({ date: review.publishedOn, precision: review.precision });
  const when = asOf ? `On the record of ${writtenDate({ date: asOf, precision: 'day' })}: of` : 'Of';
  return (
    `${review.title}${published ? `, published ${published}` : ''}. ` +
    `${when} ${counted(comparison.councils.length, 'council')}, ${parts.join('; ')}.`
  );
}

function agree(count: number, one: string, many: string): string {
  if (count === 0) return `none ${one}`;
  return `${count} ${count === 1 ? one : many}`;
}

function QuestionForm({ view }: { view: View }): VNode {
  return (
    <form class="question" method="get" action="/">
      {view.reviews.length > 1 ? (
        <label>
          Review{' '}
          <select name="review">
            {view.reviews.map(({ id, shortName, title }) => (
              <option key={id} value={id} selected={id === view.labels.review.id} title={title}>
                {shortName}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        As it stood on <input type="date" name="asOf" value={view.asOf ?? ''} />
      </label>
      <button type="submit">Show</button>
      {view.asOf ? <a href="/">Show everything recorded</a> : null}
    </form>
  );
}
