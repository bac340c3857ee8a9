// Whatever two states of a table are: what differs between them makes the one from the other, and nothing else does.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges, type RowChange, rowChanges } from '../../src/exporters/delta-rows.js';

const table = { key: ['id', 'part'] };

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

// Letters whose order differs between UTF-16 and UTF-8, and one that is below every other within a key.
const letter = fc.constantFrom('a', 'b', 'é', '\uFFFD', '😀', '-', '/');
const cell = fc.string({ unit: letter, minLength: 1, maxLength: 3 });
const state = fc
  .uniqueArray(fc.tuple(cell, cell, fc.integer({ min: 0, max: 2 })), {
    selector: ([id, part]) => `${id} ${part}`,
    maxLength: 12,
  })
  .map((rows) =>
    rows
      .sort((x, y) => order(x[0], y[0]) || order(x[1], y[1]))
      .map(([id, part, value]) => Buffer.from(JSON.stringify({ id, part, value }))),
  );

const order = (x: string, y: string) => Buffer.compare(Buffer.from(x), Buffer.from(y));

test('the changes between two states make one from the other', async () => {
  await fc.assert(
    fc.asyncProperty(state, state, async (before, now) => {
      const changes = await all(rowChanges(table, each(before), each(now)));
      const made = await all(applyChanges(table, each(before), each(changes)));
      expect(made.map(String)).toEqual(now.map(String));
      const [old, next] = [new Set(before.map(String)), new Set(now.map(String))];
      const told = changes.filter((change) => change.kind !== 'removed').map(({ line }) => String(line));
      expect(told).toEqual([...next].filter((line) => !old.has(line)));
    }),
    { numRuns: 500 },
  );
});

test.each<[string, RowChange]>([
  ['a row is added that is there', { kind: 'added', key: ['a', 'a'], line: Buffer.from('{}') }],
  ['a row is changed that is not there', { kind: 'changed', key: ['b', 'a'], line: Buffer.from('{}') }],
  ['a row is removed that is not there', { kind: 'removed', key: ['a', 'b'] }],
])('it is refused where %s', async (_what, change) => {
  const before = [Buffer.from('{"id":"a","part":"a"}')];
  await expect(all(applyChanges(table, each(before), each([change])))).rejects.toThrow(RangeError);
});
