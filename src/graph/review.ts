import { ID, Int } from 'type-graphql';
import { datePrecision } from '../domain/vocabulary.js';
import { Citation } from './citation.js';
import { Coverage } from './coverage.js';
import { Motion } from './motion.js';
import { Column, type Columns, Noun, type Paged, ToMany } from './noun.js';
import { Recommendation } from './recommendation.js';
import { DateScalar, URI } from './scalars.js';
import { words } from './words.js';

@Noun('review', { one: 'review', many: 'reviews', order: ['-published_on'] })
export class Review implements Columns<'review'> {
  @Column(() => ID) id!: string;
  @Column(() => String) title!: string;
  @Column(() => String) shortName!: string;
  @Column(() => String) slug!: string;
  @Column(() => String) reviewer!: string;
  @Column(() => String) commissionedBy!: string | null;
  @Column(() => String) publisher!: string | null;
  @Column(() => DateScalar) publishedOn!: string | null;
  @Column(() => words(datePrecision)) datePrecision!: Columns<'review'>['datePrecision'];
  @Column(() => Int) recommendationCount!: number | null;
  @Column(() => String) summary!: string | null;
  @Column(() => URI) url!: string | null;

  @ToMany(() => Recommendation, { by: 'review_id', about: 'What it recommends.' })
  recommendations!: Paged<Recommendation>;
  @ToMany(() => Citation, {
    by: 'review_id',
    about: 'Clauses that cite it; `coverage` beside the count says which councils were searched.',
    beside: 'coverage',
  })
  citations!: Paged<Citation>;
  @ToMany(() => Motion, {
    where: (t, key) =>
      `${t}.id IN (SELECT c.motion_id FROM clause c JOIN citation x ON x.clause_id = c.id WHERE x.review_id = ${key})`,
    about:
      'Motions with a clause that cites it; `coverage` beside the count says which councils were searched.',
    beside: 'coverage',
  })
  motions!: Paged<Motion>;
  @ToMany(() => Coverage, { by: 'review_id', about: 'Which councils were searched for motions on it.' })
  coverage!: Paged<Coverage>;
}
