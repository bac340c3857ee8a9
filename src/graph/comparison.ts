// The types of a comparison. They are filled by the one question in store/queries/comparison.ts, whose
// rows hold ids; comparison-text.ts writes them with the records behind those ids.
import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { basis, direction, evidenceState, reviewState, scope, strength } from '../domain/vocabulary.js';
import { Citation } from './citation.js';
import { Clause } from './clause.js';
import { Council } from './council.js';
import { Coverage } from './coverage.js';
import type { TypeClass } from './field.js';
import { Motion } from './motion.js';
import { MotionEvent } from './motion-event.js';
import { Recommendation } from './recommendation.js';
import { Review } from './review.js';
import { Source } from './source.js';
import { words } from './words.js';

const states = words(evidenceState);

/** A field that loads the record whose id a row of the comparison holds. */
function Loaded(type: () => TypeClass, about: string, nullable = false): PropertyDecorator {
  return Field(type, { description: about, nullable }) as PropertyDecorator;
}

@ObjectType('Evidence', {
  description: 'One reading that a cell rests on, with what shows it.',
  simpleResolvers: true,
})
export class Evidence {
  @Loaded(() => Citation, 'The reading: how the clause cites the recommendation.') citation!: unknown;
  @Loaded(() => Clause, 'The clause it reads.') clause!: unknown;
  @Loaded(() => Motion, 'The motion of that clause.') motion!: unknown;
  @Loaded(
    () => MotionEvent,
    'The deciding event, else the last that counts; null where none is recorded.',
    true,
  )
  event!: unknown;
  @Loaded(() => Source, 'The source the clause was read from.') source!: unknown;
  @Field(() => words(direction), { description: 'Which way the clause leans.' }) direction!: string;
  @Field(() => words(basis), { description: 'How the clause refers to the recommendation.' }) basis!: string;
  @Field(() => words(strength), { description: 'How far the council commits itself there.' })
  strength!: string;
  @Field(() => words(scope), { description: 'How what is wanted compares with the recommendation.' })
  scope!: string;
  @Field(() => words(reviewState), { description: 'Who has checked the reading.' }) reviewState!: string;
}

@ObjectType('Position', {
  description: 'What one council holds on one recommendation, by the position rule; nobody enters it.',
  simpleResolvers: true,
})
export class Position {
  @Field(() => words(direction), { description: 'Which way the council leans, over all its citations.' })
  direction!: string;
  @Field(() => words(basis), { description: 'How the lead citation refers to the recommendation.' })
  basis!: string;
  @Field(() => words(strength), { description: 'How far the lead citation commits the council.' })
  strength!: string;
  @Field(() => words(scope), { description: 'How what the lead citation wants compares with it.' })
  scope!: string;
  @Field(() => Boolean, {
    description: 'Whether it rests on the wording put to the meeting, not on that decided.',
  })
  wordingAsTabled!: boolean;
  @Field(() => [Evidence], { description: 'Every citation it is made of, the lead citation first.' })
  evidence!: Evidence[];
}

@ObjectType('ComparisonCell', {
  description: 'One council and one recommendation.',
  simpleResolvers: true,
})
export class ComparisonCell {
  @Loaded(() => Council, 'The council.') council!: unknown;
  @Loaded(() => Recommendation, 'The recommendation.') recommendation!: unknown;
  @Field(() => states, {
    description: 'Whether there is a position, else which kind of empty it is.',
  })
  evidenceState!: string;
  @Field(() => Position, { nullable: true, description: 'The position; null where evidenceState says why.' })
  position!: Position | null;
  @Field(() => [Evidence], { description: 'Citations of motions that were not carried; no position.' })
  proposed!: Evidence[];
  @Field(() => [Evidence], { description: 'Thematic or inferred links, which claim nothing.' })
  related!: Evidence[];
  @Field(() => [Evidence], { description: 'Suggestions of a program that nobody has accepted.' })
  suggested!: Evidence[];
}

@ObjectType('ComparisonRow', {
  description: 'One recommendation across the councils.',
  simpleResolvers: true,
})
export class ComparisonRow {
  @Loaded(() => Recommendation, 'The recommendation.') recommendation!: unknown;
  @Field(() => [ComparisonCell], { description: 'One cell per council, in the order of `councils`.' })
  cells!: ComparisonCell[];
}

@ObjectType('Comparison', {
  description: 'Councils × recommendations of one review, each cell by the position rule.',
  simpleResolvers: true,
})
export class Comparison {
  @Loaded(() => Review, 'The review.') review!: unknown;
  @Field(() => [Council], { description: 'The councils compared, in the order of each row’s cells.' })
  councils!: unknown[];
  @Field(() => [Coverage], {
    description:
      'What was searched for those of the councils that have been looked at, whenever that was: asOf is about what councils did.',
  })
  coverage!: unknown[];
  @Field(() => [ComparisonRow], { description: 'One row per recommendation, by number and then slug.' })
  rows!: ComparisonRow[];
}
