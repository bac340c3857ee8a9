// The list of published nouns. A class per noun says, once, what is published and where it is read:
// columns take their sentence and whether they may be null from the store's own description.
import type { Selectable } from 'kysely';
import { type IdTable, idKind } from '../domain/ids.js';
import { type ColumnKind, description, type TableDescription } from '../store/describe.js';
import type { Database, TableName } from '../store/tables.js';
import { type FieldMap, type Late, type LinkOptions, linkOf, type SortKey, type TypeClass } from './field.js';

type Camel<S> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
type Hidden = 'search' | 'number_sort';

type Read<T extends TableName> = Selectable<Database[T]>;

/** What a class of table T must declare: every published column, and every reference without its Id. */
export type Columns<T extends TableName> = {
  [C in Exclude<keyof Read<T> & string, Hidden> as C extends `${infer Name}_id`
    ? Camel<Name>
    : Camel<C>]: C extends `${string}_id` ? Reference<Read<T>[C]> : Read<T>[C];
};
type Reference<V> = null extends V ? object | null : object;

/** A connection as a declaration types it; the planner makes the real one. */
export interface Paged<T> {
  nodes: T[];
}

/** One noun: its type, its table, its names and its fields. */
export interface Noun {
  readonly type: string;
  readonly target: TypeClass;
  readonly table: TableDescription;
  readonly about: string;
  /** First segment of its ids; null where it has none of its own. */
  readonly prefix: string | null;
  readonly options: NounOptions;
  readonly order: readonly SortKey[];
  readonly fields: Map<string, FieldMap>;
}

/** What a noun says of itself beside its columns. */
export interface NounOptions {
  /** Root fields, where it has them. */
  one?: string;
  many?: string;
  /** Default order, by columns; `-date` is descending. Nulls come last, the id decides ties. */
  order?: readonly string[];
  /** Whether a constraint lets no two rows share the columns of `order`, so that no id has to decide. */
  isOrderTotal?: true;
  /** Rows its connections leave out unless an argument asks for them. */
  unlessAsked?: { argument: string; about: string; keep: (alias: string) => string };
  /** The condition that a row held on a day, which its connections then take as `asOf`. */
  asOf?: { about: string; held: (alias: string, day: string) => string };
  /** How full-text search finds it: dictionary, and the words its highlights are cut from. */
  search?: { dictionary: 'simple' | 'english'; words: (alias: string) => string; argument: boolean };
  /** Where its sources are found, when not in its own bridge table. */
  sources?: LinkOptions;
}

type Declare = (table: TableDescription, name: string) => FieldMap;

const pending = new WeakMap<object, Map<string, Declare>>();
const nouns = new Map<TypeClass, Noun>();

/** The noun a class declares. */
export function nounOf(target: TypeClass): Noun {
  const found = nouns.get(target);
  if (!found) throw new Error(`${target.name} declares no noun`);
  return found;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function columnOf(table: TableDescription, name: string) {
  const column = table.columns.find((each) => each.name === name);
  if (!column) throw new Error(`table ${table.name} has no column ${name}`);
  return column;
}

function declare(make: Declare): PropertyDecorator {
  return (prototype, name) => {
    const fields = pending.get(prototype) ?? new Map<string, Declare>();
    pending.set(prototype, fields.set(String(name), make));
  };
}

/** Publishes a column under its own name in camelCase. */
export function Column(type: Late<unknown>, options: { sortAs?: string } = {}): PropertyDecorator {
  return declare((table, name) => {
    const { name: column, kind, nullable, about } = columnOf(table, snake(name));
    const sql = (alias: string) => `${alias}.${column}`;
    const sortSql = (alias: string) => `${alias}.${options.sortAs ?? column}`;
    return { is: 'column', kind, nullable, about, type, sql, sortSql };
  });
}

/** Publishes a value that SQL derives from the row. */
export function Derived(
  type: Late<unknown>,
  options: { about: string; kind: ColumnKind; nullable?: boolean; sql: (alias: string) => string },
): PropertyDecorator {
  const { about, kind, nullable = false, sql } = options;
  return declare(() => ({ is: 'column', kind, nullable, about, type, sql, sortSql: sql }));
}

/** Publishes the record a reference points at; `key` replaces the column by an expression. */
export function ToOne(
  to: Late,
  options: { about?: string; key?: (alias: string) => string } = {},
): PropertyDecorator {
  return declare((table, name) => {
    const column = columnOf(table, `${snake(name)}_id`);
    const key = options.key ?? ((alias: string) => `${alias}.${column.name}`);
    return { is: 'one', to, key, nullable: column.nullable, about: options.about ?? column.about };
  });
}

/** Publishes the records that point at this one as a connection. */
export function ToMany(
  to: Late,
  options: LinkOptions & { about: string; everything?: boolean; beside?: string },
): PropertyDecorator {
  const { about, everything = false, beside } = options;
  return declare(() => ({
    is: 'many',
    to,
    link: linkOf(options),
    about,
    everything,
    ...(beside ? { beside } : {}),
  }));
}

/** Publishes a short list that is never paged; `size` is what a query's cost expects of it. */
export function ListOf(to: Late, options: LinkOptions & { about: string; size: number }): PropertyDecorator {
  const { about, size } = options;
  return declare(() => ({ is: 'list', to, link: linkOf(options), about, size }));
}

function sortKey(table: TableDescription, key: string): SortKey {
  const name = key.replace(/^-/, '');
  const { kind, nullable } = columnOf(table, name);
  const sql = (alias: string) => `${alias}.${name}`;
  return { sql, kind, nullable, descending: key.startsWith('-'), nulls: 'last' };
}

/** The key that decides ties, always ascending: that is how the indexes hold it. */
export function tiebreak(table: TableDescription): SortKey[] {
  return table.key.map((name) => sortKey(table, name));
}

/** Declares a class as the noun of a table. */
export function Noun(name: TableName, options: NounOptions = {}) {
  return (target: TypeClass): void => {
    const table = description(name);
    const own = [...(pending.get(target.prototype) ?? [])];
    const fields = new Map(own.map(([field, make]) => [field, make(table, field)] as const));
    const order = (options.order ?? []).map((key) => sortKey(table, key));
    nouns.set(target, {
      type: target.name,
      target,
      table,
      about: table.about,
      prefix: Object.hasOwn(idKind, name) ? idKind[name as IdTable] : null,
      options,
      order: options.isOrderTotal ? order : [...order, ...tiebreak(table)],
      fields,
    });
  };
}
