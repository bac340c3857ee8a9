import { ID } from 'type-graphql';
import { datePrecision } from '../domain/vocabulary.js';
import { Body } from './body.js';
import { Council } from './council.js';
import { MotionEvent } from './motion-event.js';
import { Column, type Columns, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { DateScalar, URI } from './scalars.js';
import { words } from './words.js';

@Noun('meeting', { one: 'meeting', many: 'meetings', order: ['-held_on'] })
export class Meeting implements Columns<'meeting'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Council) council!: Council;
  @ToOne(() => Body) body!: Body;
  @Column(() => DateScalar) heldOn!: string | null;
  @Column(() => words(datePrecision)) datePrecision!: Columns<'meeting'>['datePrecision'];
  @Column(() => String) title!: string | null;
  @Column(() => URI) url!: string | null;

  @ToMany(() => MotionEvent, { by: 'meeting_id', about: 'What happened to motions at it.' })
  events!: Paged<MotionEvent>;
}
