// The terms of one reading of a clause: which way, how it refers to the recommendation, how far it goes, and
// who has checked it. Each leads to its meaning.
import type { VNode } from 'preact';
import type { Evidence } from '../domain/position.js';
import { basis, direction, reviewState, scope, strength, wording } from '../domain/vocabulary.js';
import { Term } from './term.js';
import { basisWord, checkedPhrase, directionWord, scopePhrase, strengthPhrase } from './wording.js';

/** What is printed of a reading; both the evidence of a cell and a citation of a clause have it. */
export type ReadingFacts = Pick<Evidence, 'direction' | 'basis' | 'strength' | 'scope' | 'reviewState'>;

/** The terms; `all` says how many recommendations a collective reading is of. */
export function ReadingTerms(props: { reading: ReadingFacts; all: string; isAsTabled: boolean }): VNode {
  const { reading, all } = props;
  const isSuggested = reading.reviewState === 'suggested';
  return (
    <ul class="terms">
      <li>
        <Term list={direction} word={reading.direction}>
          {directionWord[reading.direction]}
        </Term>
      </li>
      <li>
        <Term list={basis} word={reading.basis}>
          {basisWord(reading.basis, all)}
        </Term>
      </li>
      <li>
        <Term list={strength} word={reading.strength}>
          {strengthPhrase[reading.strength]}
        </Term>
      </li>
      <li>
        <Term list={scope} word={reading.scope}>
          {scopePhrase[reading.scope]}
        </Term>
      </li>
      {props.isAsTabled ? (
        <li class="caution">
          <Term list={wording} word="as_tabled">
            wording as tabled
          </Term>
        </li>
      ) : null}
      <li {...(isSuggested ? { class: 'caution' } : {})}>
        <Term list={reviewState} word={reading.reviewState}>
          {isSuggested ? 'machine-suggested: ' : ''}
          {checkedPhrase[reading.reviewState]}
        </Term>
      </li>
    </ul>
  );
}
