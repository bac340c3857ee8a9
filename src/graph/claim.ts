import { ID, Int } from 'type-graphql';
import { Clause } from './clause.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';

@Noun('claim', {
  one: 'claim',
  many: 'claims',
  order: ['clause_id', 'seq'],
  sources: {
    from: 'clause_id',
    where: (t, key) => `${t}.id = (SELECT c.source_id FROM clause c WHERE c.id = ${key})`,
  },
})
export class Claim implements Columns<'claim'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Clause) clause!: Clause;
  @Column(() => Int) seq!: number;
  @Column(() => String) measure!: string;
  @Column(() => String) value!: string | null;
  @Column(() => String) unit!: string | null;
  @Column(() => String) place!: string | null;
  @Column(() => String) period!: string | null;
  @Column(() => Boolean) sourceStated!: boolean;
}
