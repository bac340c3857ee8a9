// Dates as sources state them: a day, a month, a year, or nothing. A partial date is held as its
// first day and, where only what certainly happened may count, is read as its last possible day.
import type { datePrecision, Word } from './vocabulary.js';

/** How much of a date is stated. */
export type Precision = Word<typeof datePrecision>;

/** An ISO date, YYYY-MM-DD, with what is stated of it; null where no date is. */
export interface PartialDate {
  readonly date: string | null;
  readonly precision: Precision;
}

/** The last day the partial date may mean, or null where it is unknown. */
export function lastPossibleDay({ date, precision }: PartialDate): string | null {
  if (date === null || precision === 'unknown') return null;
  if (precision === 'day') return date;
  if (precision === 'year') return `${date.slice(0, 4)}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The partial date as a source would print it: `2023-03-22`, `2023-03`, `2023`, or null. */
export function statedPart({ date, precision }: PartialDate): string | null {
  if (date === null || precision === 'unknown') return null;
  return date.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/** Whether a string is a real calendar day written YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
}
