// Several passes go over the lines of a page and ask the same of each: what sort of line it is, whether
// it is a heading. The answer is worked out once and stays with the line. (A WeakMap would do, but costs
// the collector more than the questions cost; so does a list that grows with each answer.)

import type { LogicalLine } from './lines.js';

let questions = 0;

/** The answers of a line that was asked nothing yet. */
export function noAnswers(): unknown[] {
  return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
}

/** A question about a line that is answered once for each line; a line with other words has no answers yet. */
export function oncePerLine<T extends object | string | boolean | null>(
  ask: (line: LogicalLine) => T,
): (line: LogicalLine) => T {
  const at = questions;
  questions += 1;
  return (line) => {
    line.answers[at] ??= ask(line) ?? nothing;
    const answer = line.answers[at];
    return (answer === nothing ? null : answer) as T;
  };
}

const nothing = Symbol('null');
