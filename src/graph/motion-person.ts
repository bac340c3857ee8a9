// Somebody's part in a motion. Ward and party are those printed for that day; where none is printed,
// those of the memberships that a source attests on the motion's day, if they agree; else null.
import { ID, Int } from 'type-graphql';
import { personRole } from '../domain/vocabulary.js';
import { attestedOn } from '../store/queries/attested.js';
import { Councillor } from './councillor.js';
import { Motion } from './motion.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';
import { Party } from './party.js';
import { Ward } from './ward.js';
import { words } from './words.js';

const onTheDay = (column: 'ward_id' | 'party_id') => (t: string) =>
  `coalesce(${t}.${column}, (
  SELECT CASE WHEN count(DISTINCT m.${column}) = 1 THEN min(m.${column}) END
    FROM membership m JOIN motion q ON q.council_id = m.council_id
   WHERE m.councillor_id = ${t}.councillor_id AND q.id = ${t}.motion_id AND q.date_precision = 'day'
     AND ${attestedOn('m', 'q.date')}))`;

@Noun('motion_person', {
  one: 'motionPerson',
  many: 'motionPeople',
  order: ['motion_id', 'seq'],
  isOrderTotal: true,
})
export class MotionPerson implements Columns<'motion_person'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Motion) motion!: Motion;
  @Column(() => Int) seq!: number;
  @Column(() => words(personRole)) role!: Columns<'motion_person'>['role'];
  @Column(() => String) name!: string;
  @Column(() => Boolean) isGroup!: boolean;
  @ToOne(() => Councillor) councillor!: Councillor | null;
  @ToOne(() => Ward, {
    about: 'Ward printed for that day, else of the membership attested on it, else null.',
    key: onTheDay('ward_id'),
  })
  ward!: Ward | null;
  @ToOne(() => Party, {
    about: 'Party printed for that day, else of the membership attested on it, else null.',
    key: onTheDay('party_id'),
  })
  party!: Party | null;
}
