import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { comparison } from '../store/queries/comparison.js';
import { Comparison } from './comparison.js';
import type { GraphContext } from './context.js';
import { refuse } from './errors.js';
import { limits } from './limits.js';
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
  async compare(
    @Arg('review', () => ID, { description: 'Id of the review.' }) review: string,
    @Arg('councils', () => [ID], {
      ...lists,
      description: 'Ids of councils, in the order wanted; all with coverage of the review where left out.',
    })
    councils: string[] | null | undefined,
    @Arg('recommendations', () => [ID], {
      ...lists,
      description: 'Ids of recommendations; all of the review where left out.',
    })
    recommendations: string[] | null | undefined,
    @Arg('asOf', () => DateScalar, {
      ...lists,
      description: 'Only what had happened by this day; everything recorded where left out.',
    })
    asOf: string | null | undefined,
    @Arg('differencesOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only recommendations on which the cells differ.',
    })
    differencesOnly: boolean,
    @Ctx() context: GraphContext,
    @Info() _info: GraphQLResolveInfo,
  ): Promise<unknown> {
    for (const list of [councils, recommendations]) checkLength(list);
    try {
      const question = {
        review,
        differencesOnly,
        ...(councils ? { councils } : {}),
        ...(recommendations ? { recommendations } : {}),
        ...(asOf ? { asOf } : {}),
      };
      return await context.session.within((db) => comparison(db, question));
    } catch (error) {
      throw error instanceof RangeError ? refuse('BAD_USER_INPUT', error.message) : error;
    }
  }
}

function checkLength(list: readonly string[] | null | undefined): void {
  if (!list || list.length <= limits.filterItems) return;
  throw refuse('BAD_USER_INPUT', `A list of ids holds at most ${limits.filterItems}, got ${list.length}.`);
}
