import { ID } from 'type-graphql';
import { bodyKind } from '../domain/vocabulary.js';
import { Council } from './council.js';
import { Meeting } from './meeting.js';
import { Membership } from './membership.js';
import { MotionEvent } from './motion-event.js';
import { Column, type Columns, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { Organisation } from './organisation.js';
import { words } from './words.js';

@Noun('body', { one: 'body', many: 'bodies', order: ['council_id', 'name'] })
export class Body implements Columns<'body'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Council) council!: Council;
  @Column(() => String) name!: string;
  @Column(() => words(bodyKind)) kind!: Columns<'body'>['kind'];

  @ToMany(() => Meeting, { by: 'body_id', about: 'Its meetings that this record names.' })
  meetings!: Paged<Meeting>;
  @ToMany(() => Membership, { by: 'body_id', about: 'Who held a role in it, and when.' })
  memberships!: Paged<Membership>;
  @ToMany(() => Organisation, { by: 'body_id', about: 'It as somebody who acts or is asked to act.' })
  organisations!: Paged<Organisation>;
  @ToMany(() => MotionEvent, { by: 'body_id', about: 'What happened to motions before it.' })
  events!: Paged<MotionEvent>;
}
