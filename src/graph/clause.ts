import { ID, Int } from 'type-graphql';
import { clauseKind, clauseStance, clauseTextStatus, wording } from '../domain/vocabulary.js';
import { Ask } from './ask.js';
import { Citation } from './citation.js';
import { Claim } from './claim.js';
import { Motion } from './motion.js';
import { Column, type Columns, ListOf, Noun, type Paged, ToMany, ToOne } from './noun.js';
import { Source } from './source.js';
import { TextMatch } from './text-match.js';
import { words } from './words.js';

@Noun('clause', {
  one: 'clause',
  many: 'clauses',
  order: ['motion_id', 'seq'],
  isOrderTotal: true,
  search: {
    dictionary: 'english',
    words: (t) => `concat_ws(' ', ${t}.summary, ${t}.lead_in, ${t}.text)`,
    argument: true,
  },
  sources: { from: 'source_id', by: 'id' },
})
export class Clause implements Columns<'clause'> {
  @Column(() => ID) id!: string;
  @ToOne(() => Motion) motion!: Motion;
  @ToOne(() => Clause) parent!: Clause | null;
  @Column(() => Int) seq!: number;
  @Column(() => String) label!: string | null;
  @Column(() => String) address!: string;
  @Column(() => Boolean) addressInferred!: boolean;
  @Column(() => words(clauseKind)) kind!: Columns<'clause'>['kind'];
  @Column(() => Boolean) kindInferred!: boolean;
  @Column(() => words(clauseStance)) stance!: Columns<'clause'>['stance'];
  @Column(() => String) leadIn!: string | null;
  @Column(() => String) summary!: string | null;
  @Column(() => String) text!: string | null;
  @Column(() => words(clauseTextStatus)) textStatus!: Columns<'clause'>['textStatus'];
  @Column(() => words(wording)) wording!: Columns<'clause'>['wording'];
  @ToOne(() => Source) source!: Source;
  @Column(() => Int) spanStart!: number | null;
  @Column(() => Int) spanEnd!: number | null;

  @ToMany(() => Clause, { by: 'parent_id', about: 'The clauses directly under it.' })
  children!: Paged<Clause>;
  @ListOf(() => Ask, { by: 'clause_id', about: 'The acts it asks for, or reports as done.', size: 2 })
  asks!: Ask[];
  @ListOf(() => Citation, {
    by: 'clause_id',
    about: 'What it says of a review and its recommendations.',
    size: 4,
  })
  citations!: Citation[];
  @ListOf(() => Claim, { by: 'clause_id', about: 'Statistics it asserts, kept as claims.', size: 2 })
  claims!: Claim[];
  @ToMany(() => TextMatch, {
    by: 'clause_id',
    about: 'Clauses of other motions that share wording with it, the most alike first.',
  })
  textMatches!: Paged<TextMatch>;
}
