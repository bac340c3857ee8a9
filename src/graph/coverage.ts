import { ID } from 'type-graphql';
import { coverageResult, datePrecision } from '../domain/vocabulary.js';
import { Council } from './council.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { Review } from './review.js';
import { DateScalar } from './scalars.js';
import { words } from './words.js';

@Noun('coverage', {
  one: 'coverageRecord',
  many: 'coverage',
  order: ['review_id', 'council_id'],
})
export class Coverage implements Columns<'coverage'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Council) council!: Council;
  @ToOne(() => Review) review!: Review;
  @Column(() => DateScalar) searchedOn!: string | null;
  @Column(() => words(datePrecision)) datePrecision!: Columns<'coverage'>['datePrecision'];
  @Column(() => String) method!: string | null;
  @Column(() => words(coverageResult)) result!: Columns<'coverage'>['result'];
  @Column(() => String) note!: string | null;
}
