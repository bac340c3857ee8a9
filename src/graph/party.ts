import { ID } from 'type-graphql';
import { Membership } from './membership.js';
import { Column, type Columns, Noun, type Paged, ToMany } from './noun.js';

@Noun('party', { one: 'party', many: 'parties', order: ['name'] })
export class Party implements Columns<'party'> {
  @Column(() => ID) id!: string;
  @Column(() => String) name!: string;
  @Column(() => String) ecCode!: string | null;

  @ToMany(() => Membership, { by: 'party_id', about: 'Who stood for it in which role, and when.' })
  memberships!: Paged<Membership>;
}
