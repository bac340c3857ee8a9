// Reviewing what programs have suggested: it is listed with the words it rests on, accepted or rejected, and
// written as seeds where that is asked for. All of a review or nothing of it.

import type { changeReason, Word } from '../domain/vocabulary.js';
import { type Fault, ReviewError } from '../errors.js';
import { openStore } from '../store/store.js';
import { writing } from '../store/write.js';
import { handleFaults } from './handle.js';
import { decide, type Verdict } from './review/decide.js';
import { writeSeeds } from './review/seeds.js';
import { type Filter, findSuggestions, type Suggestion } from './review/suggestion.js';

/** A verdict on the suggestions that a filter finds. */
export interface Decision {
  verdict: Verdict;
  /** A role or handle, never a name. */
  by: string;
  reason: Word<typeof changeReason>;
  /** Why, in words. */
  note: string;
  /** Suggested themes that are not taken over with their asks, by id. */
  withoutThemes: readonly string[];
  /** The seeds folder that what was decided is written to; null writes none. */
  seeds: string | null;
}

/** What a review found and did. */
export interface ReviewReport {
  suggestions: Suggestion[];
  verdict: Verdict | null;
  /** The seed files that changed. */
  files: string[];
}

/** The suggestions that fit; reads only. */
export async function listSuggestions(url: string, filter: Filter): Promise<ReviewReport> {
  const store = openStore(url, { max: 1 });
  try {
    return { suggestions: await findSuggestions(store.pool, filter), verdict: null, files: [] };
  } finally {
    await store.close();
  }
}

/**
 * Accepts or rejects every suggestion that fits, in one transaction.
 * @throws ReviewError where nothing fits, an id is not that of an open suggestion, or the seeds cannot hold it.
 */
export async function decideSuggestions(
  url: string,
  filter: Filter,
  { verdict, by, reason, note, withoutThemes, seeds }: Decision,
): Promise<ReviewReport> {
  refuse(handleFaults(by, note));
  const store = openStore(url, { max: 1 });
  try {
    return await writing(store, { by, reason, note }, async (writer) => {
      const suggestions = await findSuggestions(writer.client, filter);
      if (suggestions.length === 0) refuse([{ expected: 'suggestions that fit', got: 'none' }]);
      refuse(strangers(withoutThemes, suggestions));
      await decide(writer, suggestions, { verdict, by, withoutThemes });
      const files = seeds === null ? [] : await writeSeeds(writer.client, seeds, suggestions, by);
      return { suggestions, verdict, files };
    });
  } finally {
    await store.close();
  }
}

/** A theme to leave out must be one that is suggested, or it was misspelt. */
function strangers(withoutThemes: readonly string[], suggestions: readonly Suggestion[]): Fault[] {
  const suggested = new Set(suggestions.flatMap(({ themes }) => themes.map(({ theme }) => theme)));
  return withoutThemes
    .filter((theme) => !suggested.has(theme))
    .map((got) => ({ expected: 'a theme that is suggested with these asks', got }));
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ReviewError(faults);
}

/** A review as lines to read. */
export function tellReview({ suggestions, verdict, files }: ReviewReport): string {
  const done = verdict === null ? 'open' : verdict === 'accept' ? 'accepted' : 'rejected';
  const count = `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'} ${done}`;
  return [count, ...suggestions.flatMap(tell), ...files.map((file) => `written: ${file}`)].join('\n');
}

function tell({ id, says, words, isHeld, themes }: Suggestion): string[] {
  const fields = Object.entries(says)
    .filter(([, value]) => value !== null && value.length > 0)
    .map(([field, value]) => `${field} ${[value].flat().join(' ')}`);
  const quoted = (quote: string | null) =>
    quote === null ? 'its words are not on record' : `“${quote}”${isHeld ? ' (held, not published)' : ''}`;
  const suggested = themes.map((one) => `  suggested ${one.theme}: ${quoted(one.words)}`);
  return ['', id, `  ${fields.join(' · ')}`, `  ${quoted(words)}`, ...suggested];
}
