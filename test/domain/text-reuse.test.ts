import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprints, reuseOf, sharedPassages, wordsOf } from '../../src/domain/text-reuse.js';
import { differencesOf } from '../../src/domain/word-differences.js';
import { families, unrelated } from './lineage-texts.js';

const all = [
  ...families.flatMap(({ name, wordings }) => wordings.map((text) => ({ family: name, text }))),
  ...unrelated.map((text) => ({ family: text, text })),
].map((each) => ({ ...each, words: wordsOf(each.text) }));

const pairs = all.flatMap((a, at) => all.slice(at + 1).map((b) => ({ a, b, isSame: a.family === b.family })));

describe('shared wording', () => {
  const same = pairs.filter(({ isSame }) => isSame);

  test.each(same.map(({ a, b }) => [a.family, a, b] as const))('is told: %s', (_name, a, b) => {
    expect(reuseOf(a.words, b.words)).not.toBeNull();
  });

  test('is not told of clauses that share the phrases of the trade alone', () => {
    const found = pairs.filter(({ a, b, isSame }) => !isSame && reuseOf(a.words, b.words));
    expect(found.map(({ a, b }) => [a.text, b.text])).toEqual([]);
  });

  // A wording rewritten throughout shares no fingerprint; it is still met through the one between.
  test('is met by a fingerprint in all pairs but one', () => {
    const met = same.filter(({ a, b }) => {
      const prints = new Set(fingerprints(a.words));
      return fingerprints(b.words).some((print) => prints.has(print));
    });
    expect(met.length).toBeGreaterThanOrEqual(same.length - 1);
  });
});

test('words are compared without case, punctuation or the form of an apostrophe', () => {
  const words = (text: string) => wordsOf(text).map(({ word }) => word);
  expect(words('The Mayor’s “Plan”—2nd')).toEqual(words("the mayor's plan, 2ND"));
  expect(words('the mayors plan 2nd')).toEqual(words("The Mayor's Plan – 2nd"));
  expect(wordsOf('a bc').map(({ start, end }) => [start, end])).toEqual([
    [0, 1],
    [2, 4],
  ]);
});

const word = fc.constantFrom('ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'pine', 'yew');
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

test('a text is its own whole, whoever compares with whom', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [here, there] = [wordsOf(a), wordsOf(b)];
      expect(reuseOf(here, there)?.similarity).toBe(reuseOf(there, here)?.similarity);
      const [whole] = sharedPassages(here, here, 1);
      expect(whole?.length ?? 0).toBe(here.length);
    }),
  );
});

test('texts that share seven words in a row share a fingerprint', () => {
  fc.assert(
    fc.property(text, text, fc.array(word, { minLength: 7, maxLength: 12 }), (before, after, shared) => {
      const one = new Set(fingerprints(wordsOf(`${before} ${shared.join(' ')} ${after}`)));
      const other = fingerprints(wordsOf(`${after} ${shared.join(' ')} ${before}`));
      expect(other.some((print) => one.has(print))).toBe(true);
    }),
  );
});

test('passages are shared, do not overlap and are told longest first', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [here, there] = [wordsOf(a), wordsOf(b)];
      const passages = sharedPassages(here, there, 3);
      const taken = new Set<number>();
      for (const [n, { at, other, length }] of passages.entries()) {
        expect(length).toBeLessThanOrEqual(passages[n - 1]?.length ?? length);
        for (let step = 0; step < length; step += 1) {
          expect(here[at + step]?.word).toBe(there[other + step]?.word);
          expect(taken.has(at + step)).toBe(false);
          taken.add(at + step);
        }
      }
    }),
  );
});

test('differences give both texts back, word for word', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const parts = differencesOf([a, wordsOf(a)], [b, wordsOf(b)]);
      const side = (which: string) =>
        wordsOf(parts.map((part) => (part.in === which || part.in === 'both' ? part.text : ' ')).join(''));
      expect(side('earlier').map((each) => each.word)).toEqual(wordsOf(a).map((each) => each.word));
      expect(side('later').map((each) => each.word)).toEqual(wordsOf(b).map((each) => each.word));
    }),
  );
});

test('only the words that changed are marked', () => {
  const [a, b] = ['more than ninety lamps are dark', 'More than two hundred lamps are dark.'];
  expect(differencesOf([a, wordsOf(a)], [b, wordsOf(b)])).toEqual([
    { in: 'both', text: 'More than ' },
    { in: 'earlier', text: 'ninety ' },
    { in: 'later', text: 'two hundred ' },
    { in: 'both', text: 'lamps are dark.' },
  ]);
});
