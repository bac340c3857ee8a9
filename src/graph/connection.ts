// A list compiled as a connection: its level, its count, and the object they are assembled into.
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { encodeCursor } from './cursor.js';
import { refuse } from './errors.js';
import type { SortKey } from './field.js';
import { compileWhere } from './filter.js';
import { addCount, Level } from './level.js';
import { limits } from './limits.js';
import type { Noun } from './noun.js';
import { type OrderItem, orderOf, orderSql, reversed } from './order.js';
import { cursorConditions, isBackward, limitSql, listHash, pageSides, takePage } from './page.js';
import { type Compiler, objectOf } from './plan.js';
import type { Selected } from './selection.js';
import {
  type Answer,
  type Arguments,
  type Bound,
  numberOf,
  type Read,
  type Row,
  rowsUnder,
  type Site,
} from './statement.js';

/** Where a list hangs: on a row of a level, by a condition; absent for a root field. */
export interface Hanging {
  readonly parent: Level;
  /** The condition over the list's alias and the name of the parent's key. */
  readonly on: (alias: string, key: (parentSql: string) => string) => string;
  /** SQL of the parent's key, in the parent's level. */
  readonly keySql: string;
  /** Compiles a field of the parent that is shown on the connection. */
  readonly beside?: (selected: Selected) => Read;
}

function searchCondition({ statement }: Compiler, site: Site, noun: Noun, alias: string): string[] {
  const { search } = noun.options;
  if (!search || typeof site.args.search !== 'string') return [];
  const words = statement.parameter('text', (bound: Bound) =>
    checkSearch((bound[site.index] as Arguments).search),
  );
  return [`${alias}.search @@ websearch_to_tsquery('${search.dictionary}', ${words})`];
}

/** The words of a search, within their limit. */
export function checkSearch(words: unknown): string {
  const text = String(words).trim();
  if (text && text.length <= limits.searchCharacters) return text;
  throw refuse(
    'BAD_USER_INPUT',
    `A search takes 1 to ${limits.searchCharacters} characters, got ${text.length}.`,
  );
}

/** What must hold of every row of a list, whichever page is asked for. */
function membership(
  compiler: Compiler,
  site: Site,
  noun: Noun,
  alias: string,
  everything: boolean,
): string[] {
  const { unlessAsked } = noun.options;
  const where = compileWhere(compiler.statement, site, noun, alias);
  return [
    ...(where ? [where] : []),
    ...(unlessAsked && !everything && site.args[unlessAsked.argument] !== true
      ? [unlessAsked.keep(alias)]
      : []),
    ...searchCondition(compiler, site, noun, alias),
  ];
}

/** How a connection's parts are read from one page of rows. */
export interface PageReader {
  readonly node: (selected: Selected) => Read;
  readonly edge: (selected: Selected) => Read | null;
  readonly cursor: () => (row: Row, answer: Answer) => string;
  readonly args: (answer: Answer) => Arguments;
}

type PageRead = (page: readonly Row[], more: boolean, answer: Answer) => unknown;

function objectFrom<T extends unknown[]>(parts: readonly (readonly [string, (...input: T) => unknown])[]) {
  return (...input: T) => Object.fromEntries(parts.map(([key, read]) => [key, read(...input)]));
}

function compilePageInfo({ args, cursor }: PageReader, fields: readonly Selected[]): PageRead {
  const cursorAt = (index: number): PageRead => {
    const read = cursor();
    return (page, _more, answer) => (page.length ? read(page.at(index) as Row, answer) : null);
  };
  const parts: Record<string, () => PageRead> = {
    startCursor: () => cursorAt(0),
    endCursor: () => cursorAt(-1),
    hasNextPage: () => (_page, more, answer) => pageSides(args(answer), more).hasNextPage,
    hasPreviousPage: () => (_page, more, answer) => pageSides(args(answer), more).hasPreviousPage,
  };
  return objectFrom(fields.map(({ key, name }) => [key, (parts[name] as () => PageRead)()] as const));
}

function compileEdges(compiler: Compiler, reader: PageReader, selected: Selected): PageRead {
  const fields = compiler.fieldsOf(selected);
  const edge = objectFrom(
    fields.map((field) => {
      const own = field.name === 'cursor' ? reader.cursor() : reader.edge(field);
      return [field.key, own ?? reader.node(field)] as const;
    }),
  );
  return (page, _more, answer) => page.map((row) => edge(row, answer));
}

