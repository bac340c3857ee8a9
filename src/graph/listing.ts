// How nouns are listed: the connection types made for each, and the arguments that choose a page.
import { Int } from 'type-graphql';
import type { Late, TypeClass } from './field.js';
import type { FilterTypes } from './filter-types.js';
import { limits } from './limits.js';
import { type Member, makeArguments, makeObject } from './make.js';
import { type Noun, nounOf } from './noun.js';
import { nounByType, nouns } from './nouns.js';
import { makeOrderType } from './order.js';
import { DateScalar } from './scalars.js';

const PageInfo = makeObject('PageInfo', 'Where a page stands in its list.', {
  hasNextPage: { type: () => Boolean, about: 'Whether more items follow.' },
  hasPreviousPage: { type: () => Boolean, about: 'Whether items come before.' },
  startCursor: {
    type: () => String,
    about: 'Cursor of the first item; null on an empty page.',
    nullable: true,
  },
  endCursor: { type: () => String, about: 'Cursor of the last item; null on an empty page.', nullable: true },
});

/** The members every connection has, for a type of item. */
export function connectionMembers(item: Late<unknown>, edge: Late<unknown>): Record<string, Member> {
  return {
    edges: { type: () => [edge()], about: 'The items of this page, each with its cursor.' },
    nodes: { type: () => [item()], about: 'The items of this page.' },
    pageInfo: { type: () => PageInfo, about: 'Where this page stands in the list.' },
    totalCount: { type: () => Int, about: 'How many items there are on all pages.' },
  };
}

/** The members every edge has. */
export function edgeMembers(item: Late<unknown>): Record<string, Member> {
  return {
    cursor: { type: () => String, about: 'Where this item stands in this order of this list.' },
    node: { type: item, about: 'The item.' },
  };
}

const sizes = `1 to ${limits.page}`;

/** The arguments that choose a page. */
export const pageMembers: Record<string, Member> = {
  first: {
    type: () => Int,
    about: `Items from the start, ${sizes}; ${limits.defaultPage} where neither first nor last is given.`,
    nullable: true,
  },
  after: { type: () => String, about: 'Only what comes after this cursor.', nullable: true },
  last: { type: () => Int, about: `Items from the end, ${sizes}; never with first.`, nullable: true },
  before: { type: () => String, about: 'Only what comes before this cursor.', nullable: true },
};

const searchMember: Member = {
  type: () => String,
  about: 'Only records with these words, as a person would type them: "a phrase", or, -not.',
  nullable: true,
};

function listMembers(noun: Noun, filters: FilterTypes): Record<string, Member> {
  const order = makeOrderType(noun);
  return {
    ...pageMembers,
    where: {
      type: () => filters.where.get(noun.target),
      about: 'Only records of which this holds.',
      nullable: true,
    },
    orderBy: { type: () => [order], about: 'The order; the id decides ties.', nullable: true },
    ...(noun.options.search?.argument ? { search: searchMember } : {}),
    ...(noun.options.asOf ? asOfMember(noun.options.asOf) : {}),
  };
}

/** How a noun is listed. */
interface Listing {
  /** A page of it, and a page that also says which councils were searched. */
  readonly connection: TypeClass;
  readonly searched: TypeClass | null;
  /** The arguments of a list, and of one that leaves nothing out to begin with. */
  readonly args: TypeClass;
  readonly argsOfAll: TypeClass;
}

const listings = new Map<TypeClass, Listing>();

/** How a noun is listed, once its types are made. */
export function listingOf(noun: Noun): Listing {
  const found = listings.get(noun.target);
  if (!found) throw new Error(`${noun.type} has not been published yet`);
  return found;
}

const isListedAboutReview = (noun: Noun): boolean =>
  nouns.some(({ fields }) =>
    [...fields.values()].some((field) => field.is === 'many' && field.beside && nounOf(field.to()) === noun),
  );

const coverage = () => listingOf(nounByType.get('Coverage') as Noun);
const coverageMember: Member = {
  type: () => coverage().connection,
  args: () => coverage().args,
  about: 'Which councils were searched, so that none found and not yet looked stay apart.',
};

/** Makes the types by which a noun is listed. */
export function makeListing(noun: Noun, filters: FilterTypes): void {
  const { type, options } = noun;
  const item = () => noun.target;
  const edge = makeObject(`${type}Edge`, `One ${type} of a page.`, edgeMembers(item));
  const members = connectionMembers(item, () => edge);
  const own = listMembers(noun, filters);
  const argsOfAll = makeArguments(own);
  const about = `A page of a list of ${type}`;
  const searched = { ...members, coverage: coverageMember };
  listings.set(noun.target, {
    connection: makeObject(`${type}Connection`, `${about}.`, members),
    searched: isListedAboutReview(noun)
      ? makeObject(`${type}OnReviewConnection`, `${about} about a review, with what was searched.`, searched)
      : null,
    argsOfAll,
    args: options.unlessAsked ? makeArguments({ ...own, ...switchMember(options.unlessAsked) }) : argsOfAll,
  });
}

function asOfMember({ about }: { about: string }): Record<string, Member> {
  return { asOf: { type: () => DateScalar, about, nullable: true } };
}

function switchMember({ argument, about }: { argument: string; about: string }): Record<string, Member> {
  return { [argument]: { type: () => Boolean, about, defaultValue: false, nullable: true } };
}
