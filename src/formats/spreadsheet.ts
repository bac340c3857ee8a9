// CSV for opening in a spreadsheet program, which runs a cell that looks like a formula. An apostrophe is put
// before whatever could be read as one, and every apostrophe there already gets a second, so that taking
// one away gives back the text exactly. Canonical files are never written this way.
import { csv } from './csv.js';
import type { Cell, Format } from './format.js';

// A cell begins at its start, and for a program that splits at another character than ours, or at line
// ends inside quotes, after that as well. Full-width signs count as signs in East Asian versions.
const start = String.raw`(?<=^|[,;\t\n\r|])`;
const sign = String.raw`[\s\p{C}]*['=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`;
const risky = new RegExp(`${start}(?=${sign})`, 'gu');
const marked = new RegExp(`${start}'`, 'gu');

const byteOrderMark = '\uFEFF';

/** A text that no spreadsheet program takes for a formula. */
export function neutralise(text: string): string {
  return text.replace(risky, "'");
}

/** The text that was neutralised. */
export function restore(text: string): string {
  return text.replace(marked, '');
}

/** CSV with a byte order mark, so that Excel reads UTF-8, and without anything that runs. */
export const spreadsheetCsv: Format = {
  extension: csv.extension,
  mediaType: csv.mediaType,
  start: (columns) => {
    const text = csv.start(columns);
    return {
      open: () => byteOrderMark + text.open(),
      rows: (batch) => text.rows(batch.map((row) => row.map(harmless))),
      close: () => text.close(),
    };
  },
};

function harmless(cell: Cell): Cell {
  return typeof cell === 'string' ? neutralise(cell) : cell;
}
