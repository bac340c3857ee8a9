import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type FormatRow, written } from '../../src/formats/format.js';
import { neutralise, restore, spreadsheetCsv } from '../../src/formats/spreadsheet.js';

async function text(columns: readonly string[], ...batches: FormatRow[][]): Promise<string> {
  let all = '';
  for await (const part of written(spreadsheetCsv, columns, batches)) all += part;
  return all;
}

// Text made mostly of what spreadsheet programs trip over.
const hard = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    ' ',
    '|',
    '"',
    '\uFF1D',
    '\u200B',
    'a',
    '1',
  ),
});
const anyText = fc.oneof(hard, fc.string({ unit: 'binary' }));

test('a file begins with a byte order mark and is CSV otherwise', async () => {
  expect(await text(['id', 'seats'], [{ id: 'ward/a', seats: -3 }])).toBe('\uFEFFid,seats\r\nward/a,-3\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+44', "'+44"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  [' =1', "' =1"],
  ['a;=1', "a;'=1"],
  ['a\n=1', "a\n'=1"],
  ['\uFF1D1', "'\uFF1D1"],
  ["'tis", "''tis"],
  ['', ''],
  ['1-2', '1-2'],
  ['council/brent', 'council/brent'],
  ['said "=1"', 'said "=1"'],
])('%j is written as %j, and read back', (plain, harmless) => {
  expect(neutralise(plain)).toBe(harmless);
  expect(restore(harmless)).toBe(plain);
});

describe('any text', () => {
  test('comes back exactly', () => {
    fc.assert(
      fc.property(anyText, (plain) => restore(neutralise(plain)) === plain),
      { numRuns: 5000 },
    );
  });

  test('never begins a formula, wherever a program splits it', () => {
    const isFormula = (part: string) => /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(part);
    fc.assert(
      fc.property(
        anyText,
        (plain) =>
          !neutralise(plain)
            .split(/[,;\t\n\r|]/)
            .some(isFormula),
      ),
      { numRuns: 5000 },
    );
  });

  test('comes back from a file as the canonical file has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1 }), async (rows) => {
        const file = await text(
          ['a', 'b'],
          rows.map(([a, b]) => ({ a, b })),
        );
        const read = parse(file, { record_delimiter: '\r\n', bom: true }) as string[][];
        const normal = (value: string) => value.replace(/\r\n?/g, '\n').normalize('NFC');
        expect(read.slice(1).map((row) => row.map(restore))).toEqual(rows.map((row) => row.map(normal)));
      }),
    );
  });
});
