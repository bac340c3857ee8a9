import { ID, Int } from 'type-graphql';
import { basis, direction, reviewState, scope, strength } from '../domain/vocabulary.js';
import { Clause } from './clause.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { Recommendation } from './recommendation.js';
import { Review } from './review.js';
import { words } from './words.js';

@Noun('citation', {
  one: 'citation',
  many: 'citations',
  order: ['clause_id'],
  sources: {
    from: 'clause_id',
    where: (t, key) => `${t}.id = (SELECT c.source_id FROM clause c WHERE c.id = ${key})`,
  },
})
export class Citation implements Columns<'citation'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Clause) clause!: Clause;
  @ToOne(() => Review) review!: Review;
  @ToOne(() => Recommendation) recommendation!: Recommendation | null;
  @Column(() => words(direction)) direction!: Columns<'citation'>['direction'];
  @Column(() => words(basis)) basis!: Columns<'citation'>['basis'];
  @Column(() => words(strength)) strength!: Columns<'citation'>['strength'];
  @Column(() => words(scope)) scope!: Columns<'citation'>['scope'];
  @Column(() => Int) quoteStart!: number | null;
  @Column(() => Int) quoteEnd!: number | null;
  @Column(() => words(reviewState)) reviewState!: Columns<'citation'>['reviewState'];
  @Column(() => String) codedBy!: string;
}
