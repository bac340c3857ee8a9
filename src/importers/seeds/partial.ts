import type { PartialDate } from '../../domain/partial-date.js';

/** `2023-03` → the first of March 2023, of which the month is stated; null → unknown. */
export function partial(stated: string | number | null): PartialDate {
  const text = String(stated ?? '');
  if (text === '') return { date: null, precision: 'unknown' };
  const precision = text.length === 10 ? 'day' : text.length === 7 ? 'month' : 'year';
  return { date: `${text}-01-01`.slice(0, 10), precision };
}
