// One motion printed twice on a page, as in an agenda and then in the minutes, or as moved and then
// under RESOLVED. Two printings of one text become one motion; what is known of either is kept.

import { slugify } from '../../domain/ids.js';
import type { Field } from './document.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { passage, type Structure } from './state.js';

// Short clauses ("lights; and") are common to many motions and prove nothing.
const leastWords = 4;

/** Whether a part of the page, by its texts, prints a motion again whose texts were read before. */
export function isRepeat(earlier: ReadonlySet<string>, later: readonly string[]): boolean {
  const shared = later.filter((text) => earlier.has(text)).length;
  return shared > 0 && shared * 2 >= Math.min(earlier.size, later.length);
}

/** The motion that two printings are of: the fuller one's clauses, the facts around both. Uses up the earlier one. */
export function joinRepeat(earlier: Structure, later: Structure): Structure {
  const isLater = drafts(later.roots).length >= drafts(earlier.roots).length;
  const [kept, dropped] = isLater ? [later, earlier] : [earlier, later];
  const said = new Set(kept.preamble.map(({ text }) => slugify(text)));
  const [again, other] = partition(dropped.preamble, ({ text }) => said.has(slugify(text)));
  const known = new Set(textsOf(kept));
  const isOther = textsOf(dropped).some((text) => !known.has(text));
  const line = later.roots[0]?.line ?? 0;
  const others = [...again.map(repeated), ...drafts(dropped.roots).flatMap(spansOf)];
  for (const [at, votes] of later.recorded) earlier.recorded.set(at, votes);
  return {
    roots: kept.roots,
    fields: add(add(earlier.fields, later.fields), others),
    findings: add(earlier.findings, later.findings),
    preamble: isLater ? [...other, ...kept.preamble] : [...kept.preamble, ...other],
    unplaced: add(earlier.unplaced, later.unplaced),
    amendments: add(earlier.amendments, later.amendments),
    recorded: earlier.recorded,
    doubts: isOther ? add(kept.doubts, [doubt('REPEAT_DIFFERS', line)]) : kept.doubts,
  };
}

/** Adds in place: a page may print a motion a thousand times, and copies would cost the square of that. */
function add<T>(list: T[], more: readonly T[]): T[] {
  for (const one of more) list.push(one);
  return list;
}

/** The texts by which a motion is known again. */
export function textsOf({ roots }: Structure): string[] {
  return drafts(roots)
    .map(({ pieces }) => slugify(pieces.map(({ text }) => text).join(' ')))
    .filter((text) => text.split('-').length >= leastWords);
}

function drafts(roots: readonly Draft[]): Draft[] {
  return roots.flatMap((draft) => [draft, ...drafts(draft.children)]);
}

/** A stray dash of a page break may stand between the pieces, so they are one stretch. */
function spansOf({ line, label, marker, pieces }: Draft): Field[] {
  const printed = marker ? [{ line, ...marker, text: label ?? '' }] : [];
  const [first] = pieces;
  const text = pieces.map((piece) => piece.text).join(' ');
  const whole = first ? [{ ...first, end: pieces.at(-1)?.end ?? first.end, text }] : [];
  return [...printed, ...whole].map(repeated);
}

function repeated(place: Parameters<typeof passage>[0]): Field {
  return { field: 'repeated_text', ...passage(place) };
}

function partition<T>(list: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter((one) => !is(one))];
}
