import { ID } from 'type-graphql';
import { datePrecision, motionKind, motionStage, motionTextStatus, outcome } from '../domain/vocabulary.js';
import { Clause } from './clause.js';
import { Council } from './council.js';
import { MotionEvent } from './motion-event.js';
import { MotionPerson } from './motion-person.js';
import { Column, type Columns, Derived, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { DateScalar } from './scalars.js';
import { words } from './words.js';

@Noun('motion', {
  one: 'motion',
  many: 'motions',
  order: ['-date'],
  unlessAsked: {
    argument: 'includeAmendments',
    about: 'Whether amendments, which are motions of their own, are listed too.',
    keep: (t) => `${t}.amends_id IS NULL`,
  },
  search: { dictionary: 'english', words: (t) => `coalesce(${t}.title, '')`, argument: true },
})
export class Motion implements Columns<'motion'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Council) council!: Council;
  @Column(() => String) slug!: string;
  @Column(() => String) title!: string | null;
  @Column(() => words(motionKind)) kind!: Columns<'motion'>['kind'];
  @Column(() => words(motionTextStatus)) textStatus!: Columns<'motion'>['textStatus'];
  @Column(() => DateScalar) date!: string | null;
  @Column(() => words(datePrecision)) datePrecision!: Columns<'motion'>['datePrecision'];
  @ToOne(() => Motion) amends!: Motion | null;
  @Column(() => String) note!: string | null;
  @Column(() => words(motionStage)) currentStage!: Columns<'motion'>['currentStage'];
  @Column(() => words(outcome)) currentOutcome!: Columns<'motion'>['currentOutcome'];
  @Column(() => DateScalar) outcomeSince!: string | null;
  @ToOne(() => MotionEvent) decidingEvent!: MotionEvent | null;

  @Derived(() => Boolean, {
    about: 'Whether it amends another motion.',
    kind: 'boolean',
    sql: (t) => `(${t}.amends_id IS NOT NULL)`,
  })
  isAmendment!: boolean;

  @ToMany(() => MotionPerson, { by: 'motion_id', about: 'Who moved, seconded or presented it.' })
  people!: Paged<MotionPerson>;
  @ToMany(() => MotionEvent, { by: 'motion_id', about: 'The steps of its life, in order.' })
  events!: Paged<MotionEvent>;
  @ToMany(() => Clause, { by: 'motion_id', about: 'Its clauses in document order, at every depth.' })
  clauses!: Paged<Clause>;
  @ToMany(() => Motion, { by: 'amends_id', everything: true, about: 'Amendments to it.' })
  amendments!: Paged<Motion>;
}
