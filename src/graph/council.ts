import { ID } from 'type-graphql';
import { councilType } from '../domain/vocabulary.js';
import { Body } from './body.js';
import { CouncilIdentifier } from './council-identifier.js';
import { CouncilName } from './council-name.js';
import { Coverage } from './coverage.js';
import { Meeting } from './meeting.js';
import { Membership } from './membership.js';
import { Motion } from './motion.js';
import { Column, type Columns, ListOf, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { Organisation } from './organisation.js';
import { PoliceUnit } from './police-unit.js';
import { DateScalar, URI } from './scalars.js';
import { Ward } from './ward.js';
import { words } from './words.js';

@Noun('council', {
  one: 'council',
  many: 'councils',
  order: ['name'],
  search: { dictionary: 'simple', words: (t) => `${t}.name || ' ' || ${t}.short_name`, argument: false },
})
export class Council implements Columns<'council'> {
  @Column(() => ID) id!: string;
  @Column(() => String) name!: string;
  @Column(() => String) shortName!: string;
  @Column(() => String) slug!: string;
  @Column(() => String) gssCode!: string | null;
  @Column(() => String) registerCode!: string | null;
  @Column(() => words(councilType)) type!: Columns<'council'>['type'];
  @Column(() => String) nation!: string | null;
  @Column(() => String) region!: string | null;
  @ToOne(() => PoliceUnit) policeUnit!: PoliceUnit | null;
  @Column(() => URI) website!: string | null;
  @Column(() => URI) democracySite!: string | null;
  @Column(() => DateScalar) startDate!: string | null;
  @Column(() => DateScalar) endDate!: string | null;
  @ToOne(() => Council) replacedBy!: Council | null;

  @ListOf(() => CouncilName, {
    by: 'council_id',
    about: 'Other spellings under which registers and texts name it.',
    size: 4,
  })
  otherNames!: CouncilName[];
  @ListOf(() => CouncilIdentifier, {
    by: 'council_id',
    about: 'Codes by which other registers know it, or knew it.',
    size: 2,
  })
  identifiers!: CouncilIdentifier[];
  @ToMany(() => Ward, { by: 'council_id', about: 'Its wards, of every set of boundaries.' })
  wards!: Paged<Ward>;
  @ToMany(() => Body, { by: 'council_id', about: 'Its bodies: full council, executive, committees.' })
  bodies!: Paged<Body>;
  @ToMany(() => Meeting, { by: 'council_id', about: 'The meetings that this record names.' })
  meetings!: Paged<Meeting>;
  @ToMany(() => Membership, { by: 'council_id', about: 'Who held which role in it, and when.' })
  memberships!: Paged<Membership>;
  @ToMany(() => Organisation, {
    by: 'council_id',
    about: 'It and its offices, as those who act or are asked to act.',
  })
  organisations!: Paged<Organisation>;
  @ToMany(() => Motion, { by: 'council_id', about: 'Motions put to it.' })
  motions!: Paged<Motion>;
  @ToMany(() => Coverage, { by: 'council_id', about: 'On which reviews its papers were searched.' })
  coverage!: Paged<Coverage>;
}
