// Full-text search over several nouns at once, best match first, in one statement: the hits are ranked
// together, and each noun is a level that stands on its own hits.
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, createUnionType, Float, Info, Query, Resolver } from 'type-graphql';
import { answer } from './answer.js';
import { checkSearch, compilePage, type PageReader } from './connection.js';
import type { GraphContext } from './context.js';
import { encodeCursor } from './cursor.js';
import type { SortKey } from './field.js';
import { addCount, Level } from './level.js';
import { connectionMembers, edgeMembers, pageMembers } from './listing.js';
import { makeArguments, makeObject } from './make.js';
import { resolveType } from './node.js';
import type { Noun } from './noun.js';
import { nouns } from './nouns.js';
import { orderSql, reversed } from './order.js';
import { cursorConditions, isBackward, limitSql, listHash, takePage } from './page.js';
import { type Compiler, objectOf } from './plan.js';
import type { Selected } from './selection.js';
import {
  type Answer,
  type Arguments,
  type Bound,
  type Read,
  type Row,
  rowsUnder,
  type Site,
} from './statement.js';
import { enumOf } from './words.js';

const searched = nouns.filter((noun) => noun.options.search);

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'A record that a search found.',
  types: () => searched.map((noun) => noun.target) as [typeof Object],
  resolveType,
});

const SearchType = enumOf(
  'SearchType',
  'The kinds of record a search looks through.',
  Object.fromEntries(searched.map((noun) => [noun.type, noun.about])),
);

const edge = makeObject('SearchResultEdge', 'One record found, with how well it matches.', {
  ...edgeMembers(() => SearchResult),
  rank: { type: () => Float, about: 'How well it matches; only comparable within one search.' },
  highlights: {
    type: () => [String] as unknown,
    about: 'Extracts around the words found, each word between ** and **.',
  },
});
const connection = makeObject(
  'SearchResultConnection',
  'A page of what a search found, best match first.',
  connectionMembers(
    () => SearchResult,
    () => edge,
  ),
);
const page = makeArguments(pageMembers);

// Ranks are whole millionths, so that a cursor holds them exactly.
const rankScale = 1e6;
const keys: readonly SortKey[] = [
  { sql: (alias) => `${alias}.rank`, kind: 'integer', nullable: false, descending: true, nulls: 'last' },
  { sql: (alias) => `${alias}.id`, kind: 'text', nullable: false, descending: true, nulls: 'last' },
];

const querySql = (noun: Noun, words: string) =>
  `websearch_to_tsquery('${noun.options.search?.dictionary}', ${words})`;

const hitsSql = (asked: readonly Noun[], words: string) =>
  asked
    .map((noun) => {
      const query = querySql(noun, words);
      const rank = `(ts_rank(s.search, ${query}) * ${rankScale})::bigint`;
      return `SELECT '${noun.type}' AS kind, s.id, ${rank} AS rank FROM ${noun.table.name} s WHERE s.search @@ ${query}`;
    })
    .join(' UNION ALL ');

const fragmentEnd = '\u241E';

function highlights(level: Level, words: string): Read {
  const { search } = level.noun.options;
  const options = `StartSel=**, StopSel=**, MaxFragments=3, MinWords=8, MaxWords=24, FragmentDelimiter=${fragmentEnd}`;
  const query = querySql(level.noun, words);
  const text = `ts_headline('${search?.dictionary}', ${search?.words(level.alias)}, ${query}, '${options}')`;
  const read = level.value(text, 'text');
  return (row, answer) =>
    String(read(row, answer) ?? '')
      .split(fragmentEnd)
      .filter(Boolean);
}

function compileSearch(compiler: Compiler, selected: Selected): Read {
  const { statement } = compiler;
  const site = compiler.siteOf(selected);
  const args = (of: Answer) => of.bound[site.index] as Arguments;
  const types = site.args.types as string[] | null | undefined;
  const asked = types?.length ? searched.filter((noun) => types.includes(noun.type)) : searched;
  const words = statement.parameter('text', (bound: Bound) =>
    checkSearch((bound[site.index] as Arguments).query),
  );
  statement.ctes.push(`h AS (${pageSql(compiler, site, hitsSql(asked, words))})`);
  const levels = asked.map(
    (noun) =>
      new Level(statement, noun, {
        from: (alias) =>
          `h JOIN ${noun.table.name} ${alias} ON h.kind = '${noun.type}' AND ${alias}.id = h.id`,
      }),
  );
  const places = levels.map((level) => level.raw('h.n', 'integer'));
  const levelOf = (row: Row) => levels.findIndex((level) => level.part === Number(row[0]));
  const one = levels.length === 1;
  const each = (make: (level: Level) => Read): Read => {
    const reads = levels.map(make);
    return (row, of) => reads[one ? 0 : levelOf(row)]?.(row, of);
  };
  const reader: PageReader = {
    args,
    node: (field) => each((level) => objectOf(compiler, level, level.alias, level.noun, field)),
    edge: ({ name }) => {
      if (name === 'highlights') return each((level) => highlights(level, words));
      if (name !== 'rank') return null;
      const rank = each((level) => level.value('h.rank', 'integer'));
      return (row, of) => Number(rank(row, of)) / rankScale;
    },
    cursor: () => {
      const rank = each((level) => level.raw('h.rank', 'integer'));
      const id = each((level) => level.raw('h.id', 'text'));
      return (row, of) =>
        encodeCursor(listHash('search', args(of)), [String(rank(row, of)), String(id(row, of))]);
    },
  };
  const fields = compiler.fieldsOf(selected);
  const parts = compilePage(compiler, reader, fields);
  const counts = fields.filter(({ name }) => name === 'totalCount');
  const count = counts.length
    ? addCount(statement, undefined, `(SELECT count(*) FROM (${hitsSql(asked, words)}) u)`)
    : null;
  return (_row, of) => {
    const place = (row: Row) => Number(places[one ? 0 : levelOf(row)]?.(row));
    const rows = levels
      .flatMap(({ part }) => rowsUnder(of, part, ''))
      .toSorted((a, b) => place(a) - place(b));
    const taken = takePage(rows, args(of));
    const made: Record<string, unknown> = {};
    for (const [key, read] of parts) made[key] = read(taken.rows, taken.more, of);
    for (const { key } of counts) made[key] = Number(rowsUnder(of, count as number, '')[0]?.[statement.base]);
    return made;
  };
}

function pageSql({ statement }: Compiler, site: Site, hits: string): string {
  const conditions = cursorConditions(statement, site, 'search', 'u', keys);
  const where = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
  const order = orderSql(isBackward(site.args) ? reversed(keys) : keys, 'u');
  return `SELECT row_number() OVER () AS n, x.* FROM (SELECT * FROM (${hits}) u${where} ORDER BY ${order}${limitSql(statement, site)}) x`;
}

/** Full-text search. */
@Resolver()
export class SearchRoot {
  @Query(() => connection, {
    description: 'Records found by their words, best match first, each kind with its own dictionary.',
  })
  search(
    @Arg('query', () => String, {
      description: 'The words, as a person would type them: "a phrase", or, -not.',
    })
    _query: string,
    @Arg('types', () => [SearchType], {
      nullable: true,
      description: 'Only these kinds of record; all where left out.',
    })
    _types: string[] | undefined,
    @Args(() => page) _page: object,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return answer(context, info, compileSearch);
  }
}
