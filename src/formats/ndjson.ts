// JSON with one object per line: lines on their own for programs, or the items of an array for people.
// The keys of every object are the columns, all of them and in their order, like a CSV header.
import { type Cell, type CellRow, canonical, type Format } from './format.js';

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

/** One line of values that may be lists or objects, text in them as it is published. */
export function jsonLine(columns: readonly string[], values: readonly unknown[]): string {
  const published = (_key: string, value: unknown) => (typeof value === 'string' ? canonical(value) : value);
  return `${JSON.stringify(Object.fromEntries(columns.map((column, n) => [column, values[n]])), published)}\n`;
}

// One string is put together per row: JSON.stringify is called only for text that has something to escape.
function objectWriter(columns: readonly string[]): (row: CellRow) => string {
  const keys = columns.map((column, n) => `${n === 0 ? '{' : ','}${JSON.stringify(column)}:`);
  return (row) => {
    let text = '';
    for (let n = 0; n < keys.length; n += 1) text += keys[n] + value(row[n] ?? null);
    return `${text}}`;
  };
}

// What JSON.stringify escapes: quotes, backslashes, control characters and halves of surrogate pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these.
const escapes = /["\\\u0000-\u001F\uD800-\uDFFF]/;

function value(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell);
  return escapes.test(cell) ? JSON.stringify(cell) : `"${cell}"`;
}
