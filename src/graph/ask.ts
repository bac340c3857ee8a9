import { ID, Int } from 'type-graphql';
import { askState, askVerb, datePrecision, reviewState } from '../domain/vocabulary.js';
import { Clause } from './clause.js';
import { FollowUp } from './follow-up.js';
import { Column, type Columns, ListOf, Noun, ToOne } from './noun.js';
import { Organisation } from './organisation.js';
import { DateScalar } from './scalars.js';
import { Theme } from './theme.js';
import { words } from './words.js';

@Noun('ask', {
  one: 'ask',
  many: 'asks',
  order: ['clause_id', 'seq'],
  sources: {
    from: 'clause_id',
    where: (t, key) => `${t}.id = (SELECT c.source_id FROM clause c WHERE c.id = ${key})`,
  },
})
export class Ask implements Columns<'ask'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Clause) clause!: Clause;
  @Column(() => Int) seq!: number;
  @ToOne(() => Organisation) actor!: Organisation;
  @Column(() => words(askVerb)) verb!: Columns<'ask'>['verb'];
  @ToOne(() => Organisation) addressee!: Organisation | null;
  @Column(() => Boolean) addresseeInferred!: boolean;
  @Column(() => String) object!: string;
  @Column(() => DateScalar) due!: string | null;
  @Column(() => words(datePrecision)) duePrecision!: Columns<'ask'>['duePrecision'];
  @Column(() => words(askState)) state!: Columns<'ask'>['state'];
  @Column(() => words(reviewState)) reviewState!: Columns<'ask'>['reviewState'];
  @Column(() => String) codedBy!: string;
  @Column(() => Int) quoteStart!: number | null;
  @Column(() => Int) quoteEnd!: number | null;

  @ListOf(() => Theme, {
    through: { table: 'ask_theme', near: 'ask_id', far: 'theme_id' },
    about: 'The themes it belongs to.',
    size: 2,
  })
  themes!: Theme[];
  @ListOf(() => FollowUp, { by: 'ask_id', about: 'What happened afterwards, in order.', size: 2 })
  followUps!: FollowUp[];
}
