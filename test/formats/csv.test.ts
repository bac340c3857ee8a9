import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csv } from '../../src/formats/csv.js';
import { type FormatRow, written } from '../../src/formats/format.js';

async function text(columns: readonly string[], ...batches: FormatRow[][]): Promise<string> {
  let all = '';
  for await (const part of written(csv, columns, batches)) all += part;
  return all;
}

test('a header stands over rows that end with CRLF', async () => {
  expect(await text(['id', 'seats'], [{ id: 'ward/a', seats: 3 }])).toBe('id,seats\r\nward/a,3\r\n');
});

test('a table without rows is its header', async () => {
  expect(await text(['id', 'seats'])).toBe('id,seats\r\n');
});

test('null is an empty cell, booleans are words, zero is kept', async () => {
  const row = { a: null, b: true, c: false, d: 0 };
  expect(await text(['a', 'b', 'c', 'd'], [row])).toBe('a,b,c,d\r\n,true,false,0\r\n');
});

test('quotes, commas and line ends inside a cell are quoted, and line ends become LF', async () => {
  expect(await text(['t'], [{ t: 'say "yes", or\r\nno' }])).toBe('t\r\n"say ""yes"", or\nno"\r\n');
});

test('text is Unicode NFC without a byte order mark', async () => {
  expect(await text(['t'], [{ t: 'Cafe\u0301' }])).toBe('t\r\nCaf\u00e9\r\n');
});

test('a text that looks like a formula is not altered', async () => {
  expect(await text(['t'], [{ t: '=1+1' }])).toBe('t\r\n=1+1\r\n');
});

test('columns come in the order asked, whatever the order in the row', async () => {
  expect(await text(['b', 'a'], [{ a: 1, b: 2 }])).toBe('b,a\r\n2,1\r\n');
});

test('the header is written once however many batches there are', async () => {
  expect(await text(['a'], [{ a: 1 }], [], [{ a: 2 }])).toBe('a\r\n1\r\n2\r\n');
});

test('a row without one of the columns is refused', async () => {
  await expect(text(['a', 'b'], [{ a: 1 }])).rejects.toThrow('expected a row with the column b');
});

test('any text comes back as it was, in NFC with LF', async () => {
  const words = fc.string({ unit: 'binary', minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(words, words), { minLength: 1 }), async (rows) => {
      const batch = rows.map(([a, b]) => ({ a, b }));
      const read = parse(await text(['a', 'b'], batch), { record_delimiter: '\r\n' }) as string[][];
      const normal = (value: string) => value.replace(/\r\n?/g, '\n').normalize('NFC');
      expect(read.slice(1)).toEqual(rows.map((row) => row.map(normal)));
    }),
  );
});

test('any cells are written to the byte as csv-stringify writes them', async () => {
  const options = {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    cast: { boolean: (value: boolean) => String(value) },
  } as const;
  const hard = fc.string({
    unit: fc.constantFrom('"', ',', '\n', ' ', ';', "'", '\t', 'a', '\u00e9', '\u{1F5F3}'),
  });
  const cell = fc.oneof(hard, fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null));
  const normal = (value: unknown) =>
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : value;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell)), async (rows) => {
      const batch = rows.map(([a, b, c]) => ({ a, b, c }));
      const expected = stringify([['a', 'b', 'c'], ...rows.map((row) => row.map(normal))], options);
      expect(await text(['a', 'b', 'c'], batch)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
