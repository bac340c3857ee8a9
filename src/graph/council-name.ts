import { Council } from './council.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';

@Noun('council_name')
export class CouncilName implements Columns<'council_name'> {
  @ToOne(() => Council) council!: Council;
  @Column(() => String) name!: string;
}
