// How the words of the record are said in a sentence on a page. Each phrase claims exactly what its word
// means in domain/vocabulary.ts, and nothing of which council it is said.

import type {
  basis,
  direction,
  evidenceState,
  outcome,
  reviewState,
  scope,
  strength,
  Word,
} from '../domain/vocabulary.js';
import type { CellSummary } from '../store/queries/matrix-cells.js';

type Phrases<V extends string> = Readonly<Record<V, string>>;

/** Which way, as the first word of a cell. */
export const directionWord: Phrases<Word<typeof direction>> = {
  supports: 'Supports',
  supports_with_conditions: 'Supports, on conditions',
  mixed: 'Mixed',
  notes_only: 'Notes only',
  opposes: 'Opposes',
  none_expressed: 'No direction',
};

/** Which way, as the verb of a sentence whose subject is a council. */
export const directionVerb: Phrases<Word<typeof direction>> = {
  supports: 'supports this recommendation',
  supports_with_conditions: 'supports this recommendation on conditions',
  mixed: 'supports part of this recommendation and opposes part',
  notes_only: 'only notes this recommendation',
  opposes: 'opposes this recommendation',
  none_expressed: 'mentions this recommendation and takes no direction',
};

/** How it is referred to, as the second line of a cell. */
export function basisWord(word: Word<typeof basis>, all: string): string {
  const words: Phrases<Word<typeof basis>> = {
    named: 'by name',
    paraphrased: 'in its own words',
    collective_all: `with ${all} together`,
    collective_part: 'as one of a stated group',
    thematic: 'shares the theme',
    inferred: 'our inference',
  };
  return words[word];
}

/** How far the council commits itself, as the end of a sentence. */
export const strengthPhrase: Phrases<Word<typeof strength>> = {
  commits_own_action: 'commits the council to act itself',
  directs_own_body: 'directs one of the council’s own bodies',
  calls_on_others: 'calls on others to act',
  states_view: 'states a view',
  notes: 'only notes',
};

/** How far the council commits itself, in the few words of a cell. */
export const strengthWord: Phrases<Word<typeof strength>> = {
  commits_own_action: 'acts itself',
  directs_own_body: 'directs its own body',
  calls_on_others: 'calls on others',
  states_view: 'states a view',
  notes: 'only notes',
};

/** How what is wanted compares with the recommendation, in the few words of a cell. */
export const scopeWord: Phrases<Word<typeof scope>> = {
  as_recommended: 'as recommended',
  goes_further: 'goes further',
  narrower: 'less, or a part',
  different_means: 'by other means',
};

/** How what is wanted compares with the recommendation. */
export const scopePhrase: Phrases<Word<typeof scope>> = {
  as_recommended: 'wants what was recommended',
  goes_further: 'wants more than was recommended',
  narrower: 'wants less than was recommended, or a part of it',
  different_means: 'wants the same end by other means',
};

/** Who has checked a reading, as it stands beside it. */
export const checkedPhrase: Phrases<Word<typeof reviewState>> = {
  suggested: 'suggested by a program, checked by nobody',
  drafted: 'reading not yet checked',
  checked_once: 'reading checked once',
  checked_twice: 'reading checked twice',
  disputed: 'reading disputed',
  retired: 'reading no longer held',
};

/** What a body decided, as the first words of a line. */
export const outcomeWord: Phrases<Word<typeof outcome>> = {
  carried: 'Carried',
  carried_as_amended: 'Carried as amended',
  lost: 'Lost',
  withdrawn: 'Withdrawn',
  fell: 'Fell',
  lapsed: 'Lapsed',
  deferred: 'Deferred',
  referred: 'Referred',
  noted: 'Noted',
  ruled_out: 'Ruled out',
  unknown: 'Result not known',
};

/** Why a cell is empty, in a few words for the cell itself. */
export const emptyWord: Phrases<Exclude<Word<typeof evidenceState>, 'found'>> = {
  not_adopted: 'Proposed, not adopted',
  silent: 'Motion says nothing on it',
  source_unavailable: 'Wording not available',
  searched_none_found: 'No motion found',
  not_searched: 'Not searched yet',
};

/** `all 16`, or `all recommendations` where nobody has counted them. */
export function allOf(count: number | null): string {
  return count === null ? 'all recommendations' : `all ${count}`;
}

/** Whether the council speaks of the recommendation itself, and not only of many together. */
export function isOwnWord(word: Word<typeof basis>): boolean {
  return word === 'named' || word === 'paraphrased';
}

/** `1 clause`, `2 clauses`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : nouns}`;
}

/** Whether a cell has anything to open. */
export function hasEvidence({ counts }: Pick<CellSummary, 'counts'>): boolean {
  return Object.values(counts).some((readings) => readings > 0);
}
