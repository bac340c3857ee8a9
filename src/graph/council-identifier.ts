import { Council } from './council.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';

@Noun('council_identifier')
export class CouncilIdentifier implements Columns<'council_identifier'> {
  @ToOne(() => Council) council!: Council;
  @Column(() => String) scheme!: string;
  @Column(() => String) value!: string;
}
