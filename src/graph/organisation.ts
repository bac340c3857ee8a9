import { ID } from 'type-graphql';
import { organisationKind } from '../domain/vocabulary.js';
import { Ask } from './ask.js';
import { Body } from './body.js';
import { Council } from './council.js';
import { Column, type Columns, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { Recommendation } from './recommendation.js';
import { words } from './words.js';

@Noun('organisation', {
  one: 'organisation',
  many: 'organisations',
  order: ['name', 'office'],
})
export class Organisation implements Columns<'organisation'> {
  @Column(() => ID) id!: string;
  @Column(() => String) name!: string;
  @Column(() => String) office!: string | null;
  @Column(() => words(organisationKind)) kind!: Columns<'organisation'>['kind'];
  @ToOne(() => Council) council!: Council | null;
  @ToOne(() => Body) body!: Body | null;

  @ToMany(() => Ask, { by: 'addressee_id', about: 'Asks addressed to it.' })
  asksAddressed!: Paged<Ask>;
  @ToMany(() => Ask, { by: 'actor_id', about: 'Asks that it is to carry out.' })
  asksToCarryOut!: Paged<Ask>;
  @ToMany(() => Recommendation, {
    through: { table: 'recommendation_addressee', near: 'organisation_id', far: 'recommendation_id' },
    about: 'Recommendations addressed to it.',
  })
  recommendations!: Paged<Recommendation>;
}
