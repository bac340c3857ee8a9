import { ID, Int } from 'type-graphql';
import { verification } from '../domain/vocabulary.js';
import { Council } from './council.js';
import { Membership } from './membership.js';
import { Column, type Columns, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { DateScalar } from './scalars.js';
import { words } from './words.js';

@Noun('ward', { one: 'ward', many: 'wards', order: ['name'] })
export class Ward implements Columns<'ward'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Council) council!: Council | null;
  @Column(() => Boolean) councilInferred!: boolean;
  @Column(() => String) name!: string;
  @Column(() => String) gssCode!: string | null;
  @Column(() => Int) seats!: number | null;
  @Column(() => words(verification)) seatsStatus!: Columns<'ward'>['seatsStatus'];
  @Column(() => DateScalar) startDate!: string | null;
  @Column(() => DateScalar) endDate!: string | null;

  @ToMany(() => Membership, { by: 'ward_id', about: 'Who represented it, and when.' })
  memberships!: Paged<Membership>;
}
