// The motions of a page, each with the lines that tell of it. What the page says once for all of them,
// the meeting and its date, is said of each.

import { doubt } from './doubts.js';
import type { LogicalLine } from './lines.js';
import { isRepeat, joinRepeat } from './repeat.js';
import { splitMotions } from './split.js';
import type { Structure } from './state.js';
import { readStructure } from './structure.js';

interface Read {
  /** The lines of its last printing. */
  lines: readonly LogicalLine[];
  structure: Structure;
  /** What its earlier printings gave. */
  earlier: Structure | null;
}

// No page prints as many motions; a bound keeps hostile text from costing the square of its length.
const most = 40;

/** Every motion of a page, in the order of their first printing. */
export function readMotions(lines: readonly LogicalLine[]): Structure[] {
  const found: Read[] = [];
  let latest: Read | undefined;
  for (const part of splitMotions(lines)) {
    const structure = readStructure(part.lines);
    const among = part.isCertain || !latest ? found.slice(-most) : [latest];
    const same = among.findLast((one) => isRepeat(one.structure, structure));
    if (same) printAgain(same, part.lines, structure);
    else if (latest && !part.isCertain) readOn(latest, part.lines);
    else found.push({ lines: part.lines, structure, earlier: null });
    latest = same ?? (part.isCertain ? found.at(-1) : latest);
  }
  const [first, ...others] = found.map(({ structure }) => structure);
  return first ? [first, ...others.map((structure) => withMeeting(structure, first))] : [];
}

function printAgain(read: Read, lines: readonly LogicalLine[], again: Structure): void {
  read.earlier = read.structure;
  read.lines = lines;
  read.structure = joinRepeat(read.structure, again);
}

/** What cannot be told apart for certain is read as one, and said to be doubtful. */
function readOn(read: Read, next: readonly LogicalLine[]): void {
  read.lines = [...read.lines, ...next];
  const structure = readStructure(read.lines);
  if (!structure.doubts.some(({ code }) => code === 'SEVERAL_MOTIONS'))
    structure.doubts.push(doubt('SEVERAL_MOTIONS', next[0]?.line ?? 0));
  read.structure = read.earlier ? joinRepeat(read.earlier, structure) : structure;
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
