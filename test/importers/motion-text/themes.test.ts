import { expect, test } from '@jest/globals';
import { themeFinder } from '../../../src/importers/motion-text/themes.js';

const themes = [
  { id: 'theme/stop-and-search', name: 'Stop and search', phrases: [] },
  { id: 'theme/children', name: 'Children', phrases: ['child*+safeguarding'] },
  { id: 'theme/funding', name: 'Funding', phrases: ['cut*+police', 'children’s-fund'] },
  { id: 'theme/vetting', name: 'Vetting', phrases: ['vetting', 're-vet*'] },
];

function found(clause: string, title: string | null = null): string[] {
  return themeFinder(themes)(title)(clause).map(
    ({ theme, words, quote }) => `${theme.slice(6)}: ${words}${quote === null ? ' (title)' : ''}`,
  );
}

test.each([
  ['a name of several words', 'overhaul Stop & Search at once', ['stop-and-search: Stop & Search']],
  ['a name across a line', 'overhaul stop and\nsearch', ['stop-and-search: stop and\nsearch']],
  ['a name of one word is ordinary', 'ask the funding committee about children', []],
  ['a stem', 'to re-vetted officers', ['vetting: re-vetted']],
  ['no part of a word', 'the revetting of walls', []],
  ['two parts in either order', 'Police suffer from cuts.', ['funding: Police suffer from cuts']],
  ['two parts in two sentences', 'Police are few. Bread is cut here.', []],
  ['either apostrophe', "the children's fund", ["funding: children's fund"]],
])('%s: %s', (_, clause, expected) => {
  expect(found(clause)).toEqual(expected);
});

test('the words of the clause go before those of the title', () => {
  expect(found('Ask for vetting.', 'Vetting and stop and search')).toEqual([
    'vetting: vetting',
    'stop-and-search: stop and search (title)',
  ]);
});

test('where a phrase stands is told in the clause', () => {
  const clause = 'First this. Then safeguarding of each child.';
  const [theme] = themeFinder(themes)(null)(clause);
  expect(clause.slice(theme?.quote?.start, theme?.quote?.end)).toBe('safeguarding of each child');
});
