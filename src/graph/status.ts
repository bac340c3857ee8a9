// Which data and which contract answer.
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { GraphContext } from './context.js';

@ObjectType('Status', { description: 'Which data and which contract answer.' })
export class Status {
  @Field(() => Int, { description: 'Raised by one with every change of published data.' })
  dataVersion!: number;

  @Field(() => String, { description: 'Hash of the schema; the same schema has the same version.' })
  schemaVersion!: string;
}

/** The state of this service. */
@Resolver()
export class StatusRoot {
  @Query(() => Status, { description: 'Which data and which contract answer.' })
  async status(@Ctx() context: GraphContext): Promise<Status> {
    const [row] = await context.session.run({
      text: 'SELECT version FROM data_version',
      values: [],
      name: 'data_version',
    });
    return { dataVersion: Number(row?.[0] ?? 0), schemaVersion: context.schemaVersion };
  }
}
