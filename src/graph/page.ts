// Which page of a list a request asks for, and the exact condition that begins it after a cursor.
import { decodeCursor, hashList } from './cursor.js';
import { refuse } from './errors.js';
import type { SortKey } from './field.js';
import { limits } from './limits.js';
import { reversed } from './order.js';
import { type Arguments, type Bound, type Site, type Statement, sqlType } from './statement.js';

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** Whether a page is counted from the end. */
export const isBackward = (args: Arguments): boolean => isGiven(args.last);

/** The size of a page; refuses what is out of range instead of clamping it. */
export function pageSize(args: Arguments): number {
  const { first, last } = args;
  if (isGiven(first) && isGiven(last)) {
    throw refuse('BAD_USER_INPUT', 'Give first or last, not both.');
  }
  const size = Number(isGiven(first) ? first : isGiven(last) ? last : limits.defaultPage);
  if (size < 1) throw refuse('BAD_USER_INPUT', `A page holds 1 to ${limits.page} items, got ${size}.`);
  if (size > limits.page) {
    throw refuse(
      'PAGE_TOO_LARGE',
      `A page holds at most ${limits.page} items, got ${size}. Page on with after: endCursor.`,
      {
        limit: 'page',
        maximum: limits.page,
        asked: size,
      },
    );
  }
  return size;
}

/** What a list is, as its cursors know it: every argument but those that choose the page. */
export function listHash(field: string, { first, last, after, before, ...rest }: Arguments): string {
  return hashList([field, rest]);
}

type Parameter = (index: number) => string;

function isAfter(key: SortKey, column: string, value: string): string {
  const beyond = `${column} ${key.descending ? '<' : '>'} ${value}`;
  if (!key.nullable) return beyond;
  if (key.nulls === 'last') return `(${beyond} OR (${column} IS NULL AND ${value} IS NOT NULL))`;
  return `(${beyond} OR (${column} IS NOT NULL AND ${value} IS NULL))`;
}

const isSame = (key: SortKey, column: string, value: string) =>
  key.nullable ? `${column} IS NOT DISTINCT FROM ${value}` : `${column} = ${value}`;

/** The condition that a row stands after the place given by one parameter per key. */
export function afterSql(keys: readonly SortKey[], alias: string, parameter: Parameter): string {
  const columns = keys.map((key) => key.sql(alias));
  const values = keys.map((_, index) => parameter(index));
  // One row comparison where it says the same: an index can serve it.
  if (keys.every((key) => !key.nullable && key.descending === keys[0]?.descending)) {
    return `(${columns.join(', ')}) ${keys[0]?.descending ? '<' : '>'} (${values.join(', ')})`;
  }
  const steps = keys.map((key, index) => {
    const same = keys
      .slice(0, index)
      .map((each, i) => isSame(each, columns[i] as string, values[i] as string));
    return [...same, isAfter(key, columns[index] as string, values[index] as string)].join(' AND ');
  });
  return `(${steps.map((step) => `(${step})`).join(' OR ')})`;
}

// More ranges than this cost more to look into than one condition over all of them.
const mostRanges = 8;

/**
 * The same condition taken apart: the rows after a place are those of one range or another, and an index
 * can seek to the beginning of each. Null where one condition serves an index as well, or there are too many.
 */
export function rangesAfter(keys: readonly SortKey[], alias: string, parameter: Parameter): string[] | null {
  if (keys.every((key) => !key.nullable && key.descending === keys[0]?.descending)) return null;
  const ranges: string[] = [];
  let same: string[][] = [[]];
  keys.forEach((key, index) => {
    const [column, value] = [key.sql(alias), parameter(index)];
    const crossing =
      key.nulls === 'last'
        ? [`${value} IS NOT NULL`, `${column} IS NULL`]
        : [`${value} IS NULL`, `${column} IS NOT NULL`];
    const beyond = [
      [`${column} ${key.descending ? '<' : '>'} ${value}`],
      ...(key.nullable ? [crossing] : []),
    ];
    const alike = [
      [`${column} = ${value}`],
      ...(key.nullable ? [[`${value} IS NULL`, `${column} IS NULL`]] : []),
    ];
    for (const begun of same) for (const each of beyond) ranges.push([...begun, ...each].join(' AND '));
    same = same.flatMap((begun) => alike.map((each) => [...begun, ...each]));
  });
  return ranges.length <= mostRanges ? ranges : null;
}

/** Where a page begins: conditions that hold of all its rows, and ranges of which one holds. */
export interface PageStart {
  readonly conditions: readonly string[];
  readonly ranges: readonly string[] | null;
}

/** What `after` and `before` say, for the order as asked. */
export function pageStart(
  statement: Statement,
  site: Site,
  field: string,
  alias: string,
  keys: readonly SortKey[],
): PageStart {
  const conditions: string[] = [];
  let ranges: string[] | null = null;
  for (const end of ['after', 'before'] as const) {
    if (!isGiven(site.args[end])) continue;
    const parameter = cursorParameters(statement, site, field, end, keys);
    const towards = end === 'after' ? keys : reversed(keys);
    const found: string[] | null = ranges ? null : rangesAfter(towards, alias, parameter);
    if (found) ranges = found;
    else conditions.push(afterSql(towards, alias, parameter));
  }
  return { conditions, ranges };
}

function cursorParameters(
  statement: Statement,
  site: Site,
  field: string,
  end: 'after' | 'before',
  keys: readonly SortKey[],
): Parameter {
  const decoded = new WeakMap<Bound, readonly (string | null)[]>();
  const valuesOf = (bound: Bound) => {
    const args = bound[site.index] as Arguments;
    const values = decoded.get(bound) ?? decodeCursor(args[end], listHash(field, args), keys);
    decoded.set(bound, values);
    return values;
  };
  const made = keys.map((key, index) =>
    statement.parameter(sqlType[key.kind], (bound) => valuesOf(bound)[index]),
  );
  return (index) => made[index] as string;
}

/**
 * The LIMIT of a page: one row more, which tells whether another page follows. It is a number in the SQL,
 * not a parameter: PostgreSQL plans an unknown limit as a tenth of the table and then replans every time.
 */
export const limitSql = (args: Arguments): string => ` LIMIT ${pageSize(args) + 1}`;

/** A page's rows in the order asked, without the row that only tells that another page follows. */
export function takePage<T>(rows: readonly T[], args: Arguments): { rows: readonly T[]; more: boolean } {
  const size = pageSize(args);
  const more = rows.length > size;
  const page = more ? rows.slice(0, size) : rows;
  return { more, rows: isBackward(args) ? page.toReversed() : page };
}

/** Whether pages lie on either side. A page begun at a cursor has at least that item behind it. */
export function pageSides(
  args: Arguments,
  more: boolean,
): { hasNextPage: boolean; hasPreviousPage: boolean } {
  return isBackward(args)
    ? { hasPreviousPage: more, hasNextPage: isGiven(args.before) }
    : { hasNextPage: more, hasPreviousPage: isGiven(args.after) };
}
