import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Format, type FormatRow, written } from '../../src/formats/format.js';
import { jsonArray, ndjson } from '../../src/formats/ndjson.js';

async function text(format: Format, columns: readonly string[], ...batches: FormatRow[][]): Promise<string> {
  let all = '';
  for await (const part of written(format, columns, batches)) all += part;
  return all;
}

const rows: FormatRow[] = [
  { id: 'a', seats: 3, known: true, note: null },
  { id: 'b', seats: 0, known: false, note: 'line\r\nCafe\u0301' },
];
const columns = ['id', 'seats', 'known', 'note'];

test('newline-delimited JSON is one object per line', async () => {
  expect(await text(ndjson, columns, rows)).toBe(
    '{"id":"a","seats":3,"known":true,"note":null}\n{"id":"b","seats":0,"known":false,"note":"line\\nCaf\u00e9"}\n',
  );
});

test('no rows are no lines', async () => {
  expect(await text(ndjson, columns)).toBe('');
});

test('an array holds one object per line and parses as a whole', async () => {
  const array = await text(jsonArray, ['id', 'seats'], rows.slice(0, 1), [], rows.slice(1));
  expect(array).toBe('[\n{"id":"a","seats":3},\n{"id":"b","seats":0}\n]\n');
  expect(JSON.parse(array)).toEqual([
    { id: 'a', seats: 3 },
    { id: 'b', seats: 0 },
  ]);
});

test('no rows are an empty array', async () => {
  expect(await text(jsonArray, columns)).toBe('[]\n');
});

test('the keys are the columns in their order', async () => {
  expect(await text(ndjson, ['seats', 'id'], rows.slice(0, 1))).toBe('{"seats":3,"id":"a"}\n');
});

test('any cells are written to the byte as JSON.stringify writes them', async () => {
  // Halves of surrogate pairs too, which are no characters.
  const utf16 = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const word = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: utf16 }));
  const cell = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
  const normal = (value: unknown) =>
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : value;
  await fc.assert(
    fc.asyncProperty(cell, cell, async (a, b) => {
      const expected = `${JSON.stringify({ a: normal(a), b: normal(b) })}\n`;
      expect(await text(ndjson, ['a', 'b'], [{ a, b }])).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});
