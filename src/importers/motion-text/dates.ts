// Dates as council papers print them. Only a date that exists in the calendar counts.

import type { Span } from './document.js';

export interface PrintedDate extends Span {
  /** ISO 8601; the first day where only a month is printed. */
  date: string;
  precision: 'day' | 'month';
  /** The weekday as printed, lower case, or null. */
  weekday: string | null;
  /** Whether the printed weekday is that of the date; true where none is printed. */
  fits: boolean;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

const dayName = `(?:(?<weekday>${weekdays.join('|')}),?\\s+)?`;
const monthName = `(?<month>${months.join('|')}|${months.map((month) => month.slice(0, 3)).join('|')}|sept)`;
const printed = new RegExp(
  `\\b${dayName}(?:the\\s+)?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?${monthName}\\.?,?\\s+(?<year>\\d{4})\\b`,
  'gi',
);
const slashed = /\b(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})\b/g;

/** Every date printed in a text, in order: `Wednesday 22nd March 2023`, `22/03/2023`, `March 2023`. */
export function readDates(text: string): PrintedDate[] {
  if (!/\d{4}/.test(text)) return [];
  const found = [...text.matchAll(printed), ...text.matchAll(slashed)].flatMap(toDate);
  return found.sort((a, b) => a.start - b.start);
}

/** The first such weekday after a day, within the week: Monday after Sunday 9 July is 10 July. */
export function nextWeekday(date: string, weekday: string): string | null {
  const wanted = weekdays.indexOf(weekday.toLowerCase());
  if (wanted < 0) return null;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((wanted - day.getUTCDay() + 6) % 7) + 1);
  return day.toISOString().slice(0, 10);
}

/** The weekday named in a text, as in "at Monday's meeting", or null. */
export function namedWeekday(text: string): string | null {
  return new RegExp(`\\b(${weekdays.join('|')})(?:['’]s)?\\b`, 'i').exec(text)?.[1]?.toLowerCase() ?? null;
}

function toDate(match: RegExpExecArray): PrintedDate[] {
  const { weekday, day, month = '', year = '' } = match.groups ?? {};
  const monthNumber = /^\d+$/.test(month) ? Number(month) : monthOf(month);
  const iso = `${year}-${String(monthNumber).padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  const value = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(value.getTime()) || value.toISOString().slice(0, 10) !== iso) return [];
  const fits = !weekday || weekdays[value.getUTCDay()] === weekday.toLowerCase();
  const span = { start: match.index, end: match.index + match[0].length };
  return [{ ...span, date: iso, precision: day ? 'day' : 'month', weekday: weekday ?? null, fits }];
}

function monthOf(name: string): number {
  return months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}
