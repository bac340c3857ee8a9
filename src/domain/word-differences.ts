// Two wordings word by word: what stands in both, what only one of them has. By the longest common
// subsequence of words, so that the fewest words are marked.
import type { TextWord } from './text-reuse.js';

/** A stretch of words: in both texts, only in the earlier one, or only in the later one. */
export interface Difference {
  readonly in: 'both' | 'earlier' | 'later';
  readonly text: string;
}

// A table of so many cells is filled in a few milliseconds; texts beyond it are compared as wholes.
const mostCells = 4_000_000;

/** The stretches of two texts in reading order, each as its own text prints it. */
export function differencesOf(
  [earlier, earlierWords]: readonly [string, readonly TextWord[]],
  [later, laterWords]: readonly [string, readonly TextWord[]],
): Difference[] {
  if (earlierWords.length * laterWords.length > mostCells) {
    return [
      { in: 'earlier', text: earlier },
      { in: 'later', text: later },
    ];
  }
  const steps = stepsOf(earlierWords, laterWords);
  return joined(
    steps.map(([kind, at]) => {
      const [text, words] = kind === 'earlier' ? [earlier, earlierWords] : [later, laterWords];
      return { in: kind, text: printed(text, words, at) };
    }),
  );
}

type Step = readonly [Difference['in'], number];

// Words that both have are printed as the later text has them.
function stepsOf(earlier: readonly TextWord[], later: readonly TextWord[]): Step[] {
  const lengths = commonLengths(earlier, later);
  const width = later.length + 1;
  const steps: Step[] = [];
  for (let a = 0, b = 0; a < earlier.length || b < later.length; ) {
    if (earlier[a] && earlier[a]?.word === later[b]?.word) {
      steps.push(['both', b]);
      a += 1;
      b += 1;
    } else if (
      a < earlier.length &&
      (b === later.length || (lengths[(a + 1) * width + b] ?? 0) >= (lengths[a * width + b + 1] ?? 0))
    ) {
      steps.push(['earlier', a]);
      a += 1;
    } else {
      steps.push(['later', b]);
      b += 1;
    }
  }
  return steps;
}

// Of the rest of both texts from each pair of words on.
function commonLengths(earlier: readonly TextWord[], later: readonly TextWord[]): Uint32Array {
  const width = later.length + 1;
  const lengths = new Uint32Array((earlier.length + 1) * width);
  for (let a = earlier.length - 1; a >= 0; a -= 1) {
    for (let b = later.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] =
        earlier[a]?.word === later[b]?.word
          ? 1 + (lengths[(a + 1) * width + b + 1] as number)
          : Math.max(lengths[(a + 1) * width + b] as number, lengths[a * width + b + 1] as number);
    }
  }
  return lengths;
}

// A word with what follows it up to the next one, so that nothing printed is lost.
function printed(text: string, words: readonly TextWord[], at: number): string {
  const from = at === 0 ? 0 : (words[at] as TextWord).start;
  return text.slice(from, words[at + 1]?.start ?? text.length);
}

function joined(parts: readonly Difference[]): Difference[] {
  const whole: Difference[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last?.in === part.in) whole[whole.length - 1] = { in: part.in, text: last.text + part.text };
    else whole.push(part);
  }
  // The last word of one text may stand before more words of the other.
  return whole.map((part, at) =>
    at + 1 < whole.length && !/\s$/.test(part.text) ? { ...part, text: `${part.text} ` } : part,
  );
}
