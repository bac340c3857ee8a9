// The root field that searches: what it takes and what it answers; hits.ts finds and ranks.
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, createUnionType, Float, Info, Query, Resolver } from 'type-graphql';
import { answer } from './answer.js';
import type { GraphContext } from './context.js';
import { compileSearch, searched } from './hits.js';
import { connectionMembers, edgeMembers, pageMembers } from './listing.js';
import { makeArguments, makeObject } from './make.js';
import { readRoot, resolveType, writeRoot } from './root.js';
import { enumOf } from './words.js';

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

writeRoot('search', (context, asked) => answer(context, asked, compileSearch));

/** Full-text search. */
@Resolver()
export class SearchRoot {
  @Query(() => connection, {
    description:
      'Records found by their words, best match first, each kind with its own dictionary. A word that no record holds is taken for the known word that begins with it or is most like it.',
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
    return readRoot(context, info);
  }
}
