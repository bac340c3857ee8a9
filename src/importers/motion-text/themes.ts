// Suggests the themes of an ask by phrases that its clause prints, or the title of its motion: a clause often
// says only what to do about it. Which phrases stand for a theme is data of the store; the name of a theme
// counts where it has several words, for one word alone is ordinary.

import type { Span, SuggestedTheme, ThemeHint } from './document.js';

type Found = SuggestedTheme & { quote: Span };

/** A phrase as the parts that one sentence must hold. */
type Phrase = readonly RegExp[];

/** What tells the themes of a clause: by its own words, else by the title of its motion. */
export type ThemesOf = (clause: string) => SuggestedTheme[];

/** Reads the phrases once, then tells the themes of each motion's clauses. */
export function themeFinder(themes: readonly ThemeHint[]): (title: string | null) => ThemesOf {
  const find = finder(themes);
  return (title) => {
    const ofTitle = find(title ?? '').map((one) => ({ ...one, quote: null }));
    return (clause) => {
      const own = find(clause);
      return [...own, ...ofTitle.filter(({ theme }) => !own.some((one) => one.theme === theme))];
    };
  };
}

function finder(themes: readonly ThemeHint[]): (text: string) => Found[] {
  const known = themes.map(({ id, name, phrases }) => ({
    id,
    phrases: [...namePhrase(name), ...phrases].map(toPhrase),
  }));
  const any = new RegExp(
    known.flatMap(({ phrases }) => phrases.map(([part]) => part?.source)).join('|'),
    'iu',
  );
  return (text) => {
    // Most clauses of a long paper name no theme, and one look tells.
    if (known.length === 0 || !any.test(text)) return [];
    const sentences = [...text.matchAll(/[^.;!?]+(?:[.;!?](?=\S)[^.;!?]*)*/g)];
    return known.flatMap(({ id, phrases }) => {
      const places = sentences.flatMap(({ 0: words, index }) =>
        phrases.flatMap((phrase) => placesOf(phrase, words, index)),
      );
      const quote = places.toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
      return quote ? [{ theme: id, words: text.slice(quote.start, quote.end), quote }] : [];
    });
  };
}

function namePhrase(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? [];
  return words.length > 1 ? [words.join('-')] : [];
}

function toPhrase(phrase: string): Phrase {
  return phrase.split('+').map((part) => {
    const words = part.split('-').map((word) => {
      const plain = word.replace('*', '').replace(/[’']/g, "[’']").replace(/^and$/, '(?:and|&)');
      return `${plain}${word.endsWith('*') ? '\\p{L}*' : ''}`;
    });
    return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'iu');
  });
}

/** From the first part of a phrase to the last, where a sentence holds all of them. */
function placesOf(phrase: Phrase, sentence: string, offset: number): Span[] {
  const places = phrase.map((part) => part.exec(sentence));
  const spans = places.flatMap((place) =>
    place ? [{ start: offset + place.index, end: offset + place.index + place[0].length }] : [],
  );
  if (spans.length < phrase.length) return [];
  return [
    { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
  ];
}
