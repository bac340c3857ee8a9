// What differs between two states of one table, and one state made from the other by it. Both states are lines of
// JSON in the byte order of their keys, so two readers side by side need no memory; lines are the same far more
// often than not, and only those that differ are parsed.
import type { PublishedTable } from './table.js';

/** The key of a row, its parts in the order of the table's key. */
export type Key = readonly string[];

/** One row that is new, is written otherwise, or is no more; `line` is the row as it is now. */
export type RowChange =
  | { readonly kind: 'added' | 'changed'; readonly key: Key; readonly line: Buffer }
  | { readonly kind: 'removed'; readonly key: Key };

type Keyed = Pick<PublishedTable, 'key'>;
type Lines = AsyncIterable<Buffer>;

/** The rows that differ, in the order of their keys. */
export async function* rowChanges(table: Keyed, before: Lines, now: Lines): AsyncGenerator<RowChange> {
  const [old, next] = [reader(before), reader(now)];
  let [a, b] = [await old(), await next()];
  while (a || b) {
    if (a && b && a.equals(b)) {
      [a, b] = [await old(), await next()];
      continue;
    }
    const order = compare(a && keyOf(table, a), b && keyOf(table, b));
    if (a && order < 0) yield { kind: 'removed', key: keyOf(table, a) };
    else if (b) yield { kind: order === 0 ? 'changed' : 'added', key: keyOf(table, b), line: b };
    if (order <= 0) a = await old();
    if (order >= 0) b = await next();
  }
}

/**
 * The lines of a table after some changes of it, in the order of their keys.
 * @throws RangeError where a change does not fit the lines.
 */
export async function* applyChanges(
  table: Keyed,
  before: Lines,
  changes: AsyncIterable<RowChange>,
): AsyncGenerator<Buffer> {
  const old = reader(before);
  let line = await old();
  for await (const change of changes) {
    while (line && compare(keyOf(table, line), change.key) < 0) {
      yield line;
      line = await old();
    }
    const isHeld = line !== undefined && compare(keyOf(table, line), change.key) === 0;
    if (isHeld === (change.kind === 'added')) {
      throw new RangeError(`${change.key.join(' ')} is ${change.kind}, and is ${isHeld ? '' : 'not '}there`);
    }
    if (isHeld) line = await old();
    if (change.kind !== 'removed') yield change.line;
  }
  for (; line; line = await old()) yield line;
}

/** The key of a row from its line. */
export function keyOf({ key }: Keyed, line: Buffer): Key {
  const row = JSON.parse(line.toString()) as Record<string, unknown>;
  return key.map((column) => String(row[column]));
}

// Byte order, as PostgreSQL's COLLATE "C"; what has ended comes last.
function compare(a: Key | undefined, b: Key | undefined): number {
  if (!a || !b) return a ? -1 : 1;
  for (const [n, part] of a.entries()) {
    const order = Buffer.compare(Buffer.from(part), Buffer.from(b[n] ?? ''));
    if (order !== 0) return order;
  }
  return 0;
}

function reader(lines: Lines): () => Promise<Buffer | undefined> {
  const each = lines[Symbol.asyncIterator]();
  return async () => {
    const { done, value } = await each.next();
    return done ? undefined : value;
  };
}
