// Compiles the `where` argument of a list into one SQL condition. Only the shape of the argument makes
// SQL; its values become parameters, read again from every request.
import { refuse } from './errors.js';
import type { ColumnField, FieldMap } from './field.js';
import { presence } from './filter-types.js';
import { limits } from './limits.js';
import { type Noun, nounOf } from './noun.js';
import { type Arguments, type Bound, type Site, type Statement, sqlType } from './statement.js';

type Input = Readonly<Record<string, unknown>>;
type Path = (args: Arguments) => unknown;

const at =
  (path: Path, key: string | number): Path =>
  (args) =>
    (path(args) as Record<string | number, unknown>)[key];

function checkList(value: unknown): unknown {
  if (Array.isArray(value) && value.length > limits.filterItems) {
    throw refuse(
      'BAD_USER_INPUT',
      `A list in a filter holds at most ${limits.filterItems} items, got ${value.length}.`,
    );
  }
  return value;
}

const escapeLike = (value: unknown) => `%${String(value).replace(/[\\%_]/g, '\\$&')}%`;

/** A filter in the making; counts its conditions so that no request asks for thousands. */
class Filter {
  private conditions = 0;

  constructor(
    private readonly statement: Statement,
    private readonly site: Site,
  ) {}

  private value(path: Path, cast: string, prepare: (value: unknown) => unknown = checkList): string {
    const { index } = this.site;
    return this.statement.parameter(cast, (bound: Bound) => prepare(path(bound[index] as Arguments)));
  }

  private leaf(field: ColumnField, alias: string, input: Input, path: Path): string[] {
    const sql = field.sql(alias);
    const type = sqlType[field.kind];
    return Object.entries(input).map(([operator, given]) => {
      if (++this.conditions > limits.filterConditions) {
        throw refuse('QUERY_TOO_COMPLEX', `A filter holds at most ${limits.filterConditions} conditions.`, {
          limit: 'filterConditions',
          maximum: limits.filterConditions,
        });
      }
      if (given === null) {
        throw refuse('BAD_USER_INPUT', `null says nothing in "${operator}"; ask with isNull.`);
      }
      const value = at(path, operator);
      if (operator === 'eq') return `${sql} = ${this.value(value, type)}`;
      if (operator === 'oneOf') return `${sql} = ANY (${this.value(value, `${type}[]`)})`;
      // Columns are COLLATE "C", which knows the case of A to Z only; the database's own knows more.
      if (operator === 'contains') {
        return `${sql} COLLATE "default" ILIKE ${this.value(value, 'text', escapeLike)}`;
      }
      if (operator === 'gte') return `${sql} >= ${this.value(value, type)}`;
      if (operator === 'lte') return `${sql} <= ${this.value(value, type)}`;
      return given === true ? `${sql} IS NULL` : `${sql} IS NOT NULL`;
    });
  }

  private related(
    noun: Noun,
    on: (alias: string) => string,
    input: Input,
    path: Path,
    depth: number,
  ): string {
    const alias = this.statement.alias();
    const condition = this.where(noun, alias, input, path, depth + 1);
    return `EXISTS (SELECT FROM ${noun.table.name} ${alias} WHERE ${on(alias)} AND ${condition})`;
  }

  private field(field: FieldMap, alias: string, input: Input, path: Path, depth: number): string[] {
    if (field.is === 'column') return this.leaf(field, alias, input, path);
    if (field.is === 'one') {
      const key = field.key(alias);
      return [this.related(nounOf(field.to()), (target) => `${target}.id = ${key}`, input, path, depth)];
    }
    if (field.is === 'values') return [];
    const { link, to } = field;
    return Object.entries(input).map(([quantifier, inner]) => {
      const on = (target: string) => link.on(target, `${alias}.${link.from}`);
      const some = this.related(nounOf(to()), on, given(inner, quantifier), at(path, quantifier), depth);
      return quantifier === 'none' ? `NOT ${some}` : some;
    });
  }

  private logic(noun: Noun, alias: string, key: string, value: unknown, path: Path, depth: number): string {
    if (key === 'NOT') return `(${this.where(noun, alias, given(value, key), path, depth + 1)}) IS NOT TRUE`;
    const items = checkList(value) as unknown[];
    const each = items.map((item, i) => this.where(noun, alias, given(item, key), at(path, i), depth + 1));
    return key === 'AND' ? `(${each.join(' AND ') || 'TRUE'})` : `(${each.join(' OR ') || 'FALSE'})`;
  }

  /** The condition that a record of a noun satisfies a filter. */
  where(noun: Noun, alias: string, input: Input, path: Path, depth = 1): string {
    if (depth > limits.filterDepth) {
      throw refuse('QUERY_TOO_COMPLEX', `Filters nest at most ${limits.filterDepth} deep.`, {
        limit: 'filterDepth',
        maximum: limits.filterDepth,
      });
    }
    const conditions = Object.entries(input).flatMap(([key, value]) => {
      if (value === null) throw refuse('BAD_USER_INPUT', `null says nothing in the filter at "${key}".`);
      const inner = at(path, key);
      if (key === 'AND' || key === 'OR' || key === 'NOT')
        return this.logic(noun, alias, key, value, inner, depth);
      const field = noun.fields.get(key);
      return field
        ? this.field(field, alias, value as Input, inner, depth)
        : this.presence(noun, alias, key, value);
    });
    return conditions.length ? `(${conditions.join(' AND ')})` : 'TRUE';
  }

  private presence(noun: Noun, alias: string, key: string, wanted: unknown): string[] {
    for (const [name, field] of noun.fields) {
      if (field.is === 'one' && presence(name) === key) {
        return [`${field.key(alias)} IS ${wanted === true ? 'NOT NULL' : 'NULL'}`];
      }
    }
    throw refuse('BAD_USER_INPUT', `${noun.type} has no condition ${key}.`);
  }
}

function given(value: unknown, key: string): Input {
  if (value === null || value === undefined) {
    throw refuse('BAD_USER_INPUT', `null says nothing in the filter at "${key}".`);
  }
  return value as Input;
}

/** The condition of a list's `where` argument, or null where it has none. */
export function compileWhere(statement: Statement, site: Site, noun: Noun, alias: string): string | null {
  const where = site.args.where as Input | null | undefined;
  return where ? new Filter(statement, site).where(noun, alias, where, (args) => args.where) : null;
}
