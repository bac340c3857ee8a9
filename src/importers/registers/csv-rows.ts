// Rows of a CSV file as cells by column, streamed: memory does not grow with the file. Columns are found
// by their header, never by their place, and a broken row is told by its line while the others go on.
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Fault } from '../../errors.js';
import { type InputFile, textOf } from '../input-file.js';
import type { Head } from '../reader.js';

/** The stated cells of a row by column in lower case; empty ones are left out. */
export type Row = Partial<Record<string, string>>;

/** A row with its line, or what is wrong at that line. */
export type CsvRow = { line: number; row: Row } | { line: number; fault: Omit<Fault, 'at'> };

/** The header of a text that looks like a table: columns in lower case, without blanks around them. */
export function headerOf(text: string): string[] {
  const line = /^\uFEFF?([^\r\n]*)/.exec(text)?.[1] ?? '';
  const cells = line.split(delimiterOf(line));
  return cells.length > 1 ? cells.map(columnName) : [];
}

/** Whether a file's header has all of these columns. */
export function hasColumns({ columns }: Head, ...names: readonly string[]): boolean {
  return names.every((name) => columns.includes(name));
}

/** Streams the rows of a file; `required` columns that are missing refuse the whole file. */
export async function* csvRows(file: InputFile, required: readonly string[] = []): AsyncGenerator<CsvRow> {
  const columns = headerOf(file.head);
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const expected = `the columns ${required.join(', ')}`;
    yield { line: 1, fault: { expected, got: `a file without ${missing.join(', ')}` } };
    return;
  }
  let names: readonly string[] | null = null;
  for await (const one of csvRecords(file)) {
    if ('fault' in one) yield one;
    else if (names === null) names = one.cells.map(columnName);
    else yield { line: one.line, row: stated(names, one.cells) };
  }
}

/** A record with its cells as they stand, or what is wrong at its line. */
export type CsvRecord =
  | { line: number; cells: readonly string[] }
  | { line: number; fault: Omit<Fault, 'at'> };

/** Streams the records of a file, its header first, nothing taken from their cells. */
export async function* csvRecords(file: InputFile): AsyncGenerator<CsvRecord> {
  const broken: (CsvRecord & CsvRow)[] = [];
  const parser = Readable.from(textOf(file)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(file.head.slice(0, file.head.search(/[\r\n]|$/))),
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => void broken.push(skipped(error)),
    }),
  );
  try {
    // Inside a cell the parser counts CR and LF as two lines.
    let doubled = 0;
    for await (const { record, info } of parser) {
      yield* broken.splice(0).map((one) => ({ ...one, line: one.line - doubled }));
      doubled += occurrences(record, '\r\n');
      yield { line: info.lines - doubled - occurrences(record, '\n'), cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    broken.push(skipped(error));
  }
  yield* broken;
}

function skipped(error: CsvError | undefined) {
  return {
    line: Number(error?.lines ?? 0),
    fault: { expected: 'well-formed CSV', got: error?.message ?? 'a broken row' },
  };
}

/** How often a mark stands in the cells of a record. */
function occurrences(cells: readonly string[], mark: string): number {
  let count = 0;
  for (const cell of cells) if (cell.includes(mark)) count += cell.split(mark).length - 1;
  return count;
}

function stated(names: readonly string[], cells: readonly string[]): Row {
  const row: Row = {};
  for (const [index, name] of names.entries()) {
    const tidy = cells[index]?.trim();
    if (tidy) row[name] = tidy;
  }
  return row;
}

/** Spreadsheets write semicolons or tabs where the reader's country uses commas in numbers. */
function delimiterOf(header: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** A column's name as files spell it, without blanks around it and in lower case. */
export function columnName(cell: string): string {
  return cell
    .replace(/^\uFEFF|"/g, '')
    .trim()
    .toLowerCase();
}
