// The order of rows and columns on a page. Councils are put in order of name or of day, never of merit.
import { isAdopted, standing } from '../domain/outcome.js';
import type { Comparison } from '../store/queries/comparison.js';
import type { ColumnOrder, RowOrder } from './question.js';
import type { View } from './view.js';

type Row = Comparison['rows'][number];

/** The rows in the order asked for: by number, by title, or those most councils speak of first. */
export function sortedRows({ comparison, labels }: View, order: RowOrder = 'number'): readonly Row[] {
  if (order === 'number') return comparison.rows;
  const held = ({ cells }: Row) => cells.filter(({ position }) => position !== null).length;
  const title = ({ recommendation }: Row) => labels.recommendations.get(recommendation)?.title ?? '';
  return comparison.rows.toSorted(
    (a, b) => (order === 'held' ? held(b) - held(a) : 0) || title(a).localeCompare(title(b), 'en'),
  );
}

/** The columns in the order asked for; left out, as they are given. */
export function sortedColumns(
  view: View,
  councils: readonly string[],
  order: ColumnOrder | undefined,
): readonly string[] {
  const name = (id: string) => view.labels.councils.get(id)?.shortName ?? '';
  const day = (id: string) => firstDecision(view, id) ?? '9999';
  if (order === 'name') return councils.toSorted((a, b) => name(a).localeCompare(name(b), 'en'));
  if (order !== 'decided') return councils;
  return councils.toSorted((a, b) => compare(day(a), day(b)) || name(a).localeCompare(name(b), 'en'));
}

/** The day on which a council first carried a motion on the review; null where none is known. */
export function firstDecision({ labels, asOf }: View, council: string): string | null {
  const days = [...labels.motions.values()]
    .filter((motion) => motion.council === council && !motion.isAmendment)
    .map(({ id }) =>
      standing(
        [...labels.events.values()].filter(({ motion }) => motion === id),
        asOf,
      ),
    )
    .flatMap(({ outcome, since }) => (isAdopted(outcome) && since !== null ? [since] : []));
  return days.toSorted()[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
