// Full-text conditions. Each noun names the dictionary its words were indexed with.
import { refuse } from './errors.js';
import { limits } from './limits.js';
import type { Noun } from './noun.js';
import type { Site, Statement } from './statement.js';

/** The words of a search, within their limit. */
export function checkSearch(words: unknown): string {
  const text = String(words).trim();
  if (text && text.length <= limits.searchCharacters) return text;
  throw refuse(
    'BAD_USER_INPUT',
    `A search takes 1 to ${limits.searchCharacters} characters, got ${text.length}.`,
  );
}

/** The parameter that holds the words of an argument. */
export function searchWords(statement: Statement, site: Site, argument: string): string {
  return statement.parameter('text', (bound) => checkSearch(bound[site.index]?.[argument]));
}

/** What a person typed, as a query in the noun's dictionary. */
export const querySql = (noun: Noun, words: string): string =>
  `websearch_to_tsquery('${noun.options.search?.dictionary}', ${words})`;

/** The condition that a record holds the words. */
export const matchSql = (noun: Noun, alias: string, words: string): string =>
  `${alias}.search @@ ${querySql(noun, words)}`;
