// The page of a recommendation: what it asks, which council said what of it with the evidence, and which
// have said nothing, each with which kind of nothing.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { verification } from '../domain/vocabulary.js';
import type { Cell } from '../store/queries/comparison.js';
import { type CellSummary, matrixCells } from '../store/queries/matrix-cells.js';
import { type RecommendationRecord, recommendationRecord } from '../store/queries/recommendation-record.js';
import type { Database } from '../store/tables.js';
import { cellTable } from './cell-table.js';
import { columnsOf } from './columns.js';
import { EmptyGroups } from './councils.js';
import { londonCouncils, mapAreas } from './home-view.js';
import { Page } from './layout.js';
import { Key } from './legend.js';
import { LondonMap, type MapArea } from './map.js';
import { CellEvidence } from './panel.js';
import { readPage } from './question.js';
import { Fact, RecordHead, Sources } from './record.js';
import type { PageTable } from './send.js';
import { Strip } from './strip.js';
import { heldPhrase } from './tally.js';
import { Term } from './term.js';
import { labelOf, partOfView, printedReadings, type View } from './view.js';
import { counted } from './wording.js';

/** What the page is made from: the recommendation, and the comparison of every council on it. */
export interface RecommendationReading {
  readonly recommendation: RecommendationRecord;
  /** What every council that was searched holds on it. */
  readonly cells: readonly CellSummary[];
  /** The evidence of the councils on this page. */
  readonly view: View;
  readonly page: number;
  /** London on it, for the map. */
  readonly areas: readonly MapArea[];
}

const councilsOfPage = 33;
/** About as much evidence as a page can hold and a person read. */
const readingsOfPage = 330;

/** Reads the page with five statements; null where no recommendation has the id. */
export async function readRecommendation(
  db: Kysely<Database>,
  id: string,
  query: Readonly<Record<string, unknown>>,
): Promise<RecommendationReading | null> {
  const page = readPage(query);
  const recommendation = await recommendationRecord(db, id);
  if (!recommendation) return null;
  const { review } = recommendation;
  const cells = await matrixCells(db, { recommendation: id });
  const parts = partsOf(cells);
  const view = await partOfView(
    db,
    { review, recommendations: [id], councils: parts[page - 1] ?? [] },
    { isWhole: true, named: cells.map(({ council }) => council) },
  );
  return view && { recommendation, cells, view, page, areas: mapAreas(await londonCouncils(db), cells) };
}

// The councils that say something, in pages of so many councils or so much evidence.
function partsOf(cells: readonly CellSummary[]): readonly (readonly string[])[] {
  const byCouncil = new Map(cells.map((cell) => [cell.council, cell]));
  const parts: string[][] = [];
  let readings = readingsOfPage;
  for (const council of columnsOf(cells).shown) {
    const { counts } = byCouncil.get(council) as CellSummary;
    const own = Object.values(counts).reduce((sum, count) => sum + Math.min(count, printedReadings), 0);
    const last = parts.at(-1);
    if (!last || last.length === councilsOfPage || readings + own > readingsOfPage) {
      parts.push([council]);
      readings = own;
    } else {
      last.push(council);
      readings += own;
    }
  }
  return parts;
}

/** The page’s content as plain data. */
export const recommendationData = ({ recommendation, cells, view, page }: RecommendationReading) => ({
  ...recommendation,
  page,
  pages: partsOf(cells).length,
  positions: cells,
  evidence: view.comparison.rows.flatMap((row) => row.cells),
});

/** What every council holds on it, one row each. */
export function recommendationTable({ recommendation, cells, view }: RecommendationReading): PageTable {
  return cellTable(cells, ({ council }) => ({
    recommendation_id: recommendation.id,
    council_id: council,
    council: labelOf(view.labels.councils, council).shortName,
  }));
}

