import { ID } from 'type-graphql';
import { Council } from './council.js';
import { Column, type Columns, Noun, type Paged, ToMany } from './noun.js';

@Noun('police_unit', { one: 'policeUnit', many: 'policeUnits', order: ['name'] })
export class PoliceUnit implements Columns<'police_unit'> {
  @Column(() => ID) id!: string;
  @Column(() => String) code!: string;
  @Column(() => String) name!: string;
  @Column(() => String) force!: string;

  @ToMany(() => Council, { by: 'police_unit_id', about: 'The councils it covers.' })
  councils!: Paged<Council>;
}
