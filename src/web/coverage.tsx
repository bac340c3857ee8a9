// Which councils were searched for what, when, how and with what result, and how to add what is missing.
import type { VNode } from 'preact';
import { coverageResult, spoken } from '../domain/vocabulary.js';
import type { CoverageRecord } from '../store/queries/coverage-list.js';
import type { SourceLabel } from '../store/queries/matrix-labels.js';
import { writtenDate } from './date.js';
import { ReportError } from './foot.js';
import { Page } from './layout.js';
import { Shown } from './record.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';
import { counted } from './wording.js';

/** The page. */
export function CoveragePage(props: {
  coverage: readonly CoverageRecord[];
  contactUrl: string | undefined;
}): VNode {
  const byReview = [...Map.groupBy(props.coverage, ({ review }) => review.id).values()];
  return (
    <Page
      title="Which councils were searched · Open Motions"
      description="For each review, which councils’ papers were searched, when, how and with what result."
      contactUrl={props.contactUrl}
      current="/coverage"
    >
      <h1>Which councils were searched</h1>
      <p class="standfirst">
        That no motion of a council is here does not mean that it said nothing. For each council it is
        recorded what was looked for, when and how, so that a gap is not read as a silence.
      </p>
      {byReview.length === 0 ? <p class="notice">No search is recorded yet.</p> : null}
      {byReview.map((searches) => (
        <ReviewCoverage key={searches[0]?.review.id} searches={searches} />
      ))}
      <section aria-labelledby="missing" class="prose">
        <h2 id="missing">What is missing, and how to add it</h2>
        <p>
          A motion that is not here can be added from its text or its minutes. Say which council it was, on
          which day, and where it can be read. <ReportError contactUrl={props.contactUrl} />
        </p>
        <p>
          Whoever runs a copy adds it as a file: a council’s paper goes in as text or as a saved page, a
          search as a row of the curated tables. What a program reads in it stays a suggestion until a person
          has checked it.
        </p>
      </section>
    </Page>
  );
}

function ReviewCoverage({ searches }: { searches: readonly CoverageRecord[] }): VNode {
  const [first] = searches;
  const shared = first?.sources.filter((source) => searches.every((each) => isShown(each, source))) ?? [];
  return (
    <section aria-labelledby={first?.review.id}>
      <h2 id={first?.review.id}>
        <a href={`/${first?.review.id}`}>{first?.review.shortName}</a>
      </h2>
      <p>
        {coverageResult.values
          .map((word) => [word, searches.filter(({ result }) => result === word).length] as const)
          .filter(([, count]) => count > 0)
          .map(([word, count]) => `${counted(count, 'council')}: ${spoken(word)}`)
          .join('; ')}
        . <Shown sources={shared} lead="All shown by" />
      </p>
      <dl class="words">
        {searches.map((search) => (
          <div key={search.id} data-coverage={search.id}>
            <dt>
              <a href={`/${search.council.id}`}>{search.council.shortName}</a>
            </dt>
            <dd>
              <SearchWords search={search} except={shared} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isShown = (search: CoverageRecord, source: SourceLabel) =>
  search.sources.some(({ id }) => id === source.id);

/** The result of one search, with its day, its way and what shows it, except what the page says once. */
export function SearchWords(props: { search: CoverageRecord; except?: readonly SourceLabel[] }): VNode {
  const { search, except = [] } = props;
  const sources = search.sources.filter((source) => !except.some(({ id }) => id === source.id));
  const date = writtenDate({ date: search.searchedOn, precision: search.precision });
  const how = [date ? `searched ${date}` : null, search.method].filter(Boolean).join(', ');
  return (
    <span>
      <Term list={coverageResult} word={search.result}>
        {coverageResult.meaning[search.result]}
      </Term>{' '}
      <span class="who">
        {how ? `${how.charAt(0).toUpperCase()}${how.slice(1)}.` : ''} {search.note}{' '}
        <Shown sources={sources} lead="Shown by" />
      </span>
    </span>
  );
}

/** The searches as a table, one row each. */
export function coverageTable(coverage: readonly CoverageRecord[]): PageTable {
  const columns = ['id', 'council_id', 'review_id', 'result', 'searched_on', 'precision', 'method', 'note'];
  const rows = coverage.map(({ id, council, review, result, searchedOn, precision, method, note }) => ({
    ...{ id, council_id: council.id, review_id: review.id, result },
    ...{ searched_on: searchedOn, precision, method, note },
  }));
  return { columns, rows };
}
