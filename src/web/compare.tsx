// The page for comparing: the matrix of one review as it was asked for, what agrees, what is asked beyond the
// review, and the evidence of every cell.
import type { VNode } from 'preact';
import { summaryOf } from '../store/queries/matrix-cells.js';
import { AgreementTable } from './agreement-table.js';
import { Beyond } from './beyond.js';
import { type Columns, columnsOf } from './columns.js';
import { CompareForm } from './compare-form.js';
import { QuestionForms } from './compare-question.js';
import { CouncilSections, EmptyGroups } from './councils.js';
import { writtenDate } from './date.js';
import { Page } from './layout.js';
import { Glossary, Key } from './legend.js';
import { Matrix } from './matrix.js';
import { Panel } from './panel.js';
import { compareAddress } from './question.js';
import { sortedColumns } from './sorting.js';
import { type CompareView, labelOf } from './view.js';
import { counted, hasEvidence } from './wording.js';

interface PageParts {
  readonly view: CompareView;
  readonly contactUrl: string | undefined;
}

/** The page for a view. */
export function ComparePage({ view, contactUrl }: PageParts): VNode {
  const { review } = view.labels;
  const { groups, shown } = orderedColumns(view);
  const heading = `${headingOf(view)} ${review.shortName}`;
  return (
    <Page
      title={`${heading} · Open Motions`}
      description={`${review.title}: what each council resolved about each recommendation, with the clause and the source of every cell.`}
      contactUrl={contactUrl}
      current="/compare"
    >
      <h1>{heading}</h1>
      <p class="standfirst">{standfirst(view, { shown, groups })}</p>
      <CompareForm view={view} />
      <Key count={review.recommendationCount} isFolded />
      <Table view={view} councils={shown} />
      <Paging view={view} />
      <QuestionForms view={view} />
      <EmptyGroups view={view} groups={groups} heading="Councils without a column" />
      <AgreementTable view={view} councils={shown} />
      <Beyond view={view} councils={shown} />
      {shown.length > 0 ? <CouncilSections view={view} councils={shown} /> : null}
      <Glossary count={review.recommendationCount} />
      <Panels view={view} councils={shown} contactUrl={contactUrl} />
    </Page>
  );
}

/** The columns of the page in the order asked for. */
export function orderedColumns(view: CompareView): Columns {
  const { shown, groups } = columnsOf(
    view.comparison.rows.flatMap(({ cells }) => cells.map(summaryOf)),
    view.question.councils && view.comparison.councils,
  );
  return { shown: sortedColumns(view, shown, view.question.columns), groups };
}

/** The page before anything is recorded. */
export function EmptyComparePage({ contactUrl }: { contactUrl: string | undefined }): VNode {
  return (
    <Page
      title="Compare councils · Open Motions"
      description="What councils resolved about the recommendations of public reviews."
      contactUrl={contactUrl}
      current="/compare"
    >
      <h1>No review is recorded yet</h1>
      <p class="standfirst">
        The database holds no review to compare councils on. Import the seeds, then reload this page.
      </p>
    </Page>
  );
}

function headingOf({ question, labels }: CompareView): string {
  const { councils } = question;
  if (!councils || councils.length > 4) return 'What councils resolved about the';
  const names = councils.map((id) => labelOf(labels.councils, id).shortName);
  const last = names.pop() ?? '';
  return `${names.length > 0 ? `${names.join(', ')} and ` : ''}${last} on the`;
}

function Table({ view, councils }: { view: CompareView; councils: readonly string[] }): VNode {
  if (view.comparison.rows.length === 0) {
    return <p class="notice">{nothingLeft(view)}</p>;
  }
  if (councils.length > 0) return <Matrix view={view} councils={councils} />;
  return <p class="notice">No motion on this review is on the record{view.asOf ? ' of that day' : ''}.</p>;
}

function nothingLeft({ question }: CompareView): string {
  if (question.differencesOnly) return 'These councils differ on none of these recommendations.';
  return 'No recommendation is left by what was asked for. Take a condition away.';
}

function Paging({ view }: { view: CompareView }): VNode | null {
  const { page, pages } = view.asked;
  if (pages === 1) return null;
  const to = (number: number, text: string) => (
    <a href={compareAddress({ ...view.question, review: view.labels.review.id, page: number })}>{text}</a>
  );
  return (
    <nav class="paging" aria-label="Pages of councils">
      {page > 1 ? to(page - 1, 'Earlier councils') : null}
      <span>
        Councils by name, page {page} of {pages}
      </span>
      {page < pages ? to(page + 1, 'Further councils') : null}
    </nav>
  );
}

function Panels(props: PageParts & { councils: readonly string[] }): VNode | null {
  const { view, councils, contactUrl } = props;
  if (!view.isWhole) return null;
  const cells = view.comparison.rows.flatMap((row) =>
    row.cells.filter((cell) => councils.includes(cell.council) && hasEvidence(summaryOf(cell))),
  );
  return (
    <section class="panels" aria-labelledby="panels">
      <h2 id="panels">The evidence, cell by cell</h2>
      {cells.map((cell) => (
        <Panel key={`${cell.council} ${cell.recommendation}`} {...{ view, cell, contactUrl }} />
      ))}
    </section>
  );
}

// Counted from the cells, so that the sentence cannot say more than the table.
function standfirst({ comparison, labels, asOf, asked }: CompareView, columns: Columns): string {
  const { review } = labels;
  const holding = columns.shown.filter((council) =>
    comparison.rows.some(({ cells }) => cells.some((cell) => cell.council === council && cell.position)),
  ).length;
  const of = (state: string) => columns.groups.find((group) => group.state === state)?.councils.length ?? 0;
  const motionless = columns.shown.length - holding;
  const rows = comparison.rows.length;
  const parts = [
    `${agree(holding, 'holds', 'hold')} a position on ${holding > 0 ? 'at least one' : 'any'} of ` +
      (rows === review.recommendationCount
        ? `its ${rows} recommendations`
        : `the ${counted(rows, 'recommendation')} shown`),
    motionless > 0 ? `${agree(motionless, 'has', 'have')} none` : '',
    of('source_unavailable') > 0 ? `the papers of ${of('source_unavailable')} could not be read` : '',
    of('searched_none_found') > 0
      ? `for ${of('searched_none_found')} a search found no motion${asOf ? ' by that day' : ''}`
      : '',
    of('not_searched') > 0 ? `${agree(of('not_searched'), 'has', 'have')} not been searched` : '',
  ].filter(Boolean);
  const published = writtenDate({ date: review.publishedOn, precision: review.precision });
  const when = asOf ? `On the record of ${writtenDate({ date: asOf, precision: 'day' })}: of` : 'Of';
  const page = asked.pages > 1 ? ' on this page' : '';
  return (
    `${review.title}${published ? `, published ${published}` : ''}. ` +
    `${when} ${counted(comparison.councils.length, 'council')}${page}, ${parts.join('; ')}.`
  );
}

function agree(count: number, one: string, many: string): string {
  if (count === 0) return `none ${one}`;
  return `${count} ${count === 1 ? one : many}`;
}
