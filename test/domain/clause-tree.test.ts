import { expect, test } from '@jest/globals';
import {
  addressPart,
  flattenClauses,
  joinAddress,
  parentAddress,
  readLabel,
  roman,
  spellOrdinal,
} from '../../src/domain/clause-tree.js';

test('a label is read in every way in which it may count', () => {
  expect(readLabel('4')).toEqual([{ system: 'decimal', ordinal: 4 }]);
  expect(readLabel('i')).toEqual([
    { system: 'letter', ordinal: 9 },
    { system: 'roman', ordinal: 1 },
  ]);
  expect(readLabel('XI')).toEqual([{ system: 'ROMAN', ordinal: 11 }]);
  expect(readLabel('c')).toEqual([{ system: 'letter', ordinal: 3 }]);
  expect(readLabel('Iv')).toEqual([]);
  expect(readLabel('iiii')).toEqual([]);
});

test('roman numbers run from i to xlix', () => {
  expect([1, 4, 9, 14, 40, 49].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xlix']);
  expect(roman(50)).toBe('50');
});

test('a missing label is spelt as its list counts', () => {
  expect(spellOrdinal('letter', 2)).toBe('b');
  expect(spellOrdinal('ROMAN', 3)).toBe('iii');
  expect(spellOrdinal('decimal', 7)).toBe('7');
});

test('an address part is the printed label without its punctuation', () => {
  expect(['(2)', 'B.', '12.2', 'iv)', '[a]'].map(addressPart)).toEqual(['2', 'b', '12.2', 'iv', 'a']);
});

test('a section letter stands before the first part only', () => {
  expect(joinAddress(null, '1', 'r')).toBe('r1');
  expect(joinAddress('r1', 'ii', 'r')).toBe('r1.ii');
  expect(parentAddress('2.b.iv')).toBe('2.b');
  expect(parentAddress('2')).toBeNull();
});

test('clauses are walked in document order, each before its children', () => {
  const leaf = (address: string) => ({ address, children: [] });
  const tree = [{ address: '1', children: [leaf('1.a')] }, leaf('2')];
  expect(
    flattenClauses<{ address: string; children: never[] }>(tree as never).map(({ address }) => address),
  ).toEqual(['1', '1.a', '2']);
});
