import { ID } from 'type-graphql';
import { Ask } from './ask.js';
import { Column, type Columns, Noun, type Paged, ToMany } from './noun.js';
import { Recommendation } from './recommendation.js';

@Noun('theme', { one: 'theme', many: 'themes', order: ['name'] })
export class Theme implements Columns<'theme'> {
  @Column(() => ID) id!: string;
  @Column(() => String) name!: string;
  @Column(() => String) summary!: string | null;

  @ToMany(() => Recommendation, {
    through: { table: 'recommendation_theme', near: 'theme_id', far: 'recommendation_id' },
    about: 'Recommendations on it.',
  })
  recommendations!: Paged<Recommendation>;
  @ToMany(() => Ask, {
    through: { table: 'ask_theme', near: 'theme_id', far: 'ask_id' },
    about: 'Asks on it.',
  })
  asks!: Paged<Ask>;
}
