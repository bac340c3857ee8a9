// Which recommendation a clause says in its own words: by the words they share, each weighed by how
// few of the review's recommendations use it. The threshold is conservative: a missed link costs a
// person one look, a false one costs trust.

import type { ReviewHint, Span } from './document.js';

export interface Overlap {
  id: string;
  /** The shared words as the clause prints them. */
  words: string[];
  quote: Span;
}

interface WordAt extends Span {
  stem: string;
  word: string;
}

const leastWords = 3;
const leastShare = 0.3;

const common = new Set(
  'about above after again also among another because been being between bring come could council does each every from further give have having here into like make more most much must need new only other over part people police policing same shall should some such take than that their them then there these they this those through under upon very well were what when where which while will with without work would year your metropolitan service services officer officers london londoners review report recommendation recommendation community communities public support'.split(
    ' ',
  ),
);

/** The recommendations that a text paraphrases, best first; none where the likeness is weak. */
export function matchRecommendations(text: string, review: ReviewHint): Overlap[] {
  const named = review.recommendations.flatMap((one) => matchTitle(text, one.id, one.title));
  const alike = matchWords(text, review).filter(({ id }) => !named.some((one) => one.id === id));
  return [...named, ...alike];
}

/** A run of the title's own words, such as "stop and search", printed as it stands there. */
function matchTitle(text: string, id: string, title: string): Overlap[] {
  const words = title.split(/\s+/);
  const isOwn = words.map((word) => wordsOf(word).length > 0);
  const runs = words.flatMap((_, from) =>
    words.slice(from + 2).map((_word, length) => ({ from, to: from + 2 + length })),
  );
  const own = runs
    .filter(
      ({ from, to }) => isOwn[from] && isOwn[to] && isOwn.slice(from, to + 1).filter(Boolean).length > 1,
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { from, to } of own) {
    const phrase = words.slice(from, to + 1).join(' ');
    const start = text.toLowerCase().indexOf(phrase.toLowerCase());
    if (start >= 0)
      return [
        {
          id,
          words: [text.slice(start, start + phrase.length)],
          quote: { start, end: start + phrase.length },
        },
      ];
  }
  return [];
}

function matchWords(text: string, review: ReviewHint): Overlap[] {
  const own = review.recommendations.map((one) => ({
    id: one.id,
    stems: stemsOf(`${one.title} ${one.summary ?? ''}`),
  }));
  const weight = (stem: string) =>
    Math.log(1 + own.length / own.filter(({ stems }) => stems.has(stem)).length);
  const said = wordsOf(text.slice(0, 4000));
  const scored = own.map(({ id, stems }) => {
    const shared = said.filter(({ stem }) => stems.has(stem));
    const distinct = new Set(shared.map(({ stem }) => stem));
    const total = sum([...stems].map(weight));
    return {
      id,
      shared,
      count: distinct.size,
      share: total > 0 ? sum([...distinct].map(weight)) / total : 0,
    };
  });
  return scored
    .filter(({ count, share }) => count >= leastWords && share >= leastShare)
    .sort((a, b) => b.share - a.share)
    .map(({ id, shared }) => ({
      id,
      words: [...new Set(shared.map(({ word }) => word))],
      quote: { start: shared[0]?.start ?? 0, end: shared.at(-1)?.end ?? 0 },
    }));
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ stem }) => stem));
}

function wordsOf(text: string): WordAt[] {
  return [...text.matchAll(/\p{L}{4,}/gu)].flatMap((match) => {
    const word = match[0].toLowerCase();
    const span = { start: match.index, end: match.index + match[0].length };
    return common.has(word) ? [] : [{ ...span, word: match[0], stem: stemOf(word) }];
  });
}

/** Enough of stemming to meet "recruiting" with "recruitment": a common ending off, seven letters kept. */
function stemOf(word: string): string {
  return word.replace(/(?:ations?|ements?|ments?|ings?|ions?|ness|ed|es|s|e|ly)$/, '').slice(0, 7);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
