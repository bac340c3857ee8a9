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

const hour = 60 * 60 * 1000;

/** How long ago an instant was, as a reader says it: `5 hours ago`; by whole hours up to two days, then by days. */
export function ago(iso: string, now: Date): string {
  const hours = Math.floor((now.getTime() - Date.parse(iso)) / hour);
  if (hours < 1) return 'less than an hour ago';
  if (hours < 48) return `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`;
  return `${Math.floor(hours / 24)} days ago`;
}
