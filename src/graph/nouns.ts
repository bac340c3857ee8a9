// Every noun of the graph. Importing this list is what declares them; adding a noun is one line here
// and one file beside it.
import { Ask } from './ask.js';
import { Body } from './body.js';
import { Citation } from './citation.js';
import { Claim } from './claim.js';
import { Clause } from './clause.js';
import { Council } from './council.js';
import { CouncilIdentifier } from './council-identifier.js';
import { CouncilName } from './council-name.js';
import { Councillor } from './councillor.js';
import { CouncillorIdentifier } from './councillor-identifier.js';
import { Coverage } from './coverage.js';
import { FollowUp } from './follow-up.js';
import { Licence } from './licence.js';
import { ListedCouncillor } from './listed-councillor.js';
import { Meeting } from './meeting.js';
import { Membership } from './membership.js';
import { Motion } from './motion.js';
import { MotionEvent } from './motion-event.js';
import { MotionPerson } from './motion-person.js';
import { inheritedFields } from './node.js';
import { type Noun, nounOf } from './noun.js';
import { Organisation } from './organisation.js';
import { Party } from './party.js';
import { PoliceUnit } from './police-unit.js';
import { Recommendation } from './recommendation.js';
import { Review } from './review.js';
import { Source } from './source.js';
import { TextMatch } from './text-match.js';
import { Theme } from './theme.js';
import { Tombstone } from './tombstone.js';
import { Vote } from './vote.js';
import { Ward } from './ward.js';

const classes = [
  Council,
  CouncilName,
  CouncilIdentifier,
  Ward,
  Party,
  PoliceUnit,
  Councillor,
  CouncillorIdentifier,
  ListedCouncillor,
  Membership,
  Body,
  Meeting,
  Organisation,
  Review,
  Recommendation,
  Motion,
  MotionPerson,
  MotionEvent,
  Vote,
  Clause,
  Ask,
  FollowUp,
  Citation,
  Claim,
  TextMatch,
  Coverage,
  Theme,
  Source,
  Licence,
  Tombstone,
];

function complete(noun: Noun): Noun {
  for (const [name, field] of Object.entries(inheritedFields(noun))) noun.fields.set(name, field);
  return noun;
}

/** Every published noun, with the fields it has because of what it is. */
export const nouns: readonly Noun[] = classes.map((each) => complete(nounOf(each)));

/** The noun of a GraphQL type name. */
export const nounByType: ReadonlyMap<string, Noun> = new Map(nouns.map((noun) => [noun.type, noun]));

/** The noun an id belongs to, told from its first segment. */
export const nounByIdPrefix: ReadonlyMap<string, Noun> = new Map(
  nouns.flatMap((noun) => (noun.prefix ? [[noun.prefix, noun] as const] : [])),
);
