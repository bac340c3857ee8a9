// The motions of a page, each with the lines that tell of it. What the page says once for all of them,
// the meeting and its date, is said of each.

import { doubt } from './doubts.js';
import type { LogicalLine } from './lines.js';
import { isRepeat, joinRepeat, textsOf } from './repeat.js';
import { splitMotions } from './split.js';
import type { Structure } from './state.js';
import { readStructure } from './structure.js';

interface Read {
  /** The lines of its last printing. */
  lines: LogicalLine[];
  /** What that printing gave. */
  structure: Structure;
  /** The first line of what was added since, which the structure was not read from; null without any. */
  addedAt: number | null;
  /** What its earlier printings gave. */
  earlier: Structure | null;
  /** The texts of its clauses, by which it is known again. */
  texts: Set<string>;
}

// No page prints as many motions; a bound keeps hostile text from costing the square of its length.
const most = 40;

/** Every motion of a page, in the order of their first printing. */
export function readMotions(lines: readonly LogicalLine[]): Structure[] {
  const found: Read[] = [];
  let latest: Read | undefined;
  for (const part of splitMotions(lines)) {
    const structure = readStructure(part.lines);
    const texts = textsOf(structure);
    const among = part.isCertain || !latest ? found.slice(-most) : [latest];
    const same = among.findLast((one) => isRepeat(one.texts, texts));
    if (same) printAgain(same, part.lines, structure);
    else if (latest && !part.isCertain) readOn(latest, part.lines);
    else found.push({ lines: part.lines, structure, addedAt: null, earlier: null, texts: new Set() });
    latest = same ?? (part.isCertain ? found.at(-1) : latest);
    for (const text of texts) latest?.texts.add(text);
  }
  const [first, ...others] = found.map(settled);
  return first ? [first, ...others.map((structure) => withMeeting(structure, first))] : [];
}

function printAgain(read: Read, lines: LogicalLine[], again: Structure): void {
  read.earlier = settled(read);
  read.structure = again;
  read.lines = lines;
  read.addedAt = null;
}

/** What cannot be told apart for certain is read as one, and said to be doubtful. */
function readOn(read: Read, next: readonly LogicalLine[]): void {
  for (const line of next) read.lines.push(line);
  read.addedAt ??= next[0]?.line ?? 0;
}

/** All that is known of a motion, its earlier printings and the lines added included. */
function settled({ lines, structure, addedAt, earlier }: Read): Structure {
  const read = addedAt === null ? structure : readStructure(lines);
  if (addedAt !== null && !read.doubts.some(({ code }) => code === 'SEVERAL_MOTIONS'))
    read.doubts.push(doubt('SEVERAL_MOTIONS', addedAt));
  return earlier ? joinRepeat(earlier, read) : read;
}

const ofMeeting = ['body', 'date', 'history', 'introduction'];

/** A motion that names no meeting of its own was before the one that the head of the page names. */
function withMeeting(structure: Structure, first: Structure): Structure {
  if (structure.findings.some(({ finding }) => ofMeeting.includes(finding.field))) return structure;
  const start = first.roots[0]?.line ?? 0;
  const meeting = first.findings.filter(
    ({ finding, line }) =>
      line < start &&
      ofMeeting.includes(finding.field) &&
      (finding.events ?? []).every(({ outcome }) => outcome === null),
  );
  return { ...structure, findings: [...meeting, ...structure.findings] };
}
