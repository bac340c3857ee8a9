// One cell of the matrix: a few words that say what is held, or which kind of empty it is, and a link to
// the panel with the evidence where there is any.
import type { ComponentChildren, VNode } from 'preact';
import type { Cell } from '../store/queries/comparison.js';
import { type CellSummary, summaryOf } from '../store/queries/matrix-cells.js';
import { Mark, Steps } from './mark.js';
import { compareAddress } from './question.js';
import { labelOf, type View } from './view.js';
import {
  allOf,
  basisWord,
  directionWord,
  emptyWord,
  hasEvidence,
  isOwnWord,
  scopeWord,
  strengthWord,
} from './wording.js';

/** What is said of a cell at a glance. */
export type Stance = Pick<CellSummary, 'evidenceState' | 'position'>;

/** The name of a cell within the page: `southwark--vetting`. Its panel has it as id. */
export function cellName(view: View, cell: Cell): string {
  const council = labelOf(view.labels.councils, cell.council).slug;
  return `${council}--${labelOf(view.labels.recommendations, cell.recommendation).slug}`;
}

/**
 * The cell as a table cell; the council’s name is printed where a narrow screen has no column heading, and the
 * leading clause where few councils stand side by side.
 */
export function MatrixCell(props: { view: View; cell: Cell; isWide: boolean }): VNode {
  const { view, cell } = props;
  const council = labelOf(view.labels.councils, cell.council);
  return (
    <td data-council={council.slug} {...cellMarks(cell)}>
      <Opening view={view} cell={cell}>
        <span class="council">{council.shortName}</span>
        <span>
          <CellWords count={view.labels.review.recommendationCount} cell={summaryOf(cell)} />
          {props.isWide ? <Lead view={view} cell={cell} /> : null}
        </span>
      </Opening>
    </td>
  );
}

/** By what the style sheet knows a cell: its state, and where it holds a position, which way and how far. */
export function cellMarks({ evidenceState, position }: Stance): Readonly<Record<string, string>> {
  return {
    'data-state': evidenceState,
    ...(position ? { 'data-direction': position.direction, 'data-reach': reachOf(position.basis) } : {}),
  };
}

/** How a basis is drawn: of the recommendation itself, of a stated part, or of all together. */
export function reachOf(basis: NonNullable<Stance['position']>['basis']): 'itself' | 'part' | 'together' {
  if (isOwnWord(basis)) return 'itself';
  return basis === 'collective_part' ? 'part' : 'together';
}

/** What the cell holds, or which kind of empty it is, in a few words; `count` is of the review’s recommendations. */
export function CellWords({ count, cell }: { count: number | null; cell: CellSummary }): VNode {
  const { position } = cell;
  return position ? <Held all={allOf(count)} position={position} /> : <Empty cell={cell} />;
}

function Lead({ view, cell }: { view: View; cell: Cell }): VNode | null {
  const lead = cell.position?.evidence[0];
  const clause = lead && labelOf(view.labels.clauses, lead.clause);
  if (!clause) return null;
  return (
    <span class="lead">
      {clause.summary ?? clause.text ?? 'No summary is written yet.'} <i>Clause {clause.address}</i>
    </span>
  );
}

function Opening({ view, cell, children }: { view: View; cell: Cell; children: ComponentChildren }): VNode {
  if (!hasEvidence(summaryOf(cell))) return <span class="entry shows">{children}</span>;
  const name = cellName(view, cell);
  const asOf = view.asOf === undefined ? {} : { asOf: view.asOf };
  const ofItsOwn = { councils: [cell.council], recommendations: [cell.recommendation], ...asOf };
  return (
    <a
      class="entry shows"
      id={`cell-${name}`}
      href={view.isWhole ? `#${name}` : compareAddress({ review: view.comparison.review, ...ofItsOwn })}
    >
      {children}
    </a>
  );
}

function Held({ all, position }: { all: string; position: NonNullable<Stance['position']> }): VNode {
  return (
    <span class="held">
      <b>
        <Mark direction={position.direction} />
        {directionWord[position.direction]}
      </b>{' '}
      <span>{basisWord(position.basis, all)}</span>{' '}
      <span class="how">
        <Steps word={position.strength} />
        {strengthWord[position.strength]}
        {position.scope === 'as_recommended' ? '' : `, ${scopeWord[position.scope]}`}
      </span>
      {position.wordingAsTabled ? <i> wording as tabled</i> : null}
    </span>
  );
}

function Empty({ cell }: { cell: CellSummary }): VNode {
  const { related, suggested } = cell.counts;
  const more = [
    related > 0 ? `${related} related` : '',
    suggested > 0 ? `${suggested} machine-suggested` : '',
  ].filter(Boolean);
  return (
    <span class="empty">
      {emptyPhrase(cell)}
      {more.length > 0 ? <i> {more.join(', ')}</i> : null}
    </span>
  );
}

const failed: ReadonlySet<string> = new Set(['lost', 'withdrawn', 'fell', 'lapsed', 'ruled_out']);
const adopted: ReadonlySet<string> = new Set(['carried', 'carried_as_amended']);

/** Why the cell is empty; a proposal whose result nobody has read is not called rejected. */
export function emptyPhrase(cell: CellSummary): string {
  if (cell.evidenceState === 'found') return '';
  if (cell.evidenceState !== 'not_adopted') return emptyWord[cell.evidenceState];
  const outcomes = cell.proposedOutcomes;
  if (outcomes.every((outcome) => failed.has(outcome))) return 'Proposed, not carried';
  if (outcomes.every((outcome) => !failed.has(outcome) && !adopted.has(outcome))) {
    return 'Proposed, result not known';
  }
  return emptyWord.not_adopted;
}
