// Loads the records behind the ids of a comparison, in batches: one statement per kind and level.
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { coverageId } from '../domain/ids.js';
import type * as query from '../store/queries/comparison.js';
import { Citation } from './citation.js';
import { Clause } from './clause.js';
import { Comparison, ComparisonCell, ComparisonRow, Evidence } from './comparison.js';
import type { GraphContext } from './context.js';
import { Council } from './council.js';
import { Coverage } from './coverage.js';
import type { TypeClass } from './field.js';
import { Motion } from './motion.js';
import { MotionEvent } from './motion-event.js';
import { nounOf } from './noun.js';
import { Recommendation } from './recommendation.js';
import { loadRecord } from './records.js';
import { Review } from './review.js';
import { Source } from './source.js';

const loads: readonly (readonly [TypeClass, Record<string, () => TypeClass>])[] = [
  [
    Evidence,
    {
      citation: () => Citation,
      clause: () => Clause,
      motion: () => Motion,
      event: () => MotionEvent,
      source: () => Source,
    },
  ],
  [ComparisonCell, { council: () => Council, recommendation: () => Recommendation }],
  [ComparisonRow, { recommendation: () => Recommendation }],
  [Comparison, { review: () => Review }],
];

function makeResolver([owner, fields]: (typeof loads)[number]): TypeClass {
  const resolver = class {};
  for (const [name, type] of Object.entries(fields)) {
    const load = (row: Record<string, string | null>, context: GraphContext, info: GraphQLResolveInfo) => {
      const id = row[name];
      return id ? loadRecord(context, info, nounOf(type()), id) : null;
    };
    Object.defineProperty(resolver.prototype, name, { value: load });
    FieldResolver()(resolver.prototype, name, {});
    Root()(resolver.prototype, name, 0);
    Ctx()(resolver.prototype, name, 1);
    Info()(resolver.prototype, name, 2);
  }
  Resolver(() => owner)(resolver);
  return resolver;
}

@Resolver(() => Comparison)
class ComparisonLists {
  @FieldResolver()
  councils(
    @Root() { councils }: query.Comparison,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return Promise.all(councils.map((id) => loadRecord(context, info, nounOf(Council), id)));
  }

  @FieldResolver()
  async coverage(
    @Root() of: query.Comparison,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const found = of.councils.map((council) =>
      loadRecord(context, info, nounOf(Coverage), coverageId(council, of.review)),
    );
    return (await Promise.all(found)).filter((coverage) => coverage !== null);
  }
}

/** The resolvers of a comparison's types. */
export const comparisonResolvers: readonly TypeClass[] = [...loads.map(makeResolver), ComparisonLists];
