// Where two texts share wording. Words are compared as they sound to a reader: without case, punctuation
// or the form of an apostrophe. Phrases of the trade (calls on the Secretary of State to …) stand in
// unrelated motions too, so a passage counts only for the words that are not of the trade.
import { formulaic } from './formulaic.js';

/** One word of a text: as compared, and where it stands, in UTF-16 units. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A run of words that two texts share: where it begins in each, in words, and how many words it has. */
export interface Passage {
  readonly at: number;
  readonly other: number;
  readonly length: number;
}

/** What two texts share. */
export interface Reuse {
  /** Shared runs of three words among all runs of three words of both texts, in per cent. */
  readonly similarity: number;
  /** The longest passage they share. */
  readonly longest: Passage;
}

/** Words of one fingerprint. */
const gram = 4;
/** Fingerprints of which the smallest is kept: a shared passage of gram + window - 1 words is always found. */
const window = 4;
/** Words of a run that similarity is counted by, and of the shortest passage. */
const run = 3;

/** How many different words that are not of the trade two texts must share in passages. */
const leastTelling = 6;
/** Chance meets no more than this: one passage of so many words, or so much of both texts in per cent. */
const leastPassage = 8;
const leastSimilarity = 15;

/** The words of a text. */
export function wordsOf(text: string): TextWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].normalize('NFKC').toLowerCase().replace(/['’ʼ]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

// FNV-1a, kept to 32 bits: small numbers that PostgreSQL can hold and index in a list.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value | 0;
}

function runsOf(words: readonly TextWord[], size: number): string[] {
  const runs: string[] = [];
  for (let at = 0; at + size <= words.length; at += 1) {
    let text = '';
    for (let n = 0; n < size; n += 1) text += `${(words[at + n] as TextWord).word} `;
    runs.push(text);
  }
  return runs;
}

/**
 * Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken 2003): of every few runs of words the
 * one with the smallest hash, so that texts which share a passage share a fingerprint. Signed, 32 bits.
 */
export function fingerprints(words: readonly TextWord[]): number[] {
  const hashes = runsOf(words, gram).map(hash);
  const kept = new Set<number>();
  const windows = Math.max(hashes.length - window + 1, Math.min(hashes.length, 1));
  for (let at = 0; at < windows; at += 1) kept.add(Math.min(...hashes.slice(at, at + window)));
  return [...kept].sort((a, b) => a - b);
}

function similarityOf(words: readonly TextWord[], others: readonly TextWord[]): number {
  const runs = new Set(runsOf(words, run));
  const otherRuns = new Set(runsOf(others, run));
  const all = new Set([...runs, ...otherRuns]).size;
  return all === 0 ? 0 : Math.round((100 * (runs.size + otherRuns.size - all)) / all);
}

/** The passages two texts share, longest first, none overlapping another in either text. */
export function sharedPassages(
  words: readonly TextWord[],
  others: readonly TextWord[],
  least = run,
): Passage[] {
  const taken = { here: new Set<number>(), there: new Set<number>() };
  const isFree = ({ at, other, length }: Passage) => {
    for (let n = 0; n < length; n += 1) {
      if (taken.here.has(at + n) || taken.there.has(other + n)) return false;
    }
    return true;
  };
  const passages: Passage[] = [];
  const runs = commonRuns(words, others, least).sort((a, b) => b.length - a.length || a.at - b.at);
  for (const passage of runs) {
    if (!isFree(passage)) continue;
    passages.push(passage);
    for (let n = 0; n < passage.length; n += 1) {
      taken.here.add(passage.at + n);
      taken.there.add(passage.other + n);
    }
  }
  return passages;
}

// Runs that cannot be made longer in either direction, begun where both texts have the same word.
function commonRuns(words: readonly TextWord[], others: readonly TextWord[], least: number): Passage[] {
  const places = Map.groupBy(others.keys(), (at) => (others[at] as TextWord).word);
  const found: Passage[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (const other of places.get((words[at] as TextWord).word) ?? []) {
      if (at > 0 && other > 0 && words[at - 1]?.word === others[other - 1]?.word) continue;
      let length = 1;
      while (words[at + length] && words[at + length]?.word === others[other + length]?.word) length += 1;
      if (length >= least) found.push({ at, other, length });
    }
  }
  return found;
}

function tellingWords(words: readonly TextWord[], passages: readonly Passage[]): number {
  const shared = passages.flatMap(({ at, length }) => words.slice(at, at + length));
  return new Set(shared.filter(({ word }) => !formulaic.has(word)).map(({ word }) => word)).size;
}

/** What two texts share; null where that is no more than phrases of the trade, or chance. */
export function reuseOf(words: readonly TextWord[], others: readonly TextWord[]): Reuse | null {
  const passages = sharedPassages(words, others);
  const [longest] = passages;
  if (!longest || tellingWords(words, passages) < leastTelling) return null;
  const similarity = similarityOf(words, others);
  return longest.length >= leastPassage || similarity >= leastSimilarity ? { similarity, longest } : null;
}
