// Generated motions. They come in blocks of ten of one council, so that every total comes out exactly: pairs
// of motions share their clauses, and three of each block share its citations.
import { amendmentId, citationId, distinct, motionId, motionPersonId, slugify } from '../domain/ids.js';
import { type EventFacts, standing } from '../domain/outcome.js';
import type { Loader } from '../store/load.js';
import { addClauses, states } from './clauses.js';
import { addEvents, chooseOutcome } from './events.js';
import type { Ground, Held } from './ground.js';
import { type Random, random } from './random.js';
import { emitSourced } from './register.js';
import type { Review } from './reviews.js';
import { type Topic, topics } from './topics.js';

const block = 10;
const clausesOfPair = 24;
const citationsOfBlock = 30;
const blocksBetweenFlushes = 250;

/** What motions are made of and what they leave behind. */
export interface Making {
  readonly loader: Loader;
  readonly grounds: readonly Ground[];
  readonly reviews: readonly Review[];
  /** Which council was found to cite which review, as `council|review`. */
  readonly found: Set<string>;
}

/** Adds motions with all that hangs on them; their number is a multiple of ten. */
export async function addMotions(making: Making, count: number): Promise<void> {
  const taken = new Set<string>();
  for (let n = 0; n < count / block; n += 1) {
    addBlock(making, n, taken);
    if (n % blocksBetweenFlushes === 0) await making.loader.flush();
  }
}

function addBlock(making: Making, n: number, taken: Set<string>): void {
  const chance = random('block', n);
  const { grounds } = making;
  // Some councils have several times as many motions as others; none has none.
  const skewed = Math.floor(grounds.length * chance.next() ** 1.5);
  const ground = grounds[n < grounds.length ? n : skewed] as Ground;
  const citations = shares(chance);
  const amended = chance.chance(0.8);
  const meeting = chance.below(ground.assembly.length);
  for (let place = 0; place < block; place += 2) {
    const first = 7 + chance.below(11);
    const sizes = [first, clausesOfPair - first];
    const isAmended = amended && place === block - 2;
    const id = addMotion(making, ground, taken, {
      ...{ n: n * block + place, clauses: sizes[0] ?? 12, citations: citations[place] ?? 0, isAmended },
      meeting: isAmended ? meeting : undefined,
    });
    addMotion(making, ground, taken, {
      ...{ n: n * block + place + 1, clauses: sizes[1] ?? 12, citations: citations[place + 1] ?? 0 },
      ...{ isAmended: false, ...(isAmended ? { amends: id, meeting } : {}) },
    });
  }
}

// Three motions of the first six in a block cite a review.
function shares(chance: Random): number[] {
  const [first, second] = [6 + chance.below(7), 6 + chance.below(7)];
  const three = [first, second, citationsOfBlock - first - second];
  return three.flatMap((share) => (chance.chance(0.5) ? [share, 0] : [0, share]));
}

interface Plan {
  readonly n: number;
  readonly clauses: number;
  readonly citations: number;
  readonly isAmended: boolean;
  readonly amends?: string;
  readonly meeting?: number | undefined;
}

function addMotion(making: Making, ground: Ground, taken: Set<string>, plan: Plan): string {
  const { loader } = making;
  const chance = random('motion', plan.n);
  const review = making.reviews[Math.floor(making.reviews.length * chance.next() ** 2)] as Review;
  const topic = plan.citations > 0 ? review.topic : chance.pick(topics);
  const meeting = plan.meeting ?? meetingAfter(chance, ground, plan.citations > 0 ? review.year : 0);
  const held = ground.assembly[meeting] as Held;
  const title = titleOf(chance, topic);
  const id = plan.amends
    ? amendmentId(plan.amends, 'a')
    : distinct(motionId(ground.id, held.on, slugify(title)), (each) => taken.has(each));
  if (!plan.amends) taken.add(id);
  const amendment = plan.isAmended ? amendmentId(id, 'a') : undefined;
  const drawn = chooseOutcome(chance);
  const outcome = drawn === 'carried_as_amended' && !amendment ? 'carried' : drawn;
  const events = addEvents(loader, chance, { motion: id, ground, meeting, outcome, amendment });
  const isSummarised = chance.chance(0.1);
  emitSourced(
    loader,
    'motion',
    {
      ...{ id, council_id: ground.id, slug: id.slice(id.lastIndexOf('/') + 1) },
      ...{
        title: plan.amends ? `Amendment to: ${title}` : title,
        kind: plan.amends ? 'amendment' : kindOf(chance),
      },
      ...{ text_status: isSummarised ? 'summary_only' : 'full', date: held.on, date_precision: 'day' },
      ...{ amends_id: plan.amends ?? null, ...standingOf(events) },
    },
    held.source,
  );
  addPeople(loader, chance, id, ground, held);
  const campaign = `campaign ${topic.slug} ${Math.floor(12 * chance.next() ** 2)}`;
  const year = Number(held.on.slice(0, 4));
  const resolving = addClauses(loader, chance, {
    ...{ motion: id, ground, held, campaign, count: plan.clauses, isSummarised },
    ...{ setting: { topic, council: ground.name, review: review.name, year }, isDecided: outcome !== 'lost' },
  });
  if (plan.citations > 0) addCitations(making, chance, ground, review, resolving, plan.citations);
  return id;
}

