// The page of a recommendation: what it asks, which council said what of it with the evidence, and which
// have said nothing, each with which kind of nothing.
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { verification } from '../domain/vocabulary.js';
import type { Cell } from '../store/queries/comparison.js';
import { type RecommendationRecord, recommendationRecord } from '../store/queries/recommendation-record.js';
import type { Database } from '../store/tables.js';
import { columnsOf } from './columns.js';
import { EmptyGroups } from './councils.js';
import { londonCouncils, mapAreas } from './home-view.js';
import { Page } from './layout.js';
import { Key } from './legend.js';
import { LondonMap, type MapArea } from './map.js';
import { CellEvidence } from './panel.js';
import { Fact, RecordHead, Sources } from './record.js';
import { Strip } from './strip.js';
import { heldPhrase } from './tally.js';
import { Term } from './term.js';
import { labelOf, partOfView, type View } from './view.js';
import { counted } from './wording.js';

/** What the page is made from: the recommendation, and the comparison of every council on it. */
export interface RecommendationReading {
  readonly recommendation: RecommendationRecord;
  readonly view: View;
  /** London on it, for the map. */
  readonly areas: readonly MapArea[];
}

/** Reads the page with four statements; null where no recommendation has the id. */
export async function readRecommendation(
  db: Kysely<Database>,
  id: string,
): Promise<RecommendationReading | null> {
  const recommendation = await recommendationRecord(db, id);
  if (!recommendation) return null;
  const view = await partOfView(db, { review: recommendation.review, recommendations: [id] });
  if (!view) return null;
  return { recommendation, view, areas: mapAreas(await londonCouncils(db), view.comparison) };
}

/** The page’s content as plain data. */
export const recommendationData = ({ recommendation, view }: RecommendationReading) => ({
  ...recommendation,
  positions: cellsOf(view),
});

const cellsOf = (view: View): readonly Cell[] => view.comparison.rows.flatMap(({ cells }) => cells);

/** The page. */
export function RecommendationPage(
  { recommendation, view, areas }: RecommendationReading,
  contactUrl: string | undefined,
): VNode {
  const { title, summary, summaryStatus } = recommendation;
  const { review } = view.labels;
  const columns = columnsOf(view.comparison);
  const cells = columns.shown.flatMap(
    (council) => cellsOf(view).find((cell) => cell.council === council) ?? [],
  );
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
        <p>{countsOf(cellsOf(view))}</p>
        <Strip cells={cellsOf(view)} name="all" />
        {areas.length > 0 ? (
          <LondonMap areas={areas} about={`What London’s councils hold on “${title}”.`} />
        ) : null}
        <Key count={review.recommendationCount} isFolded />
        {cells.map((cell) => (
          <Said key={cell.council} view={view} cell={cell} />
        ))}
      </section>
      <EmptyGroups view={view} groups={columns.groups} heading="Councils without a motion on the review" />
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
function countsOf(cells: readonly Cell[]): string {
  const held = cells.filter(({ position }) => position !== null).length;
  return (
    `Of ${counted(cells.length, 'council')}, ${held} ${held === 1 ? 'holds' : 'hold'} a position. ` +
    `${heldPhrase(cells)}.`
  );
}
