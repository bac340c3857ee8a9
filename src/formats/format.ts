// How rows of one shape become text, part by part, so that a file and a streamed answer are written
// by the same code and memory stays flat whatever their length.

/** A value of a row as readers get it; dates and instants are ISO text. */
export type Cell = string | number | boolean | null;

/** A row by column name. */
export type FormatRow = Readonly<Record<string, Cell>>;

/** The published cells of a row in column order. */
export type CellRow = readonly Cell[];

/** One text in the making: call `open` once, `rows` for each batch of published cells, `close` once. */
export interface RowFormat {
  open(): string;
  rows(batch: readonly CellRow[]): string;
  close(): string;
}

/** A format for rows with these columns, in this order. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  start(columns: readonly string[]): RowFormat;
}

// No character below U+0300 combines with the one before it, so text of these alone is in NFC already.
// biome-ignore lint/suspicious/noControlCharactersInRegex: a range that begins at the first character.
const mayCombine = /[^\u0000-\u02FF]/;

/** Text as it is published: Unicode NFC, line ends LF. */
export function canonical(value: Cell): Cell {
  if (typeof value !== 'string') return value;
  const lines = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  return mayCombine.test(lines) ? lines.normalize('NFC') : lines;
}

/**
 * The cells of a row in column order, as they are published: made once, however many formats write them.
 * A missing cell is a fault of the program, never an empty one.
 */
export function cells(columns: readonly string[], row: FormatRow): Cell[] {
  return columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw new TypeError(`expected a row with the column ${column}`);
    return canonical(value);
  });
}

/** Streams rows as text in a format: `Readable.from(written(csv, columns, batches))`. */
export async function* written(
  format: Format,
  columns: readonly string[],
  batches: AsyncIterable<readonly FormatRow[]> | Iterable<readonly FormatRow[]>,
): AsyncGenerator<string, void, undefined> {
  const text = format.start(columns);
  yield text.open();
  for await (const batch of batches) yield text.rows(batch.map((row) => cells(columns, row)));
  yield text.close();
}
