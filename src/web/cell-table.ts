// Cells as a table, one row each: what stands before them differs by page, what is said of a cell does not.
import type { CellSummary } from '../store/queries/matrix-cells.js';
import type { PageTable } from './send.js';

type Labels = Readonly<Record<string, string | number | boolean | null>>;

const said = ['evidence_state', 'direction', 'basis', 'strength', 'scope', 'wording_as_tabled'] as const;
const counted = ['held', 'proposed', 'related', 'suggested'] as const;

/** The table: `labels` gives the columns that say which cell it is, the same for every cell. */
export function cellTable(cells: readonly CellSummary[], labels: (cell: CellSummary) => Labels): PageTable {
  const rows = cells.map((cell) => ({
    ...labels(cell),
    evidence_state: cell.evidenceState,
    direction: cell.position?.direction ?? null,
    basis: cell.position?.basis ?? null,
    strength: cell.position?.strength ?? null,
    scope: cell.position?.scope ?? null,
    wording_as_tabled: cell.position?.wordingAsTabled ?? null,
    ...Object.fromEntries(counted.map((weight) => [`${weight}_readings`, cell.counts[weight]])),
  }));
  const first = rows[0] ? Object.keys(rows[0]).filter((column) => !isSaid(column)) : [];
  return { columns: [...first, ...said, ...counted.map((weight) => `${weight}_readings`)], rows };
}

const isSaid = (column: string): boolean =>
  (said as readonly string[]).includes(column) || column.endsWith('_readings');
