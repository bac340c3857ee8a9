// Every word of the record with the one sentence that defines it; the words of cells, legends and pages
// lead here.
import type { VNode } from 'preact';
import * as words from '../domain/vocabulary.js';
import { Page } from './layout.js';
import { termName } from './term.js';

// In the order in which a reader meets them.
const lists: readonly words.Vocabulary[] = [
  words.evidenceState,
  words.direction,
  words.basis,
  words.strength,
  words.scope,
  words.reviewState,
  words.coverageResult,
  words.outcome,
  words.motionStage,
  words.decisionMode,
  words.motionKind,
  words.motionTextStatus,
  words.clauseKind,
  words.clauseStance,
  words.clauseTextStatus,
  words.wording,
  words.askVerb,
  words.askState,
  words.personRole,
  words.voteOption,
  words.verification,
  words.sourceKind,
  words.completeness,
  words.datePrecision,
  words.bodyKind,
  words.organisationKind,
  words.councilType,
];

/** The lists as plain data. */
export const glossaryData = () =>
  lists.map(({ name, description, values, meaning }) => ({
    name,
    description,
    words: values.map((word) => ({ word, published: words.published(word), meaning: meaning[word] })),
  }));

/** The page. */
export function GlossaryPage({ contactUrl }: { contactUrl: string | undefined }): VNode {
  return (
    <Page
      title="What the words mean · Open Motions"
      description="Every word this record uses of motions, positions and sources, each defined in a sentence."
      contactUrl={contactUrl}
      current="/glossary"
    >
      <h1>What the words mean</h1>
      <p class="standfirst">
        The record uses closed lists of words. These are all of them; files print them as here, the API in
        capitals.
      </p>
      <nav aria-label="Lists of words" class="jump">
        {lists.map((list) => (
          <a key={list.name} href={`#${list.name}`}>
            {title(list)}
          </a>
        ))}
      </nav>
      {lists.map((list) => (
        <WordSection key={list.name} list={list} />
      ))}
    </Page>
  );
}

function WordSection({ list }: { list: words.Vocabulary }): VNode {
  return (
    <section aria-labelledby={list.name}>
      <h2 id={list.name}>{title(list)}</h2>
      <p>{list.description}</p>
      <dl class="words">
        {list.values.map((word) => (
          <div key={word} id={termName(list, word)}>
            <dt>
              {words.spoken(word)} <code>{words.published(word)}</code>
            </dt>
            <dd>{list.meaning[word]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

// `EvidenceState` → `Evidence state`.
function title({ name }: words.Vocabulary): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
