// What a page is asked for in its address, read once and refused with a sentence where it cannot be used; and
// the one address by which a comparison is asked for again.
import { isDay } from '../domain/partial-date.js';
import { Refusal } from './refusal.js';

/** In which order recommendations are listed. */
export type RowOrder = 'number' | 'title' | 'held';

/** In which order councils are listed: those that hold a position first, by name, or by day of decision. */
export type ColumnOrder = 'held' | 'name' | 'decided';

/** A comparison as the address asks for it; left out, the latest review and everything recorded. */
export interface Question {
  readonly review?: string;
  readonly asOf?: string;
  readonly councils?: readonly string[];
  readonly recommendations?: readonly string[];
  readonly differencesOnly?: boolean;
  /** Keep only recommendations of which a council shown speaks by itself. */
  readonly itselfOnly?: boolean;
  readonly region?: string;
  readonly theme?: string;
  readonly addressee?: string;
  readonly rows?: RowOrder;
  readonly columns?: ColumnOrder;
  readonly page?: number;
}

type Query = Readonly<Record<string, unknown>>;

/** Reads a question; a form sends what is left blank as an empty value, and a list as a name repeated. */
export function readQuestion(query: Query): Question {
  const asOf = single(query, 'asOf');
  if (asOf !== undefined && !isDay(asOf)) {
    throw new Refusal('BAD_REQUEST', `Expected asOf to be a calendar day such as 2023-03-31, got “${asOf}”.`);
  }
  return stated({
    review: single(query, 'review'),
    councils: several(query, 'councils'),
    recommendations: several(query, 'recommendations'),
    differencesOnly: flag(query, 'differences'),
    itselfOnly: flag(query, 'itself'),
    asOf,
    region: single(query, 'region'),
    theme: single(query, 'theme'),
    addressee: single(query, 'addressee'),
    rows: oneOf(query, 'rows', ['number', 'title', 'held']),
    columns: oneOf(query, 'columns', ['held', 'name', 'decided']),
    page: query.page === undefined ? undefined : readPage(query),
  });
}

/** Whether a form wrote the query, so that the same question has a shorter address. */
export function isFromForm(query: Query): boolean {
  return Object.values(query).some((value) => value === '' || Array.isArray(value));
}

/** The address of a comparison, in one spelling; `form` is `.csv` or `.json` for its other forms. */
export function compareAddress(question: Question, form: '' | '.csv' | '.json' = ''): string {
  const { review, councils, recommendations, differencesOnly, itselfOnly, asOf } = question;
  const { region, theme, addressee, rows, columns, page } = question;
  const parts: Readonly<Record<string, string | number | undefined>> = {
    review,
    councils: councils?.join(','),
    recommendations: recommendations?.join(','),
    differences: differencesOnly ? 1 : undefined,
    itself: itselfOnly ? 1 : undefined,
    asOf,
    region,
    theme,
    addressee,
    rows,
    columns,
    page: page === 1 ? undefined : page,
  };
  const asked = Object.entries(parts).filter(([, value]) => value !== undefined);
  const query = asked.map(([name, value]) => `${name}=${plainly(String(value))}`).join('&');
  return `/compare${form}${query ? `?${query}` : ''}`;
}

// Slashes and commas may stand in a query as they are, and ids stay readable.
function plainly(value: string): string {
  return encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',');
}

/** A question without the parts that are not stated. */
export function stated(parts: { readonly [K in keyof Question]: Question[K] | undefined }): Question {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** The one value of a name; nothing where it is left out or blank. */
export function single(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new Refusal('BAD_REQUEST', `Expected ${name} once, got it several times.`);
}

function several(query: Query, name: string): readonly string[] | undefined {
  const given = [query[name] ?? []].flat() as readonly unknown[];
  const ids = given.flatMap((value) => String(value).split(',')).filter((id) => id.trim() !== '');
  return ids.length > 0 ? [...new Set(ids.map((id) => id.trim()))] : undefined;
}

function flag(query: Query, name: string): true | undefined {
  return oneOf(query, name, ['0', '1']) === '1' ? true : undefined;
}

function oneOf<V extends string>(query: Query, name: string, values: readonly V[]): V | undefined {
  const value = single(query, name);
  if (value === undefined) return undefined;
  const known = values.find((each) => each === value);
  if (known !== undefined) return known;
  throw new Refusal('BAD_REQUEST', `Expected ${name} to be one of ${values.join(', ')}, got “${value}”.`);
}

/** The page of a list that is asked for; the first where none is. Offsets beyond a million rows serve nobody. */
export function readPage(query: Query): number {
  const page = single(query, 'page') ?? '1';
  if (/^[1-9]\d{0,4}$/.test(page)) return Number(page);
  throw new Refusal('BAD_REQUEST', `Expected page to be a whole number from 1 to 99999, got “${page}”.`);
}
