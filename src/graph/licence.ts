import { ID } from 'type-graphql';
import { Column, type Columns, Noun, type Paged, ToMany } from './noun.js';
import { URI } from './scalars.js';
import { Source } from './source.js';

@Noun('licence', { one: 'licence', many: 'licences', order: ['name'] })
export class Licence implements Columns<'licence'> {
  @Column(() => ID) id!: string;
  @Column(() => String) name!: string;
  @Column(() => URI) url!: string | null;
  @Column(() => String) summary!: string;

  @ToMany(() => Source, { by: 'licence_id', about: 'Sources under it.' })
  sources!: Paged<Source>;
}
