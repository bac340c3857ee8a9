import { ID, Int } from 'type-graphql';
import { datePrecision, decisionMode, motionStage, outcome } from '../domain/vocabulary.js';
import { Body } from './body.js';
import { Meeting } from './meeting.js';
import { Motion } from './motion.js';
import { Column, type Columns, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { DateScalar } from './scalars.js';
import { Vote } from './vote.js';
import { words } from './words.js';

@Noun('motion_event', {
  one: 'motionEvent',
  many: 'motionEvents',
  order: ['motion_id', 'seq'],
  isOrderTotal: true,
})
export class MotionEvent implements Columns<'motion_event'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Motion) motion!: Motion;
  @Column(() => Int) seq!: number;
  @Column(() => words(motionStage)) stage!: Columns<'motion_event'>['stage'];
  @ToOne(() => Body) body!: Body | null;
  @ToOne(() => Meeting) meeting!: Meeting | null;
  @Column(() => DateScalar) occurredOn!: string | null;
  @Column(() => words(datePrecision)) datePrecision!: Columns<'motion_event'>['datePrecision'];
  @Column(() => Boolean) authoritative!: boolean;
  @Column(() => words(outcome)) outcome!: Columns<'motion_event'>['outcome'];
  @Column(() => String) outcomeText!: string | null;
  @Column(() => words(decisionMode)) decisionMode!: Columns<'motion_event'>['decisionMode'];
  @Column(() => Int) votesFor!: number | null;
  @Column(() => Int) votesAgainst!: number | null;
  @Column(() => Int) votesAbstain!: number | null;
  @ToOne(() => Motion) amendment!: Motion | null;
  @Column(() => String) note!: string | null;

  @ToMany(() => Vote, { by: 'event_id', about: 'Votes by name; none unless they were recorded by name.' })
  votes!: Paged<Vote>;
}
