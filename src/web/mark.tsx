// The drawn part of the visual language: a shape for each direction and a scale for each strength. Words stand
// beside every one of them, so a screen reader passes them over.
import type { VNode } from 'preact';
import { type direction, strength, type Word } from '../domain/vocabulary.js';

type Direction = Word<typeof direction>;
type Strength = Word<typeof strength>;

/** The outline of each direction in a square of twelve; on a map it is drawn at its place. */
export const directionShape: Readonly<Record<Direction, string>> = {
  supports: 'M6 .8 11.6 11H.4Z',
  supports_with_conditions: 'M6 .8 11.6 11H.4ZM6 5.2 3.6 9.4h4.8Z',
  mixed: 'M6 0l4.6 6L6 12 1.4 6Z',
  notes_only: 'M.8 4.4h10.4v3.2H.8Z',
  opposes: 'M6 11.2.4 1h11.2Z',
  none_expressed: 'M6 .8a5.2 5.2 0 1 0 .01 0ZM6 3.2a2.8 2.8 0 1 1-.01 0Z',
};

/** The shape of a direction: up for, down against, both for mixed, a bar for noting, a ring for none. */
export function Mark({ direction }: { direction: Direction }): VNode {
  return (
    <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
      <path fill-rule="evenodd" d={directionShape[direction]} />
    </svg>
  );
}

/** How far a council commits itself, as bars: none where it only notes, four where it acts itself. */
export function Steps({ word }: { word: Strength }): VNode {
  const filled = strength.values.length - 1 - strength.values.indexOf(word);
  return (
    <svg class="steps" viewBox="0 0 23 10" aria-hidden="true">
      {[0, 1, 2, 3].map((bar) => (
        <path key={bar} d={`M${bar * 6 + 1} 1h3v8h-3Z`} {...(bar < filled ? {} : { class: 'off' })} />
      ))}
    </svg>
  );
}
