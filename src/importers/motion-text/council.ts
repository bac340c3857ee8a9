// Which council a text belongs to, when nobody said: the one it names most often as a council.

import type { CouncilHint, Hints, ParsedMotion } from './document.js';
import { type Doubt, doubt } from './doubts.js';

/** The council's id and whether it was only inferred from the text; null with a doubt when unsure. */
export function findCouncil(
  text: string,
  hints: Hints,
  doubts: Doubt[],
): Pick<ParsedMotion, 'council' | 'inferred'> {
  const named = hints.councils
    .map((council) => ({ council, count: countMentions(text, council) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (hints.council !== undefined) {
    const known = hints.councils.find((one) => one.id === hints.council || one.slug === hints.council);
    if (named.length > 0 && !named.some(({ council }) => council === known))
      doubts.push(doubt('COUNCIL_DIFFERS', 0));
    return { council: known?.id ?? hints.council, inferred: [] };
  }
  const [first, second] = named;
  if (!first) doubts.push(doubt('COUNCIL_UNKNOWN', 0));
  else if (second?.count === first.count) doubts.push(doubt('COUNCIL_AMBIGUOUS', 0));
  else return { council: first.council.id, inferred: ['council'] };
  return { council: null, inferred: [] };
}

/** How often a text names a council as one: "Brent Council", "London Borough of Brent". */
function countMentions(text: string, { names }: CouncilHint): number {
  const patterns = [...new Set(names)].filter(Boolean).flatMap((name) => {
    const plain = escapeName(name);
    const capitals = escapeName(name.toUpperCase());
    if (/\b(?:council|borough|corporation|city of)\b/i.test(name)) return [plain];
    return [
      `${plain}(?:['’]s)?\\s+(?:\\p{Lu}\\p{L}+\\s+)?(?:Council|councillors|Borough)`,
      `(?:Borough|City) of ${plain}`,
      `Council of ${plain}`,
      `${capitals}(?:\\s+BOROUGH)?\\s+COUNCIL`,
      `BOROUGH OF ${capitals}`,
    ];
  });
  if (patterns.length === 0) return 0;
  const longestFirst = patterns.sort((a, b) => b.length - a.length).join('|');
  return [...text.matchAll(new RegExp(`(?<!\\p{L})(?:${longestFirst})(?!\\p{L})`, 'gu'))].length;
}

function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
