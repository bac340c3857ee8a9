// A field that lists a noun in pages: its level, its count, and the connection they are written into.
import { type GraphQLObjectType, getNamedType } from 'graphql';
import type { SortKey } from './field.js';
import { compileWhere } from './filter.js';
import { matchSql, searchWords } from './full-text.js';
import { addCount, Level } from './level.js';
import type { Noun } from './noun.js';
import { type OrderItem, orderOf, orderSql, reversed } from './order.js';
import { isBackward, limitSql, pageStart, takePage } from './page.js';
import { compilePagePart, isPagePart, type Page, type PageReader, type WritePage } from './page-reader.js';
import { type Compiler, objectOf } from './plan.js';
import { isTypeName, type Selected } from './selection.js';
import { type Arguments, atRoot, numberOf, rowsUnder, type Site, type WriteRow } from './statement.js';

/** Where a list hangs: under the rows of a level. A root field hangs nowhere. */
export interface Hanging {
  readonly parent: Level;
  /** The condition that a row, by its alias, belongs to the parent's row. */
  readonly on: (alias: string) => string;
  /** Compiles a field of the parent that is shown on the connection. */
  readonly beside?: (selected: Selected) => WriteRow;
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

  private get isSearched(): boolean {
    return this.noun.options.search !== undefined && typeof this.site.args.search === 'string';
  }

  /** What must hold of every row, whichever page is asked for. */
  private conditions(alias: string): string[] {
    const { noun, site, options } = this;
    const { statement } = this.compiler;
    const { unlessAsked, asOf } = noun.options;
    const leavesOut = unlessAsked && !options.everything && site.args[unlessAsked.argument] !== true;
    const where = compileWhere(statement, site, noun, alias);
    return [
      ...(options.hanging ? [options.hanging.on(alias)] : []),
      ...(where ? [where] : []),
      ...(leavesOut ? [unlessAsked.keep(alias)] : []),
      ...(asOf && typeof site.args.asOf === 'string'
        ? [
            asOf.held(
              alias,
              statement.parameter('date', (bound) => bound[site.index]?.asOf),
            ),
          ]
        : []),
      ...(this.isSearched ? [matchSql(noun, alias, searchWords(statement, site, 'search'))] : []),
    ];
  }

  private level(): Level {
    const { site, keys, noun, options } = this;
    const { statement } = this.compiler;
    const level = new Level(statement, noun, options.hanging ? { parent: options.hanging.parent } : {});
    const { conditions, ranges } = pageStart(statement, site, this.list, level.alias, keys);
    level.conditions.push(...this.conditions(level.alias), ...conditions);
    // A search finds its rows by their words; to look at once for each range would find them many times.
    if (ranges && !this.isSearched) level.ranges = ranges;
    else if (ranges) level.conditions.push(`(${ranges.map((range) => `(${range})`).join(' OR ')})`);
    level.order = orderSql(isBackward(site.args) ? reversed(keys) : keys, level.alias);
    level.limit = limitSql(site.args);
    return level;
  }

  private total(): WriteRow {
    const { statement } = this.compiler;
    const { hanging } = this.options;
    const alias = statement.alias();
    const conditions = this.conditions(alias);
    const where = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
    const count = `(SELECT count(*) FROM ${this.noun.table.name} ${alias}${where})`;
    const part = addCount(statement, hanging?.parent, count);
    return (row, answer) => String(rowsUnder(answer, part, hanging ? numberOf(row) : atRoot)[0]?.[0]);
  }

  private reader(level: Level): PageReader {
    const { compiler, keys, site, list, noun } = this;
    const { alias } = level;
    return {
      list,
      site,
      node: (selected) => objectOf(compiler, level, alias, noun, selected),
      edge: ({ name }) => {
        throw new Error(`${noun.type}Edge.${name} is published without a place to read it from`);
      },
      place: () => {
        const values = keys.map((key) => level.raw(key.sql(alias), key.kind));
        return (row) => values.map((read) => read(row));
      },
    };
  }

  /** A field that is read without the rows of the page, from the row the list hangs under. */
  private other(field: Selected): WritePage {
    const { beside } = this.options.hanging ?? {};
    const write = field.name === 'coverage' && beside ? beside(field) : this.total();
    return ({ above }, answer) => write(above, answer);
  }

  compile(): WriteRow {
    const { site, compiler, selected } = this;
    const { hanging } = this.options;
    const fields = compiler.fieldsOf(selected);
    const counts = fields.some((field) => !isPagePart(field) && !isTypeName(field));
    // A statement holds at least one level, even where nothing but the type's name is asked.
    const level = fields.some(isPagePart) || !counts ? this.level() : null;
    const reader = level ? this.reader(level) : null;
    const type = getNamedType(selected.definition.type) as GraphQLObjectType;
    const write = compiler.object<Page>(type, fields, (field) =>
      reader && isPagePart(field) ? compilePagePart(compiler, reader, field) : this.other(field),
    );
    return (above, answer) => {
      if (!level) return write({ above, rows: [], more: false }, answer);
      const found = rowsUnder(answer, level.part, hanging ? numberOf(above) : atRoot);
      return write({ above, ...takePage(found, answer.bound[site.index] as Arguments) }, answer);
    };
  }
}

/** Compiles a field that lists a noun in pages. */
export function compileConnection(
  compiler: Compiler,
  selected: Selected,
  noun: Noun,
  options: ConnectionOptions = {},
): WriteRow {
  return new Connection(compiler, selected, noun, options).compile();
}
