// What one comparison page shows: the cells by the position rule, and the words for every id in them, all
// read from one consistent state of the store.
import type { Kysely } from 'kysely';
import { type AskBeyond, asksBeyondReview } from '../store/queries/asks-beyond-review.js';
import {
  type Cell,
  type Comparison,
  type ComparisonQuestion,
  comparison,
} from '../store/queries/comparison.js';
import { type MatrixLabels, matrixLabels } from '../store/queries/matrix-labels.js';
import { type ListedReview, reviewList } from '../store/queries/review-list.js';
import type { Database } from '../store/tables.js';
import type { Question } from './question.js';
import { Refusal } from './refusal.js';

/** Everything a comparison page is made from. */
export interface View {
  readonly asOf: string | undefined;
  readonly reviews: readonly ListedReview[];
  readonly comparison: Comparison;
  readonly labels: MatrixLabels;
  readonly asks: readonly AskBeyond[];
}

/** Reads a page’s view with four statements; null where no review is recorded yet. */
export async function readView(db: Kysely<Database>, question: Question): Promise<View | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((state) => viewOf(state, question));
}

async function viewOf(db: Kysely<Database>, question: Question): Promise<View | null> {
  const reviews = await reviewList(db);
  const review = question.review ?? reviews[0]?.id;
  if (review === undefined) return null;
  const { asOf } = question;
  const answer = await comparison(db, { review, ...(asOf === undefined ? {} : { asOf }) });
  const labels = await matrixLabels(db, review);
  if (!answer || !labels) throw unknownReview(review, reviews);
  const motions = motionsIn(answer);
  const asks = (await asksBeyondReview(db, review)).filter((ask) => motions.has(ask.motion));
  return { asOf, reviews, comparison: answer, labels, asks };
}

/** A part of the comparison of a review with two statements, for a page that needs neither lists nor asks. */
export async function partOfView(db: Kysely<Database>, question: ComparisonQuestion): Promise<View | null> {
  const answer = await comparison(db, question);
  const labels = await matrixLabels(db, question.review);
  if (!answer || !labels) return null;
  return { asOf: question.asOf, reviews: [], comparison: answer, labels, asks: [] };
}

function unknownReview(review: string, reviews: readonly ListedReview[]): Refusal {
  const known = reviews.map(({ id }) => id).join(', ') || 'none yet';
  return new Refusal('NOT_FOUND', `No review has the id ${review}. Recorded reviews: ${known}.`);
}

/** The motions that the cells rest on or mention: those that existed on the day asked for. */
export function motionsIn({ rows }: Comparison): ReadonlySet<string> {
  const evidence = rows.flatMap(({ cells }) => cells.flatMap(evidenceOf));
  return new Set(evidence.map(({ motion }) => motion));
}

/** All evidence of a cell, of whatever weight. */
export function evidenceOf(cell: Cell): Cell['related'] {
  return [...(cell.position?.evidence ?? []), ...cell.proposed, ...cell.related, ...cell.suggested];
}

/** The label of an id that a comparison holds; labels and cells are read from one state of the store. */
export function labelOf<T>(labels: ReadonlyMap<string, T>, id: string): T {
  const label = labels.get(id);
  if (label === undefined) throw new Error(`no label was read for ${id}`);
  return label;
}
