// CSV as the snapshot contract states it: RFC 4180 in UTF-8 without a BOM, comma, CRLF, header always,
// null as an empty cell, booleans as true and false. Written by hand, because it is the inner loop of
// publishing and knows its cells: csv-stringify takes several times as long, and a property test holds this to
// its bytes.
import type { Cell, CellRow, Format } from './format.js';

const recordEnd = '\r\n';
const needsQuotes = /[",\r\n]/;

/** Comma-separated values, one record per row. */
export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  start: (columns) => ({
    open: () => record(columns),
    rows: (batch) => {
      let text = '';
      for (const row of batch) text += record(row);
      return text;
    },
    close: () => '',
  }),
};

function record(row: CellRow): string {
  let text = '';
  let separator = '';
  for (const cell of row) {
    text += separator + csvCell(cell);
    separator = ',';
  }
  return text + recordEnd;
}

/** One cell as CSV writes it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // A lone CR or LF inside a cell would split the record as well.
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