// Motions that cite a review come after it; those of a day are spread over all years.
function meetingAfter(chance: Random, ground: Ground, year: number): number {
  const first = Math.max(
    0,
    ground.assembly.findIndex(({ on }) => on >= `${year}-03-22`),
  );
  return first + chance.below(ground.assembly.length - first);
}

function titleOf(chance: Random, topic: Topic): string {
  const pattern = chance.pick([
    '{}',
    'Motion on {}',
    '{}: time to act',
    'Action on {}',
    'Standing up for {}',
    '{} in our area',
  ]);
  const title = pattern.replace('{}', chance.pick([...topic.subjects, ...topic.measures]));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function kindOf(chance: Random): string {
  return chance.pick([
    'members_motion',
    'members_motion',
    'members_motion',
    'themed_debate',
    'executive',
    'not_stated',
  ]);
}

function standingOf(events: readonly EventFacts[]) {
  const { stage, outcome, since, decidingEvent } = standing(events);
  return {
    current_stage: stage,
    current_outcome: outcome,
    outcome_since: since,
    deciding_event_id: decidingEvent,
  };
}

function addPeople(loader: Loader, chance: Random, motion: string, ground: Ground, held: Held): void {
  const start = chance.below(ground.people.length);
  (['mover', 'seconder'] as const).forEach((role, n) => {
    const person = ground.people[(start + n * 7) % ground.people.length];
    if (!person) return;
    const { id: councillor, name, ward, party } = person;
    const row = {
      id: motionPersonId(motion, role, 1),
      motion_id: motion,
      seq: n + 1,
      role,
      name,
      is_group: false,
    };
    const office = { councillor_id: councillor, ward_id: ward, party_id: party };
    emitSourced(loader, 'motion_person', { ...row, ...office }, held.source);
  });
}

function addCitations(
  { loader, found }: Making,
  chance: Random,
  ground: Ground,
  review: Review,
  clauses: readonly string[],
  count: number,
): void {
  const all = chance.chance(0.3);
  const first = chance.below(review.recommendations.length);
  for (let n = 0; n < count; n += 1) {
    const clause = clauses[n % clauses.length] as string;
    const nth = Math.floor(n / clauses.length);
    const isAll = all && nth === 0;
    const recommendation = isAll
      ? null
      : (review.recommendations[(first + nth) % review.recommendations.length] ?? null);
    const state = chance.pick(states);
    if (state !== 'suggested') found.add(`${ground.id}|${review.id}`);
    loader.add('citation', {
      ...{ id: citationId(clause, recommendation), clause_id: clause, review_id: review.id },
      ...{ recommendation_id: recommendation, review_state: state, coded_by: 'generator' },
      ...{
        basis: isAll
          ? 'collective_all'
          : chance.pick(['named', 'paraphrased', 'paraphrased', 'thematic', 'inferred']),
      },
      direction: chance.pick([
        'supports',
        'supports',
        'supports',
        'supports_with_conditions',
        'notes_only',
        'opposes',
      ]),
      strength: chance.pick(['commits_own_action', 'directs_own_body', 'calls_on_others', 'states_view']),
      scope: chance.pick(['as_recommended', 'as_recommended', 'goes_further', 'narrower', 'different_means']),
    });
  }
}
