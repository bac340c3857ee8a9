// What every mark and word on a comparison means, in the sentences of the vocabulary itself.
import type { ComponentChildren, VNode } from 'preact';
import {
  basis,
  direction,
  evidenceState,
  reviewState,
  scope,
  strength,
  type Vocabulary,
  type Word,
  wording,
} from '../domain/vocabulary.js';
import { Mark, Steps } from './mark.js';
import { Term } from './term.js';
import {
  allOf,
  basisWord,
  directionWord,
  emptyWord,
  scopePhrase,
  strengthPhrase,
  strengthWord,
} from './wording.js';

type Empty = Exclude<Word<typeof evidenceState>, 'found'>;

/** How a cell, a map and a chart are read: every shape, ground, scale and pattern with its word. */
export function Key({ count, isFolded }: { count: number | null; isFolded?: boolean }): VNode {
  if (!isFolded) return <Marks count={count} />;
  return (
    <details class="how-to-read">
      <summary>How to read it: shapes, grounds, bars, and the kinds of empty</summary>
      <Marks count={count} />
    </details>
  );
}

function Marks({ count }: { count: number | null }): VNode {
  const all = allOf(count);
  const itself = { 'data-state': 'found', 'data-direction': 'supports', 'data-reach': 'itself' };
  return (
    <section class="key" aria-label="How to read it">
      <div>
        <div>
          <p class="title">What is held: the shape says which way</p>
          <p class="shapes">
            {direction.values.map((word) => (
              <span key={word}>
                <Mark direction={word} /> {directionWord[word].toLowerCase()}
              </span>
            ))}
          </p>
          <dl>
            <KeyLine marks={itself} swatch="by itself">
              A clause names the recommendation or says the same in its own words.
            </KeyLine>
            <KeyLine marks={{ ...itself, 'data-reach': 'part' }} swatch="in a group">
              A clause speaks of a stated group of recommendations.
            </KeyLine>
            <KeyLine marks={{ ...itself, 'data-reach': 'together' }} swatch={`with ${all}`}>
              A clause speaks of {all} together, and none of this one by itself.
            </KeyLine>
          </dl>
        </div>
        <div>
          <p class="title">What is empty, and why</p>
          <dl>
            {emptyStates.map((state) => (
              <KeyLine key={state} marks={{ 'data-state': state }} swatch={emptyWord[state]}>
                {evidenceState.meaning[state]}
              </KeyLine>
            ))}
          </dl>
        </div>
        <div>
          <p class="title">How far it goes: the bars</p>
          <dl>
            {strength.values.map((word) => (
              <div key={word}>
                <dt>
                  <Steps word={word} /> {strengthWord[word]}
                </dt>
                <dd>{strength.meaning[word]}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </section>
  );
}

const emptyStates = evidenceState.values.filter((state): state is Empty => state !== 'found');

function KeyLine(props: {
  marks: Readonly<Record<string, string>>;
  swatch: ComponentChildren;
  children: ComponentChildren;
}): VNode {
  return (
    <div>
      <dt class="shows" {...props.marks}>
        {props.swatch}
      </dt>
      <dd>{props.children}</dd>
    </div>
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
