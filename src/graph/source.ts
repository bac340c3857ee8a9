import { ID } from 'type-graphql';
import { completeness, datePrecision, sourceKind } from '../domain/vocabulary.js';
import { Clause } from './clause.js';
import { Licence } from './licence.js';
import { Motion } from './motion.js';
import { MotionEvent } from './motion-event.js';
import { Column, type Columns, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { DateScalar, DateTime, URI } from './scalars.js';
import { words } from './words.js';

@Noun('source', { one: 'source', many: 'sources', order: ['title'] })
export class Source implements Columns<'source'> {
  @Column(() => ID) id!: string;
  @Column(() => String) title!: string;
  @Column(() => String) publisher!: string | null;
  @Column(() => words(sourceKind)) kind!: Columns<'source'>['kind'];
  @Column(() => URI) url!: string | null;
  @Column(() => DateScalar) publishedOn!: string | null;
  @Column(() => words(datePrecision)) publishedPrecision!: Columns<'source'>['publishedPrecision'];
  @Column(() => DateTime) retrievedAt!: string | null;
  @Column(() => String) mediaType!: string | null;
  @Column(() => String) sha256!: string | null;
  @Column(() => words(completeness)) completeness!: Columns<'source'>['completeness'];
  @ToOne(() => Licence) licence!: Licence | null;
  @Column(() => String) rights!: string | null;
  @Column(() => String) note!: string | null;

  @ToMany(() => Clause, { by: 'source_id', about: 'Clauses read from it.' })
  clauses!: Paged<Clause>;
  @ToMany(() => Motion, {
    through: { table: 'motion_source', near: 'source_id', far: 'motion_id' },
    about: 'Motions it shows.',
  })
  motions!: Paged<Motion>;
  @ToMany(() => MotionEvent, {
    through: { table: 'motion_event_source', near: 'source_id', far: 'motion_event_id' },
    about: 'Events it shows.',
  })
  events!: Paged<MotionEvent>;
}
