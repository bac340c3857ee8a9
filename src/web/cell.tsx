// One cell of the matrix: a few words that say what is held, or which kind of empty it is, and a link to
// the panel with the evidence where there is any.
import type { ComponentChildren, VNode } from 'preact';
import type { Cell } from '../store/queries/comparison.js';
import { labelOf, type View } from './view.js';
import { allOf, basisWord, directionWord, emptyWord, hasEvidence, isOwnWord } from './wording.js';

/** The name of a cell within the page: `southwark--vetting`. Its panel has it as id. */
export function cellName(view: View, cell: Cell): string {
  const council = labelOf(view.labels.councils, cell.council).slug;
  return `${council}--${labelOf(view.labels.recommendations, cell.recommendation).slug}`;
}

/** The cell as a table cell; the council’s name is printed where a narrow screen has no column heading. */
export function MatrixCell({ view, cell }: { view: View; cell: Cell }): VNode {
  const council = labelOf(view.labels.councils, cell.council);
  return (
    <td data-council={council.slug} {...cellMarks(cell)}>
      <Opening view={view} cell={cell}>
        <span class="council">{council.shortName}</span>
        <CellWords view={view} cell={cell} />
      </Opening>
    </td>
  );
}

/** By what the style sheet knows a cell: its state, and where it holds a position, which way and how far. */
export function cellMarks({ evidenceState, position }: Cell): Readonly<Record<string, string>> {
  const reach = position && (isOwnWord(position.basis) ? 'itself' : 'together');
  return {
    'data-state': evidenceState,
    ...(position && reach ? { 'data-direction': position.direction, 'data-reach': reach } : {}),
  };
}

/** What the cell holds, or which kind of empty it is, in a few words. */
export function CellWords({ view, cell }: { view: View; cell: Cell }): VNode {
  const { position } = cell;
  return position ? <Held view={view} position={position} /> : <Empty view={view} cell={cell} />;
}

function Opening({ view, cell, children }: { view: View; cell: Cell; children: ComponentChildren }): VNode {
  if (!hasEvidence(cell)) return <span class="entry">{children}</span>;
  const name = cellName(view, cell);
  return (
    <a class="entry" id={`cell-${name}`} href={`#${name}`}>
      {children}
    </a>
  );
}

function Held({ view, position }: { view: View; position: NonNullable<Cell['position']> }): VNode {
  const all = allOf(view.labels.review.recommendationCount);
  return (
    <span class="held">
      <b>{directionWord[position.direction]}</b> <span>{basisWord(position.basis, all)}</span>
      {position.wordingAsTabled ? <i> wording as tabled</i> : null}
    </span>
  );
}

function Empty({ view, cell }: { view: View; cell: Cell }): VNode {
  const more = [
    cell.related.length > 0 ? `${cell.related.length} related` : '',
    cell.suggested.length > 0 ? `${cell.suggested.length} machine-suggested` : '',
  ].filter(Boolean);
  return (
    <span class="empty">
      {emptyPhrase(view, cell)}
      {more.length > 0 ? <i> {more.join(', ')}</i> : null}
    </span>
  );
}

const failed: ReadonlySet<string> = new Set(['lost', 'withdrawn', 'fell', 'lapsed', 'ruled_out']);
const adopted: ReadonlySet<string> = new Set(['carried', 'carried_as_amended']);

/** Why the cell is empty; a proposal whose result nobody has read is not called rejected. */
export function emptyPhrase(view: View, cell: Cell): string {
  if (cell.evidenceState === 'found') return '';
  if (cell.evidenceState !== 'not_adopted') return emptyWord[cell.evidenceState];
  const outcomes = cell.proposed.map(({ event }) => (event && view.labels.events.get(event)?.outcome) || '');
  if (outcomes.every((outcome) => failed.has(outcome))) return 'Proposed, not carried';
  if (outcomes.every((outcome) => !failed.has(outcome) && !adopted.has(outcome))) {
    return 'Proposed, result not known';
  }
  return emptyWord.not_adopted;
}
