// Several passes go over the lines of a page and ask the same of each: what sort of line it is, whether
// it is a heading. The answer is worked out once and stays with the line. (A WeakMap would do, but costs
// the collector more than the questions cost.)

import type { LogicalLine } from './lines.js';

let questions = 0;

/** A question about a line that is answered once for each line; a line with other words has no answers yet. */
export function oncePerLine<T>(ask: (line: LogicalLine) => T): (line: LogicalLine) => T {
  const at = questions;
  questions += 1;
  return (line) => {
    const { answers } = line;
    if (answers[at] === undefined) answers[at] = { answer: ask(line) };
    return (answers[at] as { answer: T }).answer;
  };
}
