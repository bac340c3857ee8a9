// A word of the record as a page says it, leading to what it means.
import type { ComponentChildren, VNode } from 'preact';
import type { Vocabulary } from '../domain/vocabulary.js';

/** The place of a word in the glossary: `basis-named`, `evidence-state-silent`. */
export function termName(list: Vocabulary, word: string): string {
  const name = list.name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return `${name}-${word.replaceAll('_', '-')}`;
}

/** The word, said as the page needs it, with a link to its meaning. */
export function Term<V extends string>(props: {
  list: Vocabulary<V>;
  word: V;
  children: ComponentChildren;
}): VNode {
  return (
    <a class="term" href={`/glossary#${termName(props.list, props.word)}`}>
      {props.children}
    </a>
  );
}
