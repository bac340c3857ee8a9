// What every mark and word on a comparison means, in the sentences of the vocabulary itself.
import type { VNode } from 'preact';
import {
  basis,
  direction,
  evidenceState,
  reviewState,
  scope,
  strength,
  type Vocabulary,
  wording,
} from '../domain/vocabulary.js';
import { Term } from './term.js';
import { allOf, basisWord, directionWord, emptyWord, scopePhrase, strengthPhrase } from './wording.js';

/** How a cell is read: one sample of each kind. */
export function Key({ count }: { count: number | null }): VNode {
  const all = allOf(count);
  return (
    <dl class="key">
      <div>
        <dt data-state="found" data-direction="supports" data-reach="itself">
          <b>Supports</b> in its own words
        </dt>
        <dd>A clause names the recommendation or says the same thing.</dd>
      </div>
      <div>
        <dt data-state="found" data-direction="supports" data-reach="together">
          <b>Supports</b> with {all} together
        </dt>
        <dd>A clause speaks of {all} at once, and none of this one by itself.</dd>
      </div>
      <div>
        <dt data-state="silent">An empty cell</dt>
        <dd>Says which kind of empty it is: searched, unread, silent or not adopted.</dd>
      </div>
    </dl>
  );
}

/** The glossary: every word a cell or a panel can hold. */
export function Glossary({ count }: { count: number | null }): VNode {
  const all = allOf(count);
  return (
    <details class="glossary" id="words">
      <summary>What the words mean</summary>
      <p>
        <a href="/glossary">All words of the record</a>, with those of steps, outcomes and clauses.
      </p>
      <div class="lists">
        <WordList list={direction} heading="Which way" said={(word) => directionWord[word]} />
        <WordList list={basis} heading="How it is referred to" said={(word) => basisWord(word, all)} />
        <WordList list={strength} heading="How far it goes" said={(word) => strengthPhrase[word]} />
        <WordList list={scope} heading="Against the recommendation" said={(word) => scopePhrase[word]} />
        <WordList
          list={evidenceState}
          heading="Held, or which kind of empty"
          said={(word) => (word === 'found' ? 'a position' : emptyWord[word])}
        />
        <WordList list={reviewState} heading="Who checked the reading" said={plain} />
        <WordList list={wording} heading="Which version was read" said={plain} />
      </div>
    </details>
  );
}

function plain(word: string): string {
  return word.replaceAll('_', ' ');
}

function WordList<V extends string>(props: {
  list: Vocabulary<V>;
  heading: string;
  said: (word: V) => string;
}): VNode {
  return (
    <div>
      <h3>{props.heading}</h3>
      <dl>
        {props.list.values.map((word) => (
          <div key={word}>
            <dt>
              <Term list={props.list} word={word}>
                {props.said(word)}
              </Term>
            </dt>
            <dd>{props.list.meaning[word]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
