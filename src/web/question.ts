// What a page is asked for in its address, read once and refused with a sentence where it cannot be used.
import { isDay } from '../domain/partial-date.js';
import { Refusal } from './refusal.js';

/** A comparison as the address asks for it; left out, the latest review and everything recorded. */
export interface Question {
  readonly review?: string;
  readonly asOf?: string;
}

/** Reads `review` and `asOf`; a form sends what is left blank as an empty value. */
export function readQuestion(query: Readonly<Record<string, unknown>>): Question {
  const review = single(query, 'review');
  const asOf = single(query, 'asOf');
  if (asOf !== undefined && !isDay(asOf)) {
    throw new Refusal('BAD_REQUEST', `Expected asOf to be a calendar day such as 2023-03-31, got “${asOf}”.`);
  }
  return { ...(review === undefined ? {} : { review }), ...(asOf === undefined ? {} : { asOf }) };
}

/** A parameter that may be given once; undefined where it is left out or blank. */
export function single(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new Refusal('BAD_REQUEST', `Expected ${name} once, got it several times.`);
}

/** The page of a list that is asked for; the first where none is. Offsets beyond a million rows serve nobody. */
export function readPage(query: Readonly<Record<string, unknown>>): number {
  const page = single(query, 'page') ?? '1';
  if (/^[1-9]\d{0,4}$/.test(page)) return Number(page);
  throw new Refusal('BAD_REQUEST', `Expected page to be a whole number from 1 to 99999, got “${page}”.`);
}
