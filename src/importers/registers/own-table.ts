// Our own published tables as CSV: a stranger who imports those of a snapshot has the same store. A file is
// the table whose columns it has; what is derived is left out, since it is derived again.
import { isDay } from '../../domain/partial-date.js';
import type { Fault, Place } from '../../errors.js';
import { type ColumnDescription, described, type TableDescription } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';
import type { Value } from '../../store/write.js';
import type { InputFile } from '../input-file.js';
import type { Finding, Head, Reader } from '../reader.js';
import { columnName, csvRecords, headerOf } from './csv-rows.js';

/** Columns that follow from other tables, in the words of the store. */
const derived: Partial<Record<TableName, readonly string[]>> = {
  motion: ['current_stage', 'current_outcome', 'outcome_since', 'deciding_event_id'],
};

const tables = [...described.values()].filter(({ published }) => published);

/** The table whose columns a header has: all that must be there, and no others. */
export function tableOf(columns: readonly string[]): TableDescription | undefined {
  const fitting = tables.filter(({ columns: own }) => {
    const shown = own.filter(({ hidden }) => !hidden);
    const names = new Set(shown.map(({ name }) => name));
    const needed = shown.filter(({ nullable }) => !nullable);
    return columns.every((name) => names.has(name)) && needed.every(({ name }) => columns.includes(name));
  });
  return fitting.length === 1
    ? fitting[0]
    : fitting.find(({ columns: own }) => own.length === columns.length);
}

const isFlat = (columns: readonly string[]) =>
  ['evidence_state', 'review_id', 'council_id'].every((name) => columns.includes(name));

/** The reader of our own tables. */
export const ownTable: Reader = {
  format: 'table',
  about: 'a table of a snapshot as CSV',
  rank: 50,
  source: null,
  isStream: true,
  recognises: ({ columns }: Head) => tableOf(columns) !== undefined || isFlat(columns),
  read: readTable,
};

/** The place of a file among those of a run: tables before those that point at them. */
export function tableRank(head: Head): number {
  const table = tableOf(head.columns);
  return table ? ownTable.rank + tables.indexOf(table) / 100 : ownTable.rank + 1;
}

async function* readTable(file: InputFile): AsyncGenerator<Finding> {
  const columns = headerOf(file.head);
  const table = tableOf(columns);
  if (!table) {
    const at = { file: file.name, line: 1 };
    if (isFlat(columns))
      yield { kind: 'note', at, text: 'a table that is derived from the others: nothing to import' };
    else
      yield {
        kind: 'rejected',
        at,
        table: 'source',
        fault: { expected: 'the columns of a published table', got: columns.join(', ') },
      };
    return;
  }
  let cellReaders: (ColumnDescription | null)[] | null = null;
  for await (const one of csvRecords(file)) {
    const at: Place = { file: file.name, line: one.line };
    if ('fault' in one) yield { kind: 'rejected', at, table: table.name, fault: one.fault };
    else if (cellReaders === null) cellReaders = one.cells.map((cell) => ownColumn(table, columnName(cell)));
    else yield rowOf(table, cellReaders, one.cells, at);
  }
}

function ownColumn(table: TableDescription, name: string): ColumnDescription | null {
  if (derived[table.name]?.includes(name)) return null;
  return table.columns.find((column) => column.name === name) ?? null;
}

function rowOf(
  table: TableDescription,
  columns: readonly (ColumnDescription | null)[],
  cells: readonly string[],
  at: Place,
): Finding {
  const row: Record<string, Value> = {};
  for (const [index, column] of columns.entries()) {
    if (column === null) continue;
    const cell = cells[index] ?? '';
    const fault = faultOf(column, cell);
    if (fault) return { kind: 'rejected', at, table: table.name, fault };
    row[column.name] = cellValue(column, cell);
  }
  return { kind: 'record', at, table: table.name, row };
}

function cellValue({ kind }: ColumnDescription, cell: string): Value {
  if (cell === '') return null;
  if (kind === 'integer') return Number(cell);
  if (kind === 'boolean') return cell === 'true';
  return cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
}

const forms: Partial<Record<ColumnDescription['kind'], { is: (cell: string) => boolean; expected: string }>> =
  {
    integer: { is: (cell) => /^-?\d{1,10}$/.test(cell), expected: 'a whole number' },
    boolean: { is: (cell) => cell === 'true' || cell === 'false', expected: 'true or false' },
    date: { is: isDay, expected: 'a date such as 2023-03-22' },
    instant: {
      is: (cell) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cell) && !Number.isNaN(Date.parse(cell)),
      expected: 'a UTC time',
    },
  };

function faultOf(column: ColumnDescription, cell: string): Omit<Fault, 'at'> | null {
  const { name, kind, nullable, words } = column;
  if (cell === '') return nullable ? null : { expected: `a value for ${name}`, got: 'an empty cell' };
  if (words && !words.includes(cell)) return { expected: `in ${name} one of ${words.join(', ')}`, got: cell };
  const form = forms[kind];
  return form && !form.is(cell) ? { expected: `in ${name} ${form.expected}`, got: cell } : null;
}
