import { ID, Int } from 'type-graphql';
import { askState, datePrecision } from '../domain/vocabulary.js';
import { Ask } from './ask.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { DateScalar } from './scalars.js';
import { words } from './words.js';

@Noun('follow_up', { one: 'followUp', many: 'followUps', order: ['ask_id', 'seq'] })
export class FollowUp implements Columns<'follow_up'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Ask) ask!: Ask;
  @Column(() => Int) seq!: number;
  @Column(() => DateScalar) occurredOn!: string | null;
  @Column(() => words(datePrecision)) datePrecision!: Columns<'follow_up'>['datePrecision'];
  @Column(() => words(askState)) state!: Columns<'follow_up'>['state'];
  @Column(() => String) note!: string;
}
