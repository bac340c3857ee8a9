// Text in which a search marked the words it found.
import type { VNode } from 'preact';

import { markEnd, markStart } from '../store/queries/search-sql.js';

/** The text with each word that was found in a `<mark>`. */
export function Marked({ text }: { text: string }): VNode {
  const [before = '', ...rest] = text.split(markStart);
  return (
    <>
      {before}
      {rest.map((part, n) => {
        const [word = '', after = ''] = part.split(markEnd, 2);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <span key={n}>
            <mark>{word}</mark>
            {after}
          </span>
        );
      })}
    </>
  );
}

/** The text without its marks. */
export const unmarked = (text: string): string => text.replaceAll(markStart, '').replaceAll(markEnd, '');
