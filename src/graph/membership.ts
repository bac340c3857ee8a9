import { ID } from 'type-graphql';
import { attestedOn } from '../store/queries/attested.js';
import { Body } from './body.js';
import { Council } from './council.js';
import { Councillor } from './councillor.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { Party } from './party.js';
import { DateScalar } from './scalars.js';
import { Ward } from './ward.js';

@Noun('membership', {
  one: 'membership',
  many: 'memberships',
  order: ['council_id', '-start_date'],
  asOf: {
    about:
      'Only those that a source attests on this day: begun or seen by then, and ended or seen no earlier. Others may have held as well; the days of each say what is known.',
    held: attestedOn,
  },
})
export class Membership implements Columns<'membership'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Councillor) councillor!: Councillor;
  @ToOne(() => Council) council!: Council;
  @ToOne(() => Ward) ward!: Ward | null;
  @ToOne(() => Party) party!: Party | null;
  @ToOne(() => Body) body!: Body | null;
  @Column(() => String) role!: string;
  @Column(() => Boolean) roleInferred!: boolean;
  @Column(() => DateScalar) startDate!: string | null;
  @Column(() => DateScalar) endDate!: string | null;
  @Column(() => DateScalar) firstAttestedOn!: string | null;
  @Column(() => DateScalar) lastAttestedOn!: string | null;
}
