// Days as a reader writes them, never more exact than the source.
import { type PartialDate, statedPart } from '../domain/partial-date.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `22 March 2023`, `March 2023` or `2023`, as far as it is stated; null where no date is. */
export function writtenDate(partial: PartialDate): string | null {
  const stated = statedPart(partial);
  if (stated === null) return null;
  const [year, month, day] = stated.split('-');
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** An instant as a reader writes it: `21 November 2026, 02:00 UTC`. */
export function writtenInstant(iso: string): string {
  const day = writtenDate({ date: iso.slice(0, 10), precision: 'day' });
  return `${day}, ${iso.slice(11, 16)} UTC`;
}
