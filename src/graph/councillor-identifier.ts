import { Councillor } from './councillor.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';

@Noun('councillor_identifier')
export class CouncillorIdentifier implements Columns<'councillor_identifier'> {
  @ToOne(() => Councillor) councillor!: Councillor;
  @Column(() => String) scheme!: string;
  @Column(() => String) value!: string;
}
