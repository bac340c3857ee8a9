// One CSV seed as lines of cells, before its table is known. An empty cell is not stated and is left
// out; what a cell may hold is its schema’s to say.
import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '../../errors.js';
import type { Schema } from './field.js';
import { spelled, validator } from './validate.js';

/** The stated cells of a line by column. */
export type Cells = Readonly<Record<string, string>>;

/** A row of the file: its cells and the line on which it begins. */
export interface CsvLine {
  readonly line: number;
  readonly cells: Cells;
}

/** The lines of a CSV file and everything that is wrong with them. */
export interface CsvFile {
  readonly lines: CsvLine[];
  readonly faults: Fault[];
}

/** Reads a CSV file whose rows a schema describes; `view` is what of a row the schema is to see. */
export function readCsv(
  file: string,
  text: string,
  schema: Schema,
  view: (cells: Cells) => Cells = (cells) => cells,
): CsvFile {
  const faults: Fault[] = [];
  const [header, ...rows] = parseRows(file, text, faults);
  const known = Object.keys(schema.properties as object);
  const columns = header?.record ?? [];
  faults.push(...headerFaults(file, columns, known));
  const lines = rows.map(({ record, line }) => ({ line, cells: cellsOf(record, columns, known) }));
  const validate = validator(schema);
  for (const { line, cells } of lines) {
    for (const { path, ...fault } of validate(view(cells))) {
      faults.push({ ...fault, at: { file, line, path: spelled(path) } });
    }
  }
  return { lines, faults };
}

interface ParsedRow {
  record: string[];
  line: number;
}

function parseRows(file: string, text: string, faults: Fault[]): ParsedRow[] {
  try {
    // With `info` the parser gives each record with its place, which its types do not say.
    const rows: unknown = parse(text, { bom: true, info: true, skip_empty_lines: true });
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      // It counts to a record’s last line; an editor looks for the first.
      line: info.lines - (record.join('').split('\n').length - 1),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push({ expected: 'well-formed CSV', got: error.message, at: { file, line: Number(error.lines) } });
    return [];
  }
}

function headerFaults(file: string, columns: readonly string[], known: readonly string[]): Fault[] {
  const wrong = columns.filter((name, index) => !known.includes(name) || columns.indexOf(name) < index);
  const expected = `each column once, of ${known.join(', ')}`;
  return wrong.map((got) => ({ expected, got, at: { file, line: 1 } }));
}

function cellsOf(record: readonly string[], columns: readonly string[], known: readonly string[]): Cells {
  const cells = columns.map((name, index) => [name, record[index] ?? ''] as const);
  return Object.fromEntries(cells.filter(([name, cell]) => cell !== '' && known.includes(name)));
}
