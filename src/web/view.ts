// What one comparison page shows: the cells by the position rule, and the words for every id in them, all
// read from one consistent state of the store.
import type { Kysely } from 'kysely';
import { type AskBeyond, asksBeyondReview } from '../store/queries/asks-beyond-review.js';
import { type CompareChoices, compareChoices } from '../store/queries/compare-choices.js';
import {
  type Cell,
  type Comparison,
  type ComparisonQuestion,
  comparison,
} from '../store/queries/comparison.js';
import { type MatrixLabels, matrixLabels } from '../store/queries/matrix-labels.js';
import { type ListedReview, reviewList } from '../store/queries/review-list.js';
import type { Database } from '../store/tables.js';
import { type Asked, askedOf } from './asked.js';
import type { Question } from './question.js';
import { Refusal } from './refusal.js';
import { sortedRows } from './sorting.js';
import { isOwnWord } from './wording.js';

/** The cells of a comparison and the words for every id in them. */
export interface View {
  readonly asOf: string | undefined;
  readonly comparison: Comparison;
  readonly labels: MatrixLabels;
  /** Whether the evidence of each cell stands on the page; else a cell leads to a page of its own. */
  readonly isWhole: boolean;
}

/** Everything the page for comparing is made from. */
export interface CompareView extends View {
  readonly question: Question;
  readonly reviews: readonly ListedReview[];
  readonly choices: CompareChoices;
  readonly asked: Asked;
  readonly asks: readonly AskBeyond[];
}

// A page with more readings than this is too long to load and to read.
const readingsOfPage = 450;

/** Reads what the page for comparing shows, with five statements; null where no review is recorded yet. */
export async function readView(db: Kysely<Database>, question: Question): Promise<CompareView | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((state) => viewOf(state, question));
}

async function viewOf(db: Kysely<Database>, question: Question): Promise<CompareView | null> {
  const reviews = await reviewList(db);
  const review = question.review ?? reviews[0]?.id;
  if (review === undefined) return null;
  if (!reviews.some(({ id }) => id === review)) throw unknownReview(review, reviews);
  const choices = await compareChoices(db, review);
  const asked = askedOf(choices, question);
  const view = await partOfView(
    db,
    {
      review,
      councils: asked.councils,
      ...(asked.recommendations ? { recommendations: asked.recommendations } : {}),
      ...(question.asOf === undefined ? {} : { asOf: question.asOf }),
      ...(question.differencesOnly ? { differencesOnly: true } : {}),
    },
    { allMotions: question.columns === 'decided' },
  ).catch(refuseUnknown);
  if (!view) throw unknownReview(review, reviews);
  const rows = sortedRows(view, question.rows).filter((row) => !question.itselfOnly || speaksByItself(row));
  const asks = await asksBeyondReview(db, review, [...motionsIn(view.comparison)]);
  return { ...view, comparison: { ...view.comparison, rows }, question, reviews, choices, asked, asks };
}

function speaksByItself({ cells }: Comparison['rows'][number]): boolean {
  return cells.some(({ position }) => position !== null && isOwnWord(position.basis));
}

/** What is to be printed of a view, beside its cells. */
export interface Printing {
  /** Print the evidence of every cell, however much that is. */
  readonly isWhole?: boolean;
  /** Know every motion that a cell rests on, and not only those that are printed. */
  readonly allMotions?: boolean;
  /** Councils to know the names of, beside those compared. */
  readonly named?: readonly string[];
}

/** A part of the comparison of a review with two statements, for a page that needs neither lists nor asks. */
export async function partOfView(
  db: Kysely<Database>,
  question: ComparisonQuestion,
  printing: Printing = {},
): Promise<View | null> {
  const answer = await comparison(db, question);
  if (!answer) return null;
  const cells = answer.rows.flatMap((row) => row.cells);
  const printed = cells.flatMap(printedOf);
  const isWhole = printing.isWhole || printed.length <= readingsOfPage;
  const evidence = isWhole ? printed : cells.flatMap(({ position }) => position?.evidence[0] ?? []);
  const labels = await matrixLabels(db, {
    review: question.review,
    councils: [...answer.councils, ...(printing.named ?? [])],
    clauses: [...new Set(evidence.map(({ clause }) => clause))],
    motions: printing.allMotions ? [...motionsIn(answer)] : foremostMotions(answer),
  });
  return labels && { asOf: question.asOf, comparison: answer, labels, isWhole };
}

// Nobody reads more of a council at once; what is left out is counted.
const motionsOfCouncil = 5;

function foremostMotions({ rows }: Comparison): readonly string[] {
  const cells = Map.groupBy(
    rows.flatMap((row) => row.cells),
    ({ council }) => council,
  );
  return [...cells.values()].flatMap((own) =>
    [...new Set(own.flatMap(evidenceOf).map(({ motion }) => motion))].slice(0, motionsOfCouncil),
  );
}

function unknownReview(review: string, reviews: readonly ListedReview[]): Refusal {
  const known = reviews.map(({ id }) => id).join(', ') || 'none yet';
  return new Refusal('NOT_FOUND', `No review has the id ${review}. Recorded reviews: ${known}.`);
}

function refuseUnknown(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  const message = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
  throw new Refusal('NOT_FOUND', `${message} Ids look like council/southwark.`);
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

/** How many readings of one weight are printed of a cell. */
export const printedReadings = 25;

/** The evidence of a cell that is printed. */
function printedOf({ position, proposed, related, suggested }: Cell): Cell['related'] {
  return [position?.evidence ?? [], proposed, related, suggested].flatMap((list) =>
    list.slice(0, printedReadings),
  );
}

/** The label of an id that a comparison holds; labels and cells are read from one state of the store. */
export function labelOf<T>(labels: ReadonlyMap<string, T>, id: string): T {
  const label = labels.get(id);
  if (label === undefined) throw new Error(`no label was read for ${id}`);
  return label;
}