/** Compiles what a page of rows is assembled into; `other` answers fields that need no rows. */
export function compilePage(
  compiler: Compiler,
  reader: PageReader,
  fields: readonly Selected[],
): [string, PageRead][] {
  return fields.flatMap((selected): [string, PageRead][] => {
    if (selected.name === 'pageInfo')
      return [[selected.key, compilePageInfo(reader, compiler.fieldsOf(selected))]];
    if (selected.name === 'edges') return [[selected.key, compileEdges(compiler, reader, selected)]];
    if (selected.name !== 'nodes') return [];
    const node = reader.node(selected);
    return [[selected.key, (page, _more, answer) => page.map((row) => node(row, answer))]];
  });
}

function startLevel(
  compiler: Compiler,
  site: Site,
  noun: Noun,
  keys: readonly SortKey[],
  hanging?: Hanging,
): Level {
  const { statement } = compiler;
  const level = new Level(statement, noun, hanging ? { parent: hanging.parent } : {});
  if (hanging) level.conditions.push(hanging.on(level.alias, (sql) => hanging.parent.key(sql)));
  level.order = orderSql(isBackward(site.args) ? reversed(keys) : keys, level.alias);
  level.limit = limitSql(statement, site);
  return level;
}

function countSql(
  compiler: Compiler,
  site: Site,
  noun: Noun,
  everything: boolean,
  hanging?: Hanging,
): string {
  const alias = compiler.statement.alias();
  const on = hanging ? [hanging.on(alias, (sql) => hanging.parent.key(sql))] : [];
  const conditions = [...on, ...membership(compiler, site, noun, alias, everything)];
  const where = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `(SELECT count(*) FROM ${noun.table.name} ${alias}${where})`;
}

/** Compiles a field that lists a noun in pages. */
export function compileConnection(
  compiler: Compiler,
  selected: Selected,
  noun: Noun,
  { everything = false, hanging }: { everything?: boolean; hanging?: Hanging } = {},
): Read {
  const { statement } = compiler;
  const site = compiler.siteOf(selected);
  const name = `${noun.type}.${selected.name}`;
  const keys = orderOf(noun, site.args.orderBy as OrderItem[] | null);
  const fields = compiler.fieldsOf(selected);
  const needsRows =
    fields.some((field) => ['edges', 'nodes', 'pageInfo'].includes(field.name)) || fields.length === 0;
  const level = needsRows ? startLevel(compiler, site, noun, keys, hanging) : null;
  const parts = level ? compileRows(compiler, site, name, keys, level, fields, everything) : [];
  const beside = fields.flatMap((field): [string, Read][] => {
    if (field.name === 'totalCount') {
      const part = addCount(statement, hanging?.parent, countSql(compiler, site, noun, everything, hanging));
      return [
        [
          field.key,
          (row, answer) => Number(rowsUnder(answer, part, hanging ? numberOf(row) : '')[0]?.[statement.base]),
        ],
      ];
    }
    return field.name === 'coverage' && hanging?.beside ? [[field.key, hanging.beside(field)]] : [];
  });
  return (row, answer) => {
    const made: Record<string, unknown> = Object.fromEntries(
      beside.map(([key, read]) => [key, read(row, answer)]),
    );
    if (!level) return made;
    const found = rowsUnder(answer, level.part, hanging ? numberOf(row) : '');
    const page = takePage(found, answer.bound[site.index] as Arguments);
    for (const [key, read] of parts) made[key] = read(page.rows, page.more, answer);
    return made;
  };
}

function compileRows(
  compiler: Compiler,
  site: Site,
  name: string,
  keys: readonly SortKey[],
  level: Level,
  fields: readonly Selected[],
  everything: boolean,
): [string, PageRead][] {
  const { alias, noun } = level;
  level.conditions.push(...membership(compiler, site, noun, alias, everything));
  level.conditions.push(...cursorConditions(compiler.statement, site, name, alias, keys));
  const args = (answer: Answer) => answer.bound[site.index] as Arguments;
  const cursor = () => {
    const values = keys.map((key) => level.raw(key.sql(alias), key.kind));
    return (row: Row, answer: Answer) =>
      encodeCursor(
        listHash(name, args(answer)),
        values.map((read) => read(row)),
      );
  };
  const node = (selected: Selected) => objectOf(compiler, level, alias, noun, selected);
  return compilePage(compiler, { node, cursor, args, edge: () => null }, fields);
}

/** The concrete type of what a field answers. */
export const objectTypeOf = (selected: Selected): GraphQLObjectType =>
  getNamedType(selected.definition.type) as GraphQLObjectType;
