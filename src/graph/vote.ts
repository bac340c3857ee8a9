import { ID } from 'type-graphql';
import { voteOption } from '../domain/vocabulary.js';
import { Councillor } from './councillor.js';
import { MotionEvent } from './motion-event.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { words } from './words.js';

@Noun('vote', {
  one: 'vote',
  many: 'votes',
  sources: {
    from: 'event_id',
    through: { table: 'motion_event_source', near: 'motion_event_id', far: 'source_id' },
  },
})
export class Vote implements Columns<'vote'> {
  @Column(() => ID) id!: string;
  @ToOne(() => MotionEvent) event!: MotionEvent;
  @ToOne(() => Councillor) councillor!: Councillor;
  @Column(() => words(voteOption)) option!: Columns<'vote'>['option'];
}
