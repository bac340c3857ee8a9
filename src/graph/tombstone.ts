import { ID } from 'type-graphql';
import { Column, type Columns, Noun } from './noun.js';
import { DateScalar } from './scalars.js';

@Noun('tombstone', { many: 'tombstones', order: ['-removed_at'] })
export class Tombstone implements Columns<'tombstone'> {
  @Column(() => ID) id!: string;
  @Column(() => String) reason!: string;
  @Column(() => DateScalar) removedAt!: string;
}
