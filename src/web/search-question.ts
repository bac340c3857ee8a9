// A search as its address asks for it, read once and refused with a sentence where it cannot be used.
import { outcome } from '../domain/vocabulary.js';
import { type Facet, facets, type Search } from '../store/queries/search.js';
import { longestSearch, searchedKinds, undecided } from '../store/queries/search-sql.js';
import { readPage, single } from './question.js';
import { Refusal } from './refusal.js';

type Query = Readonly<Record<string, unknown>>;

/** Reads `q`, what it is narrowed by, and the page; `words` is empty where nothing is searched for yet. */
export function readSearch(query: Query): Search {
  const words = (single(query, 'q') ?? '').trim();
  if (words.length > longestSearch || words.includes('\0')) {
    throw new Refusal(
      'BAD_REQUEST',
      `Expected q to be a search of 1 to ${longestSearch} characters, got ${words.length}.`,
    );
  }
  const narrowed = Object.fromEntries(
    facets.flatMap((facet) => {
      const value = single(query, facet);
      return value === undefined ? [] : [[facet, checked(facet, value)] as const];
    }),
  );
  return { words, narrowed, page: readPage(query) };
}

interface Expected {
  readonly what: string;
  readonly fits: (value: string) => boolean;
}

const oneOf = (words: readonly string[]): Expected => ({
  what: `one of ${words.join(', ')}`,
  fits: (value) => words.includes(value),
});

const idOf = (kind: string, example: string): Expected => ({
  what: `an id such as ${kind}/${example}`,
  fits: (value) => new RegExp(`^${kind}/[\\w./-]{1,200}$`).test(value),
});

const expected: Readonly<Record<Facet, Expected>> = {
  kind: oneOf(searchedKinds),
  council: idOf('council', 'southwark'),
  year: { what: 'a year of four digits such as 2023', fits: (value) => /^\d{4}$/.test(value) },
  outcome: oneOf([...outcome.values, undecided]),
  theme: idOf('theme', 'vetting'),
  addressee: idOf('organisation', 'metropolitan-police'),
};

function checked(facet: Facet, value: string): string {
  const { what, fits } = expected[facet];
  if (fits(value)) return value;
  throw new Refusal('BAD_REQUEST', `Expected ${facet} to be ${what}, got “${value}”.`);
}

/** The address of a search, with some of what it asks for replaced. */
export function searchAddress(
  { words, narrowed }: Pick<Search, 'words' | 'narrowed'>,
  { facet, value, page = 1 }: { facet?: Facet; value?: string | undefined; page?: number } = {},
): string {
  const asked = { ...narrowed, ...(facet ? { [facet]: value } : {}) };
  const parameters = new URLSearchParams({ q: words });
  for (const each of facets) if (asked[each] !== undefined) parameters.set(each, asked[each]);
  if (page > 1) parameters.set('page', String(page));
  return `/search?${parameters}`;
}
