import { ID } from 'type-graphql';
import { Council } from './council.js';
import { Licence } from './licence.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { Source } from './source.js';

@Noun('listed_councillor', {
  one: 'listedCouncillor',
  many: 'listedCouncillors',
  order: ['name'],
  sources: { from: 'source_id', by: 'id' },
})
export class ListedCouncillor implements Columns<'listed_councillor'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Council) council!: Council;
  @Column(() => String) wardName!: string | null;
  @Column(() => String) name!: string;
  @Column(() => String) partyName!: string | null;
  @Column(() => String) ecCode!: string | null;
  @Column(() => String) nextElection!: string | null;
  @ToOne(() => Licence) licence!: Licence;
  @ToOne(() => Source) source!: Source;
}
