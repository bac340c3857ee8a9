import { ID } from 'type-graphql';
import { CouncillorIdentifier } from './councillor-identifier.js';
import { Membership } from './membership.js';
import { Motion } from './motion.js';
import { MotionPerson } from './motion-person.js';
import { Column, type Columns, ListOf, Noun, type Paged, ToMany } from './noun.js';
import { Vote } from './vote.js';

@Noun('councillor', {
  one: 'councillor',
  many: 'councillors',
  order: ['sort_name', 'name'],
  search: { dictionary: 'simple', words: (t) => `${t}.name`, argument: false },
})
export class Councillor implements Columns<'councillor'> {
  @Column(() => ID) id!: string;
  @Column(() => String) name!: string;
  @Column(() => String) sortName!: string | null;

  @ListOf(() => CouncillorIdentifier, {
    by: 'councillor_id',
    about: 'The numbers by which other registers know them.',
    size: 2,
  })
  identifiers!: CouncillorIdentifier[];
  @ToMany(() => Membership, { by: 'councillor_id', about: 'The roles they held, with ward and party.' })
  memberships!: Paged<Membership>;
  @ToMany(() => Motion, {
    where: (t, key) => `${t}.id IN (SELECT p.motion_id FROM motion_person p WHERE p.councillor_id = ${key})`,
    about: 'Motions they moved, seconded or presented.',
  })
  motions!: Paged<Motion>;
  @ToMany(() => MotionPerson, { by: 'councillor_id', about: 'What they did with each motion, by role.' })
  parts!: Paged<MotionPerson>;
  @ToMany(() => Vote, { by: 'councillor_id', about: 'Their votes in votes recorded by name.' })
  votes!: Paged<Vote>;
}
