// Which councils were searched for what, when, how and with what result, and how to add what is missing.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { coverageResult, spoken } from '../domain/vocabulary.js';
import {
  type CoverageCount,
  type CoverageRecord,
  coverageCounts,
  coverageList,
} from '../store/queries/coverage-list.js';
import type { SourceLabel } from '../store/queries/matrix-labels.js';
import type { Database } from '../store/tables.js';
import { writtenDate } from './date.js';
import { ReportError } from './foot.js';
import { Page } from './layout.js';
import { single } from './question.js';
import { Shown } from './record.js';
import { Refusal } from './refusal.js';
import type { PageTable } from './send.js';
import { Term } from './term.js';
import { counted } from './wording.js';

/** What the page is made from: every review by counts, and the searches for those that it tells in full. */
export interface CoverageReading {
  readonly reviews: readonly CoverageCount[];
  readonly searches: readonly CoverageRecord[];
}

// Searches for more reviews than this are told review by review.
const reviewsOfPage = 3;

/** Reads the page with two statements: the review asked for, all where they are few, else the newest. */
export async function readCoverage(
  db: Kysely<Database>,
  query: Readonly<Record<string, unknown>>,
): Promise<CoverageReading> {
  const asked = single(query, 'review');
  const reviews = await coverageCounts(db);
  const known = reviews.map(({ review }) => review.id);
  if (asked !== undefined && !known.includes(asked)) {
    throw new Refusal('NOT_FOUND', `No search is recorded for a review with the id ${asked}.`);
  }
  const first = known.length > reviewsOfPage ? known.slice(0, 1) : known;
  return { reviews, searches: await coverageList(db, null, asked === undefined ? first : [asked]) };
}

/** The page. */
export function CoveragePage({
  reading,
  contactUrl,
}: {
  reading: CoverageReading;
  contactUrl: string | undefined;
}): VNode {
  const { reviews, searches } = reading;
  const byReview = [...Map.groupBy(searches, ({ review }) => review.id).values()];
  return (
    <Page
      title="Which councils were searched · Open Motions"
      description="For each review, which councils’ papers were searched, when, how and with what result."
      contactUrl={contactUrl}
      current="/coverage"
    >
      <h1>Which councils were searched</h1>
      <p class="standfirst">
        That no motion of a council is here does not mean that it said nothing. For each council it is
        recorded what was looked for, when and how, so that a gap is not read as a silence.
      </p>
      {byReview.length === 0 ? <p class="notice">No search is recorded yet.</p> : null}
      {byReview.map((group) => (
        <ReviewCoverage key={group[0]?.review.id} searches={group} />
      ))}
      {byReview.length < reviews.length ? <ReviewTable reviews={reviews} /> : null}
      <section aria-labelledby="missing" class="prose">
        <h2 id="missing">What is missing, and how to add it</h2>
        <p>
          A motion that is not here can be added from its text or its minutes. Say which council it was, on
          which day, and where it can be read. <ReportError contactUrl={contactUrl} />
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

function ReviewTable({ reviews }: { reviews: readonly CoverageCount[] }): VNode {
  const words = coverageResult.values;
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">Every review</h2>
      <section class="scroll" aria-label="Searches by review and result" tabindex={0}>
        <table class="counts">
          <thead>
            <tr>
              <th scope="col">Councils</th>
              {words.map((word) => (
                <th key={word} scope="col">
                  <Term list={coverageResult} word={word}>
                    {spoken(word)}
                  </Term>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ review, counts }) => (
              <tr key={review.id} data-review={review.id}>
                <th scope="row">
                  <a href={`/coverage?review=${review.id}`}>{review.shortName}</a>
                </th>
                {words.map((word) => (
                  <td key={word}>{counts[word] ?? <span class="empty">none</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
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
