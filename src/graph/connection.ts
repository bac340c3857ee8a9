// A field that lists a noun in pages: its level, its count, and the connection they are assembled into.
import { Assembled } from './assembled.js';
import type { SortKey } from './field.js';
import { compileWhere } from './filter.js';
import { matchSql, searchWords } from './full-text.js';
import { addCount, Level } from './level.js';
import type { Noun } from './noun.js';
import { type OrderItem, orderOf, orderSql, reversed } from './order.js';
import { cursorConditions, isBackward, limitSql, takePage } from './page.js';
import { compilePage, isPagePart, type PageRead } from './page-reader.js';
import { type Compiler, objectOf } from './plan.js';
import type { Selected } from './selection.js';
import { type Arguments, numberOf, type Read, rowsUnder, type Site } from './statement.js';

/** Where a list hangs: under the rows of a level. A root field hangs nowhere. */
export interface Hanging {
  readonly parent: Level;
  /** The condition that a row, by its alias, belongs to the parent's row. */
  readonly on: (alias: string) => string;
  /** Compiles a field of the parent that is shown on the connection. */
  readonly beside?: (selected: Selected) => Read;
}

/** What a list is beside its noun. */
export interface ConnectionOptions {
  /** Whether it shows what the noun's own switch leaves out. */
  readonly everything?: boolean;
  readonly hanging?: Hanging;
}

class Connection {
  private readonly site: Site;
  private readonly keys: readonly SortKey[];
  private readonly list: string;

  constructor(
    private readonly compiler: Compiler,
    private readonly selected: Selected,
    private readonly noun: Noun,
    private readonly options: ConnectionOptions,
  ) {
    this.site = compiler.siteOf(selected);
    this.keys = orderOf(noun, this.site.args.orderBy as OrderItem[] | null);
    this.list = `${noun.type}.${selected.name}`;
  }

  /** What must hold of every row, whichever page is asked for. */
  private conditions(alias: string): string[] {
    const { noun, site, options } = this;
    const { statement } = this.compiler;
    const { unlessAsked, search } = noun.options;
    const leavesOut = unlessAsked && !options.everything && site.args[unlessAsked.argument] !== true;
    const where = compileWhere(statement, site, noun, alias);
    const isSearched = search && typeof site.args.search === 'string';
    return [
      ...(options.hanging ? [options.hanging.on(alias)] : []),
      ...(where ? [where] : []),
      ...(leavesOut ? [unlessAsked.keep(alias)] : []),
      ...(isSearched ? [matchSql(noun, alias, searchWords(statement, site, 'search'))] : []),
    ];
  }

  private level(): Level {
    const { site, keys, noun, options } = this;
    const { statement } = this.compiler;
    const level = new Level(statement, noun, options.hanging ? { parent: options.hanging.parent } : {});
    level.conditions.push(...this.conditions(level.alias));
    level.conditions.push(...cursorConditions(statement, site, this.list, level.alias, keys));
    level.order = orderSql(isBackward(site.args) ? reversed(keys) : keys, level.alias);
    level.limit = limitSql(site.args);
    return level;
  }

  private total(): Read {
    const { statement } = this.compiler;
    const { hanging } = this.options;
    const alias = statement.alias();
    const conditions = this.conditions(alias);
    const where = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
    const count = `(SELECT count(*) FROM ${this.noun.table.name} ${alias}${where})`;
    const part = addCount(statement, hanging?.parent, count);
    return (row, answer) =>
      Number(rowsUnder(answer, part, hanging ? numberOf(row) : '')[0]?.[statement.base]);
  }

  /** The fields that are read without the rows of the page. */
  private others(fields: readonly Selected[]): [string, Read][] {
    const { hanging } = this.options;
    return fields.flatMap((field): [string, Read][] => {
      if (field.name === 'totalCount') return [[field.key, this.total()]];
      return field.name === 'coverage' && hanging?.beside ? [[field.key, hanging.beside(field)]] : [];
    });
  }

  private pageParts(level: Level, fields: readonly Selected[]): [string, PageRead][] {
    const { compiler, keys, site, list, noun } = this;
    const { alias } = level;
    const edge = ({ name }: Selected): Read => {
      throw new Error(`${noun.type}Edge.${name} is published without a place to read it from`);
    };
    const place = () => {
      const values = keys.map((key) => level.raw(key.sql(alias), key.kind));
      return (row: Parameters<Read>[0]) => values.map((read) => read(row));
    };
    const node = (selected: Selected) => objectOf(compiler, level, alias, noun, selected);
    return compilePage(compiler, { list, site, node, edge, place }, fields);
  }

  compile(): Read {
    const { site } = this;
    const { hanging } = this.options;
    const fields = this.compiler.fieldsOf(this.selected);
    // A statement holds at least one level, even where nothing but the type's name is asked.
    const level = fields.length === 0 || fields.some(isPagePart) ? this.level() : null;
    const parts = level ? this.pageParts(level, fields) : [];
    const others = this.others(fields);
    return (row, answer) => {
      const made = new Assembled();
      for (const [key, read] of others) made[key] = read(row, answer);
      if (!level) return made;
      const found = rowsUnder(answer, level.part, hanging ? numberOf(row) : '');
      const page = takePage(found, answer.bound[site.index] as Arguments);
      for (const [key, read] of parts) made[key] = read(page.rows, page.more, answer);
      return made;
    };
  }
}

/** Compiles a field that lists a noun in pages. */
export function compileConnection(
  compiler: Compiler,
  selected: Selected,
  noun: Noun,
  options: ConnectionOptions = {},
): Read {
  return new Connection(compiler, selected, noun, options).compile();
}
