import { Int } from 'type-graphql';
import { Clause } from './clause.js';
import { Column, type Columns, Noun, ToOne } from './noun.js';

@Noun('text_match', { order: ['-similarity'] })
export class TextMatch implements Columns<'text_match'> {
  @ToOne(() => Clause) clause!: Clause;
  @ToOne(() => Clause) other!: Clause;
  @Column(() => Int) similarity!: number;
  @Column(() => Int) sharedWords!: number;
  @Column(() => Int) spanStart!: number;
  @Column(() => Int) spanEnd!: number;
  @Column(() => Int) otherSpanStart!: number;
  @Column(() => Int) otherSpanEnd!: number;
  @Column(() => Boolean) otherIsEarlier!: boolean | null;
}
