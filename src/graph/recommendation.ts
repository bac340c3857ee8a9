import { ID } from 'type-graphql';
import { verification } from '../domain/vocabulary.js';
import { Citation } from './citation.js';
import { Coverage } from './coverage.js';
import { Column, type Columns, ListOf, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { Organisation } from './organisation.js';
import { Review } from './review.js';
import { Theme } from './theme.js';
import { words } from './words.js';

@Noun('recommendation', {
  one: 'recommendation',
  many: 'recommendations',
  order: ['review_id', 'number_sort', 'slug'],
  search: {
    dictionary: 'english',
    words: (t) => `concat_ws(' ', ${t}.title, ${t}.summary)`,
    argument: false,
  },
})
export class Recommendation implements Columns<'recommendation'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Review) review!: Review;
  @Column(() => String) slug!: string;
  @Column(() => String, { sortAs: 'number_sort' }) number!: string | null;
  @Column(() => words(verification)) numberStatus!: Columns<'recommendation'>['numberStatus'];
  @Column(() => String) groupCode!: string | null;
  @Column(() => String) groupName!: string | null;
  @Column(() => String) title!: string;
  @Column(() => String) summary!: string | null;
  @Column(() => words(verification)) summaryStatus!: Columns<'recommendation'>['summaryStatus'];

  @ListOf(() => Organisation, {
    through: { table: 'recommendation_addressee', near: 'recommendation_id', far: 'organisation_id' },
    about: 'Who it is addressed to.',
    size: 2,
  })
  addressees!: Organisation[];
  @ListOf(() => Theme, {
    through: { table: 'recommendation_theme', near: 'recommendation_id', far: 'theme_id' },
    about: 'The themes it belongs to.',
    size: 2,
  })
  themes!: Theme[];
  @ToMany(() => Citation, {
    by: 'recommendation_id',
    about: 'Clauses that cite it by itself; those that cite the review as a whole are on the review.',
    beside: 'coverage',
  })
  citations!: Paged<Citation>;
  @ToMany(() => Coverage, {
    from: 'review_id',
    by: 'review_id',
    about: 'Which councils were searched for motions on its review.',
  })
  coverage!: Paged<Coverage>;
}
