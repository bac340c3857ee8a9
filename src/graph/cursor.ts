// Cursors: a place in one order of one list. They carry the sort values, the key and a hash of what
// was listed, so that a cursor of another filter or order is refused instead of answering nonsense.
import { createHash } from 'node:crypto';
import { refuse } from './errors.js';
import type { SortKey } from './field.js';
import { isDay } from './scalars.js';

const version = 1;

type Values = readonly (string | null)[];

/** A short hash over what a list is: its field, filter, search and order. */
export function hashList(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

/** The cursor of a row. */
export function encodeCursor(hash: string, values: Values): string {
  return Buffer.from(JSON.stringify([version, hash, ...values])).toString('base64url');
}

const invalid = () =>
  refuse(
    'INVALID_CURSOR',
    'This cursor does not belong to this list with this filter and order. Start again without it.',
  );

const fits: Record<SortKey['kind'], (value: string) => boolean> = {
  text: () => true,
  date: isDay,
  integer: (value) => /^-?\d{1,15}$/.test(value),
  boolean: (value) => /^(t|f|true|false)$/.test(value),
  instant: (value) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(value) && !Number.isNaN(Date.parse(value)),
  json: () => false,
  search: () => false,
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw invalid();
  }
}

function isValue(value: unknown, key: SortKey | undefined): value is string | null {
  if (!key) return false;
  if (value === null) return key.nullable;
  return typeof value === 'string' && !value.includes('\0') && fits[key.kind](value);
}

/** The sort values a cursor carries; refuses any that this list did not hand out. */
export function decodeCursor(cursor: unknown, hash: string, keys: readonly SortKey[]): Values {
  const read = readJson(String(cursor));
  if (!Array.isArray(read) || read.length !== keys.length + 2) throw invalid();
  const [made, of, ...values] = read as unknown[];
  if (made !== version || of !== hash) throw invalid();
  if (!values.every((value, index) => isValue(value, keys[index]))) throw invalid();
  return values as Values;
}
