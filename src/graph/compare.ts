import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { type ComparisonQuestion, comparison } from '../store/queries/comparison.js';
import { type Asked, argumentsOf } from './answer.js';
import { Comparison } from './comparison.js';
import { comparisonText } from './comparison-text.js';
import type { GraphContext } from './context.js';
import { refuse } from './errors.js';
import { limits } from './limits.js';
import { readRoot, writeRoot } from './root.js';
import { DateScalar } from './scalars.js';

const lists = { nullable: true };

/** Councils compared on the recommendations of a review. */
@Resolver()
export class CompareRoot {
  @Query(() => Comparison, {
    nullable: true,
    description:
      'Where councils stand on the recommendations of a review; every filled cell reaches clause, event and source. Null where no such review is recorded.',
  })
  compare(
    @Arg('review', () => ID, { description: 'Id of the review.' }) _review: string,
    @Arg('councils', () => [ID], {
      ...lists,
      description: 'Ids of councils, in the order wanted; all with coverage of the review where left out.',
    })
    _councils: string[] | null | undefined,
    @Arg('recommendations', () => [ID], {
      ...lists,
      description: 'Ids of recommendations; all of the review where left out.',
    })
    _recommendations: string[] | null | undefined,
    @Arg('asOf', () => DateScalar, {
      ...lists,
      description: 'Only what had happened by this day; everything recorded where left out.',
    })
    _asOf: string | null | undefined,
    @Arg('differencesOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only recommendations on which the cells differ.',
    })
    _differencesOnly: boolean,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readRoot(context, info);
  }
}

interface CompareArguments {
  readonly review: string;
  readonly councils?: readonly string[] | null;
  readonly recommendations?: readonly string[] | null;
  readonly asOf?: string | null;
  readonly differencesOnly: boolean;
}

function questionOf(asked: Asked): ComparisonQuestion {
  const { review, councils, recommendations, asOf, differencesOnly } = argumentsOf(
    asked,
  ) as unknown as CompareArguments;
  for (const list of [councils, recommendations]) checkLength(list);
  return {
    review,
    differencesOnly,
    ...(councils ? { councils } : {}),
    ...(recommendations ? { recommendations } : {}),
    ...(asOf ? { asOf } : {}),
  };
}

writeRoot('compare', async (context, asked) => {
  const question = questionOf(asked);
  const found = await context.session
    .within((db) => comparison(db, question))
    .catch((error: unknown) => {
      throw error instanceof RangeError ? refuse('BAD_USER_INPUT', error.message) : error;
    });
  return comparisonText(context, asked, found);
});

function checkLength(list: readonly string[] | null | undefined): void {
  if (!list || list.length <= limits.filterItems) return;
  throw refuse('BAD_USER_INPUT', `A list of ids holds at most ${limits.filterItems}, got ${list.length}.`);
}
