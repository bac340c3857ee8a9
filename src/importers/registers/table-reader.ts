// A reader of a CSV register is its columns and what one row says; the rest is the same for all of them.
import { isDay } from '../../domain/partial-date.js';
import type { Place } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { InputFile } from '../input-file.js';
import type { Finding, Reader, SourceFacts } from '../reader.js';
import { csvRows, hasColumns, type Row } from './csv-rows.js';

/** A CSV register: where it stands among others, what it needs, and what a row of it states. */
export interface CsvRegister {
  format: string;
  about: string;
  rank: number;
  source: SourceFacts;
  /** The table that a broken row is counted under. */
  table: TableName;
  /** Columns by which the format is known and without which it cannot be read. */
  columns: readonly string[];
  /** Columns that hold days; any other form turns the row away. */
  days?: readonly string[];
  /** What the record has no place for, told once. */
  note?: string;
  findings: (row: Row, at: Place) => readonly Finding[];
}

/** The reader of a CSV register. */
export function csvReader(register: CsvRegister): Reader {
  const { format, about, rank, source, columns } = register;
  return {
    format,
    about,
    rank,
    source,
    recognises: (head) => hasColumns(head, ...columns),
    read: (file) => readRows(file, register),
  };
}

async function* readRows(
  file: InputFile,
  { table, columns, days = [], note, findings }: CsvRegister,
): AsyncGenerator<Finding> {
  if (note) yield { kind: 'note', at: { file: file.name }, text: note };
  // Rows may point at rows further down, so what links them comes last.
  const links: Finding[] = [];
  for await (const one of csvRows(file, columns)) {
    const at = { file: file.name, line: one.line };
    if ('fault' in one) {
      yield { kind: 'rejected', at, table, fault: one.fault };
      continue;
    }
    const wrong = days.find((column) => one.row[column] !== undefined && !isDay(one.row[column]));
    if (wrong) {
      const expected = `in ${wrong} a date such as 2023-03-22`;
      yield { kind: 'rejected', at, table, fault: { expected, got: one.row[wrong] ?? '' } };
      continue;
    }
    for (const finding of findings(one.row, at)) {
      if (finding.kind === 'successor') links.push(finding);
      else yield finding;
    }
  }
  yield* links;
}
