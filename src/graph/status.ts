// Which data and which contract answer.
import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { Ctx, Field, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { GraphContext } from './context.js';
import { Compiler } from './plan.js';
import { readRoot, writeRoot } from './root.js';

@ObjectType('Status', { description: 'Which data and which contract answer.', simpleResolvers: true })
export class Status {
  @Field(() => Int, { description: 'Raised by one with every change of published data.' })
  dataVersion!: number;

  @Field(() => String, { description: 'Hash of the schema; the same schema has the same version.' })
  schemaVersion!: string;
}

writeRoot('status', async (context, asked) => {
  const values: Record<string, string> = {
    dataVersion: await dataVersion(context),
    schemaVersion: JSON.stringify(context.schemaVersion),
  };
  const compiler = new Compiler(asked);
  const type = getNamedType(asked.selected.definition.type) as GraphQLObjectType;
  const fields = compiler.fieldsOf(asked.selected);
  return compiler.object<typeof values, null>(
    type,
    fields,
    ({ name }) =>
      (from) =>
        String(from[name]),
  )(values, null);
});

async function dataVersion({ session }: GraphContext): Promise<string> {
  const [row] = await session.run({
    text: 'SELECT version FROM data_version',
    values: [],
    name: 'data_version',
  });
  return row?.[0] ?? '0';
}

/** The state of this service. */
@Resolver()
export class StatusRoot {
  @Query(() => Status, { description: 'Which data and which contract answer.' })
  status(@Ctx() context: GraphContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return readRoot(context, info);
  }
}
