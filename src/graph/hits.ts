// The hits of a full-text search: ranked together over several nouns in one list, then each noun a level
// that stands on its own hits, all in one statement.
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { askedQuery, askedSql, hitsSql, rankScale, type SearchedTable } from '../store/queries/search-sql.js';
import type { SortKey } from './field.js';
import { searchWords } from './full-text.js';
import { addCount, Level } from './level.js';
import type { Noun } from './noun.js';
import { nouns } from './nouns.js';
import { orderSql, reversed } from './order.js';
import { isBackward, limitSql, pageStart, takePage } from './page.js';
import { compilePagePart, isPagePart, type Page, type PageReader } from './page-reader.js';
import { type Compiler, objectOf } from './plan.js';
import type { Selected } from './selection.js';
import {
  type Answer,
  type Arguments,
  atRoot,
  partOf,
  type Row,
  rowsUnder,
  type Site,
  type WriteRow,
} from './statement.js';

/** The nouns a search looks through. */
export const searched: readonly Noun[] = nouns.filter((noun) => noun.options.search);

const keys: readonly SortKey[] = [
  { sql: (alias) => `${alias}.rank`, kind: 'integer', nullable: false, descending: true, nulls: 'last' },
  { sql: (alias) => `${alias}.id`, kind: 'text', nullable: false, descending: true, nulls: 'last' },
];

const tableOf = (noun: Noun) => noun.table.name as SearchedTable;

function pageSql({ statement }: Compiler, site: Site, hits: string): string {
  const { conditions } = pageStart(statement, site, 'search', 'u', keys);
  const where = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
  const order = orderSql(isBackward(site.args) ? reversed(keys) : keys, 'u');
  const page = `SELECT * FROM (${hits}) u${where} ORDER BY ${order}${limitSql(site.args)}`;
  return `SELECT row_number() OVER () AS n, x.* FROM (${page}) x`;
}

const fragmentEnd = '\u241E';
const headline = `StartSel=**, StopSel=**, MaxFragments=3, MinWords=8, MaxWords=24, FragmentDelimiter=${fragmentEnd}`;

function highlights(level: Level): WriteRow {
  const { search } = level.noun.options;
  const query = askedQuery(tableOf(level.noun));
  const text = `ts_headline('${search?.dictionary}', ${search?.words(level.alias)}, ${query}, '${headline}')`;
  const read = level.raw(text, 'text');
  return (row) => JSON.stringify((read(row) ?? '').split(fragmentEnd).filter(Boolean));
}

/** The levels of the kinds asked for, read as if they were one. */
class Hits {
  private readonly levels: readonly Level[];
  private readonly numbers: readonly Raw[];

  constructor(
    private readonly compiler: Compiler,
    asked: readonly Noun[],
  ) {
    this.levels = asked.map((noun) => {
      const from = (alias: string) =>
        `h JOIN ${noun.table.name} ${alias} ON h.kind = '${noun.table.name}' AND ${alias}.id = h.id`;
      return new Level(compiler.statement, noun, { from });
    });
    this.numbers = this.levels.map((level) => level.raw('h.n', 'integer'));
  }

  private indexOf(row: Row): number {
    return this.levels.length === 1 ? 0 : this.levels.findIndex(({ part }) => part === partOf(row));
  }

  /** Compiles something for every kind, read from whichever kind a row is of. */
  each<T, More extends unknown[]>(make: (level: Level) => (row: Row, ...more: More) => T) {
    const reads = this.levels.map(make);
    return (row: Row, ...more: More): T => (reads[this.indexOf(row)] as (typeof reads)[number])(row, ...more);
  }

  /** The hits of an answer in the order found. */
  rows(answer: Answer): readonly Row[] {
    const place = (row: Row) => Number(this.numbers[this.indexOf(row)]?.(row));
    const rows = this.levels.flatMap(({ part }) => rowsUnder(answer, part, atRoot));
    return rows.toSorted((a, b) => place(a) - place(b));
  }

  reader(site: Site): PageReader {
    return {
      list: 'search',
      site,
      node: (field) => this.each((level) => objectOf(this.compiler, level, level.alias, level.noun, field)),
      edge: ({ name }) => (name === 'rank' ? this.rank() : this.each((level) => highlights(level))),
      place: () => {
        const rank = this.each((level) => level.raw('h.rank', 'integer'));
        const id = this.each((level) => level.raw('h.id', 'text'));
        return (row) => [rank(row), id(row)];
      },
    };
  }

  private rank(): WriteRow {
    const rank = this.each((level) => level.raw('h.rank', 'integer'));
    return (row) => String(Number(rank(row)) / rankScale);
  }
}

type Raw = ReturnType<Level['raw']>;

/** Compiles the root field that searches. */
export function compileSearch(compiler: Compiler, selected: Selected): (answer: Answer) => string {
  const { statement } = compiler;
  const site = compiler.siteOf(selected);
  const types = site.args.types as string[] | null | undefined;
  const asked = types?.length ? searched.filter((noun) => types.includes(noun.type)) : searched;
  const words = searchWords(statement, site, 'query');
  statement.ctes.push(askedSql(words));
  const sql = hitsSql(asked.map(tableOf));
  statement.ctes.push(`h AS (${pageSql(compiler, site, sql)})`);
  const hits = new Hits(compiler, asked);
  const reader = hits.reader(site);
  const total = () => {
    const part = addCount(statement, undefined, `(SELECT count(*) FROM (${sql}) u)`);
    return (_page: Page, answer: Answer) => String(rowsUnder(answer, part, atRoot)[0]?.[0]);
  };
  const type = getNamedType(selected.definition.type) as GraphQLObjectType;
  const write = compiler.object<Page>(type, compiler.fieldsOf(selected), (field) =>
    isPagePart(field) ? compilePagePart(compiler, reader, field) : total(),
  );
  return (answer) =>
    write({ above: [], ...takePage(hits.rows(answer), answer.bound[site.index] as Arguments) }, answer);
}
