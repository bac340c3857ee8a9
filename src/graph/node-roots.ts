import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { argumentsOf } from './answer.js';
import type { GraphContext } from './context.js';
import { refuse } from './errors.js';
import { limits } from './limits.js';
import { Node } from './node.js';
import { anyRecords } from './records.js';
import { readRoot, writeRoot } from './root.js';

writeRoot('node', async (context, asked) => {
  const [record = 'null'] = await anyRecords(context, asked, [String(argumentsOf(asked).id)]);
  return record;
});

writeRoot('nodes', async (context, asked) => {
  const { ids } = argumentsOf(asked) as { ids: string[] };
  if (ids.length <= limits.ids) return `[${await anyRecords(context, asked, ids)}]`;
  throw refuse('BAD_USER_INPUT', `nodes takes at most ${limits.ids} ids, got ${ids.length}.`, {
    limit: 'ids',
    maximum: limits.ids,
    asked: ids.length,
  });
});

/** Records of any kind by id. */
@Resolver()
export class NodeRoots {
  @Query(() => Node, {
    nullable: true,
    description:
      'Any record by its id or a former one; a removed record answers as a Tombstone, an unknown id as null.',
  })
  node(
    @Arg('id', () => ID, { description: 'The id, for example council/southwark.' }) _id: string,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readRoot(context, info);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: `Records of any kind by their ids, in the order asked; at most ${limits.ids}, null for an unknown id.`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Up to ${limits.ids} ids.` }) _ids: string[],
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readRoot(context, info);
  }
}