/** The page. */
export function RecommendationPage(
  { recommendation, cells: all, view, page, areas }: RecommendationReading,
  contactUrl: string | undefined,
): VNode {
  const { title, summary, summaryStatus } = recommendation;
  const { review } = view.labels;
  const { groups, shown } = columnsOf(all);
  const parts = partsOf(all);
  const cells = view.comparison.rows.flatMap((row) => row.cells);
  const earlier = parts.slice(0, page - 1).flat().length;
  return (
    <Page
      title={`${title} · ${review.shortName} · Open Motions`}
      description={`What councils resolved about “${title}”, a recommendation of the ${review.shortName}.`}
      contactUrl={contactUrl}
    >
      <RecordHead
        kicker={
          <>
            Recommendation of the <a href={`/${review.id}`}>{review.shortName}</a>
          </>
        }
      >
        {title}
      </RecordHead>
      <p class="standfirst">
        {summary ?? 'No summary is written yet.'}
        {summaryStatus === 'unverified' ? (
          <span class="unverified"> This content is not verified.</span>
        ) : null}
      </p>
      <RecommendationFacts recommendation={recommendation} />
      <section aria-labelledby="said">
        <h2 id="said">Who said what</h2>
        <p>{countsOf(all)}</p>
        <Strip cells={all} name="all" />
        {areas.length > 0 ? (
          <LondonMap areas={areas} about={`What London’s councils hold on “${title}”.`} />
        ) : null}
        <Key count={review.recommendationCount} isFolded />
        {cells.map((cell) => (
          <Said key={cell.council} view={view} cell={cell} />
        ))}
        {parts.length > 1 ? (
          <nav class="pages" aria-label="Pages of councils">
            {page > 1 ? (
              <a href={`/${recommendation.id}${page > 2 ? `?page=${page - 1}` : ''}#said`} rel="prev">
                ← Previous
              </a>
            ) : null}
            <span>
              {earlier + 1} to {earlier + cells.length} of {counted(shown.length, 'council')} with a motion on
              the review
            </span>
            {page < parts.length ? (
              <a href={`/${recommendation.id}?page=${page + 1}#said`} rel="next">
                Next →
              </a>
            ) : null}
          </nav>
        ) : null}
      </section>
      <EmptyGroups view={view} groups={groups} heading="Councils without a motion on the review" />
      <Sources sources={recommendation.sources} />
    </Page>
  );
}

function RecommendationFacts({ recommendation }: { recommendation: RecommendationRecord }): VNode {
  const { number, numberStatus, summaryStatus, groupName, addressees, themes } = recommendation;
  return (
    <dl class="facts">
      <Fact name="Number">
        {number}{' '}
        <Term list={verification} word={numberStatus}>
          {numberStatus === 'unverified' ? 'order not verified' : verification.meaning[numberStatus]}
        </Term>
      </Fact>
      <Fact name="Content">
        <Term list={verification} word={summaryStatus}>
          {verification.meaning[summaryStatus]}
        </Term>
      </Fact>
      <Fact name="Group">{groupName}</Fact>
      <Fact name="Addressed to">{addressees.join('; ')}</Fact>
      <Fact name="Themes">{themes.join(', ')}</Fact>
    </dl>
  );
}

function Said({ view, cell }: { view: View; cell: Cell }): VNode {
  const { id, name, slug } = labelOf(view.labels.councils, cell.council);
  return (
    <article class="said" id={slug} data-council={id} data-state={cell.evidenceState}>
      <h3>
        <a href={`/${id}`}>{name}</a>
      </h3>
      <CellEvidence view={view} cell={cell} />
    </article>
  );
}

// Counts, never a ranking.
function countsOf(cells: readonly CellSummary[]): string {
  const held = cells.filter(({ position }) => position !== null).length;
  return (
    `Of ${counted(cells.length, 'council')}, ${held} ${held === 1 ? 'holds' : 'hold'} a position. ` +
    `${heldPhrase(cells)}.`
  );
}
