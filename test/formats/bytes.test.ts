// The writers that work on bytes, held to the writers that work on cells: the same rows, the same text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CellKind, type CopyRows, copyCells } from '../../src/formats/copy-rows.js';
import { csv } from '../../src/formats/csv.js';
import { csvBytes } from '../../src/formats/csv-bytes.js';
import { type Cell, canonical } from '../../src/formats/format.js';
import { arrayBytes, jsonBytes } from '../../src/formats/json-bytes.js';
import { jsonArray, ndjson } from '../../src/formats/ndjson.js';
import { spreadsheetCsv } from '../../src/formats/spreadsheet.js';
import { harmlessRows } from '../../src/formats/spreadsheet-bytes.js';
import { copyLine } from '../../src/store/copy.js';

const kinds: readonly CellKind[] = ['text', 'integer', 'boolean', 'text'];
const columns = ['id', 'seq', 'is "true"', 'text'];

// Everything that one of the formats, COPY or Unicode could trip over, and plain text between.
const pieces = [
  ...[
    'a',
    'Z',
    '0',
    ' ',
    ',',
    '"',
    "'",
    ';',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\\',
    '\\N',
    '\\n',
    '=',
    '+',
    '-',
    '@',
  ],
  ...[
    '\b',
    '\f',
    '\v',
    '\u0001',
    '\u001f',
    '\u007f',
    '\u00a0',
    '\u00ad',
    '\u0085',
    '£',
    'é',
    'e\u0301',
    '\u0301',
  ],
  ...[
    '–',
    '’',
    '“',
    '…',
    '\u2000',
    '\u2028',
    '\u200b',
    '\u1100\u1161',
    '\u212b',
    '\ufeff',
    '＝',
    '😀',
    '\u{1d160}',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })))
  .map((parts) =>
    // PostgreSQL holds no NUL and no half of a surrogate pair.
    parts.join('').replaceAll('\0', '').toWellFormed(),
  );
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 5 });
const row = fc.tuple(text, optional(fc.integer()), optional(fc.boolean()), optional(text));
const batches = fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 4 });

function copyRows(rows: readonly (readonly Cell[])[]): CopyRows {
  return Buffer.from(rows.map(copyLine).join(''));
}

function published(rows: readonly (readonly Cell[])[]): Cell[][] {
  return rows.map((cells) => cells.map(canonical));
}

const texts = (parts: readonly Uint8Array[]) => parts.map((part) => Buffer.from(part).toString());

describe('rows of COPY', () => {
  test('become cells as they are published', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(copyCells(copyRows(rows), kinds)).toEqual(published(rows));
      }),
    );
  });

  test('become the CSV that its cells become', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const write = csvBytes();
        const cellwise = csv.start(columns);
        for (const rows of all) {
          expect(texts([write(copyRows(rows))])).toEqual([cellwise.rows(published(rows))]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('become the JSON Lines and the JSON that its cells become', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const write = jsonBytes(columns, kinds);
        const between = arrayBytes();
        const [lines, items] = [ndjson.start(columns), jsonArray.start(columns)];
        let isFirst = true;
        for (const rows of all) {
          const bytes = write(copyRows(rows));
          expect(texts([bytes])).toEqual([lines.rows(published(rows))]);
          expect(texts([between(bytes, isFirst)])).toEqual([items.rows(published(rows))]);
          if (rows.length > 0) isFirst = false;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('become the spreadsheet edition that its cells become', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const write = csvBytes();
        expect(texts([write(harmlessRows(copyRows(rows), kinds))])).toEqual([
          spreadsheetCsv.start(columns).rows(published(rows)),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('fit where every byte takes the most room there is', () => {
    for (const worst of ['"', '\u0001', '\v', '\u{1d160}', ',', '\\', '\r']) {
      const rows = [[worst.repeat(5000), null, null, worst.repeat(5000)]];
      expect(texts([csvBytes()(copyRows(rows))])).toEqual([csv.start(columns).rows(published(rows))]);
      expect(texts([jsonBytes(columns, kinds)(copyRows(rows))])).toEqual([
        ndjson.start(columns).rows(published(rows)),
      ]);
    }
  });
});
