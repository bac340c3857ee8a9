// A register fills in what the record does not know and never changes what it does: two registers that
// disagree would otherwise undo each other for ever. Where they differ, that is a doubt.
import type { Place } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { Value } from '../../store/write.js';
import type { Book } from './book.js';
import type { Held } from './known.js';

/** What a finding states; what is undefined is not stated. */
export type StatedColumns = Record<string, Value | undefined>;

/** Fills the gaps of a held row; columns of `quiet` may differ without a doubt. */
export function fillGaps(
  book: Book,
  table: TableName,
  held: Held,
  stated: StatedColumns,
  at: Place,
  quiet: readonly string[] = [],
): void {
  const gaps: Record<string, Value> = {};
  for (const [column, value] of Object.entries(stated)) {
    if (value === undefined || value === null || held[column] === value) continue;
    if (held[column] === null) gaps[column] = value;
    else if (!quiet.includes(column))
      book.doubt('VALUE_DIFFERS', at, `${held.id} ${column}: ${held[column]} recorded, ${value} stated`);
  }
  Object.assign(held, gaps);
  // Without a gap the row is still stated, so that the counts say it was seen and is unchanged.
  book.state(table, { id: held.id, ...gaps }, at);
}

/** A row with every column it has: what is not stated is null. */
export function whole(columns: readonly string[], stated: StatedColumns): Held {
  return Object.fromEntries(columns.map((column) => [column, stated[column] ?? null])) as Held;
}
