// The sentences of generated motions: templates as councils write them, filled with a topic's words. Motions
// of one campaign share most of their sentences, so that text search and lineage find what they would.
import type { Random } from './random.js';
import type { Topic } from './topics.js';

/** What a sentence is for. */
export type Purpose =
  | 'notes'
  | 'thanks_or_welcomes'
  | 'concern_or_condemnation'
  | 'believes'
  | 'resolves'
  | 'elaborates';

const templates: Readonly<Record<Purpose, readonly string[]>> = {
  notes: [
    'That {subject} was raised by {count} residents of {council} in the {month} survey.',
    'That since {year} spending on {subject} has fallen by {percent} per cent in real terms.',
    'That {review} found {concern} and made recommendations that have yet to be carried out in full.',
    'That in {year} this council agreed a motion on {subject}, and that progress was last reported in {month}.',
    'That {count} people signed the petition on {concern} that was presented to this council.',
    'That neighbouring authorities have adopted {measure}, with a fall of {percent} per cent in complaints.',
    'The evidence given to the scrutiny committee in {month} {year} on {concern}.',
    'That {percent} per cent of residents who answered the consultation named {concern} as their first worry.',
  ],
  thanks_or_welcomes: [
    'Welcomes the work of residents and volunteers who have campaigned on {subject}.',
    'Thanks officers for the report on {subject} and for the {count} responses they considered.',
    'Welcomes the publication of {review} and the courage of those who gave evidence to it.',
  ],
  concern_or_condemnation: [
    'Is deeply concerned about {concern} in {council}.',
    'Condemns {concern} without reservation and stands with everybody affected by it.',
    'Is alarmed that {concern} has not been dealt with since {year}.',
  ],
  believes: [
    'That {measure} is a matter of fairness and should not depend on where a person lives.',
    'That the {addressee} has the powers to act on {concern} and has not used them.',
    'That without {measure} public confidence will not be restored.',
    'That {subject} is best decided with the people who depend on it.',
    'That {review} must be carried out in full and that its findings on {concern} cannot be set aside.',
  ],
  resolves: [
    'To ask the Leader to write to the {addressee} to call for {measure}.',
    'To endorse the findings of {review} and to call on the {addressee} to carry them out.',
    'To request that the Cabinet bring forward a plan for {measure} by {month} {nextYear}.',
    'To call on the {addressee} to end {concern}.',
    'To work with neighbouring councils and with residents towards {measure}.',
    'To invite the {addressee} to attend the scrutiny committee and to answer questions on {subject}.',
    'To maintain the council’s own funding for {subject} in the budget for {nextYear}.',
    'To receive a report on {subject} every six months until {concern} has ended.',
    'To adopt {measure} as the policy of this council.',
  ],
  elaborates: [
    'including {measure};',
    'with particular regard to {concern};',
    'and to publish the result by the end of {month} {nextYear};',
    'working with the {addressee} and with voluntary groups.',
    'having heard from at least {count} of those concerned.',
  ],
};

const months = ['January', 'February', 'March', 'May', 'June', 'July', 'September', 'October', 'November'];

/** What the sentences of one motion have in common. */
export interface Setting {
  readonly topic: Topic;
  readonly council: string;
  readonly review: string;
  readonly year: number;
}

/** A sentence for a purpose; the same chance and setting give the same sentence. */
export function sentence(
  purpose: Purpose,
  chance: Random,
  { topic, council, review, year }: Setting,
): string {
  const words: Record<string, () => string> = {
    subject: () => chance.pick(topic.subjects),
    concern: () => chance.pick(topic.concerns),
    measure: () => chance.pick(topic.measures),
    addressee: () => chance.pick(topic.addressees),
    month: () => chance.pick(months),
    count: () => String(20 + chance.below(4_000)),
    percent: () => String(2 + chance.below(60)),
    year: () => String(year - 1 - chance.below(8)),
    nextYear: () => String(year + 1),
    council: () => council,
    review: () => review,
  };
  return chance.pick(templates[purpose]).replace(/\{(\w+)\}/g, (_, name: string) => words[name]?.() ?? '');
}
