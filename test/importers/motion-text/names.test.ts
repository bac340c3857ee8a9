import { expect, test } from '@jest/globals';
import { isKnownName, readNames } from '../../../src/importers/motion-text/names.js';

test.each([
  ['We thank Sir Alan Quill, who wrote to us.', 'Alan Quill', false],
  ['after the murder of Jane Roe in March', 'Jane Roe', false],
  ['Mr Peter Sand asked for a play street', 'Peter Sand', false],
  ['the Commissioner, Sir Alan Quill, has said', 'Alan Quill', true],
  ['with our local Assembly Member, Rosa Lind, to press', 'Rosa Lind', true],
  ['Baroness Finch found', 'Finch', true],
])('%s', (text, name, hasOffice) => {
  expect(readNames(text)).toEqual([{ name, hasOffice }]);
});

test.each([
  'The Cabinet Member for Safer Communities should write to the Home Secretary.',
  'Residents of North Peckham want the Met to listen to the Youth Advisory Group.',
  'A scheme called Safer Streets began on Old Kent Road.',
])('names nobody: %s', (text) => {
  expect(readNames(text)).toEqual([]);
});

test('a name is known when all its words belong to one known office-holder', () => {
  const known = ['Marina Lind, London Assembly Member', 'Nora Finch, Baroness Finch of Blackfield'];
  expect(isKnownName('Marina Lind', known)).toBe(true);
  expect(isKnownName('Finch', known)).toBe(true);
  expect(isKnownName('Marina Finch', known)).toBe(false);
});
