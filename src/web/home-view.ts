// What the first page shows, read from one consistent state of the store.
import type { Kysely } from 'kysely';
import { compareChoices, type RecommendationChoice } from '../store/queries/compare-choices.js';
import { comparison } from '../store/queries/comparison.js';
import { type CouncilOfCode, councilsByGss } from '../store/queries/councils-by-gss.js';
import { type LatestEvent, latestEvents } from '../store/queries/latest-events.js';
import { type LatestMotion, latestMotions } from '../store/queries/latest-motions.js';
import { type CellSummary, matrixCells, summaryOf } from '../store/queries/matrix-cells.js';
import { type ListedReview, reviewList } from '../store/queries/review-list.js';
import type { Database } from '../store/tables.js';
import { london } from './london.js';
import type { MapArea } from './map.js';
import { overallOf } from './overall.js';
import type { Question } from './question.js';
import { Refusal } from './refusal.js';

/** Everything the first page is made from. */
export interface HomeView {
  readonly asOf: string | undefined;
  readonly reviews: readonly ListedReview[];
  readonly review: ListedReview | null;
  readonly recommendations: readonly RecommendationChoice[];
  /** The recommendation that the map is of; null where it is of the whole review. */
  readonly recommendation: RecommendationChoice | null;
  readonly areas: readonly MapArea[];
  readonly motions: readonly LatestMotion[];
  readonly events: readonly LatestEvent[];
}

const newest = 8;

/** Reads the first page with six statements; of the map, the councils that are recorded. */
export async function readHome(db: Kysely<Database>, question: Question): Promise<HomeView> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((state) => homeOf(state, question));
}

async function homeOf(db: Kysely<Database>, question: Question): Promise<HomeView> {
  const reviews = await reviewList(db);
  const review = reviews.find(({ id }) => id === (question.review ?? reviews[0]?.id)) ?? null;
  if (question.review && !review) {
    throw new Refusal('NOT_FOUND', `No review has the id ${question.review}.`);
  }
  const choices = review ? (await compareChoices(db, review.id)).recommendations : [];
  const [asked] = question.recommendations ?? [];
  const recommendation = choices.find(({ id }) => id === asked) ?? null;
  if (asked && !recommendation) {
    throw new Refusal('NOT_FOUND', `${review?.shortName ?? 'No review'} has no recommendation ${asked}.`);
  }
  return {
    asOf: question.asOf,
    reviews,
    review,
    recommendations: choices,
    recommendation,
    areas: review ? await areasOf(db, review.id, recommendation?.id, question.asOf) : [],
    motions: await latestMotions(db, newest),
    events: await latestEvents(db, null, newest),
  };
}

async function areasOf(
  db: Kysely<Database>,
  review: string,
  recommendation: string | undefined,
  asOf: string | undefined,
): Promise<readonly MapArea[]> {
  const councils = await londonCouncils(db);
  const ids = councils.map(({ id }) => id);
  // What is held now was derived when it was written; a day of the past is derived when it is asked for.
  const cells =
    asOf === undefined
      ? await matrixCells(db, { review, councils: ids })
      : ((await comparison(db, { review, councils: ids, asOf }))?.rows ?? []).flatMap((row) =>
          row.cells.map(summaryOf),
        );
  const meant = recommendation ? cells.filter((cell) => cell.recommendation === recommendation) : cells;
  return mapAreas(councils, meant);
}

/** The recorded councils that the map of London has an area for. */
export function londonCouncils(db: Kysely<Database>): Promise<readonly CouncilOfCode[]> {
  return councilsByGss(
    db,
    london.areas.map(({ gss_code }) => gss_code),
  );
}

/** What the map shows of each of these councils that any of the cells is of. */
export function mapAreas(councils: readonly CouncilOfCode[], cells: readonly CellSummary[]): MapArea[] {
  const areas = new Map(london.areas.map((area) => [area.gss_code, area]));
  const byCouncil = Map.groupBy(cells, ({ council }) => council);
  return councils.flatMap((council) => {
    const area = areas.get(council.gssCode);
    const own = byCouncil.get(council.id);
    return area && own ? [{ area, council, overall: overallOf(own) }] : [];
  });
}
