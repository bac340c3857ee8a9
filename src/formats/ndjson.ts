// JSON with one object per line: lines on their own for programs, or the items of an array for people.
// The keys of every object are the columns, all of them and in their order, like a CSV header.
import type { CellRow, Format } from './format.js';

/** Newline-delimited JSON: one object per line. */
export const ndjson: Format = {
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  start: (columns) => {
    const object = objectWriter(columns);
    return {
      open: () => '',
      rows: (batch) => batch.map((row) => `${object(row)}\n`).join(''),
      close: () => '',
    };
  },
};

/** One JSON array with an object per line, so that a text comparison shows rows. */
export const jsonArray: Format = {
  extension: 'json',
  mediaType: 'application/json',
  start: (columns) => {
    const object = objectWriter(columns);
    let isEmpty = true;
    return {
      open: () => '[',
      rows: (batch) => {
        const start = isEmpty ? '\n' : ',\n';
        if (batch.length > 0) isEmpty = false;
        return batch.length > 0 ? start + batch.map(object).join(',\n') : '';
      },
      close: () => (isEmpty ? ']\n' : '\n]\n'),
    };
  },
};

function objectWriter(columns: readonly string[]): (row: CellRow) => string {
  const keys = columns.map((column) => `${JSON.stringify(column)}:`);
  return (row) => `{${row.map((cell, n) => keys[n] + JSON.stringify(cell)).join(',')}}`;
}
