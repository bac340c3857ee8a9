// The facts around a motion, put together from the lines that state them: its page, title
// and movers. What two lines leave open stays null.

import type { ParsedMotion, ParsedPerson, Passage } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import type { Structure } from './state.js';

type Placed = Structure['findings'][number];

export interface PageFacts {
  isBlog: boolean;
  publishedOn: string | null;
  headline: Passage | null;
  title: Passage | null;
  /** Preamble lines that are neither. */
  rest: Passage[];
}

/** What the page itself says: when it was published, its headline, the motion's title. */
export function readPage({ findings, preamble }: Structure): PageFacts {
  const isBlog = findings.some(({ finding }) => finding.isBlog);
  const lone = findings.filter(({ finding }) => finding.field === 'date' && finding.date);
  const publishedOn = isBlog ? (lone[0]?.finding.date ?? null) : null;
  const headline = isBlog ? (preamble.find(isTitleLike) ?? null) : null;
  // What a blog prints above the news of a motion is a headline of its own.
  const news = isBlog ? (findings.find(({ finding }) => finding.field === 'introduction')?.line ?? 0) : 0;
  const candidates = preamble.filter((line) => line !== headline && line.line >= news && isTitleLike(line));
  const title = candidates.at(-1) ?? null;
  const rest = preamble.filter((line) => line !== headline && line !== title);
  return { isBlog, publishedOn, headline, title, rest };
}

/** Everybody named with the motion, once each; a bare signature is taken for the mover when nobody else is. */
export function readPeople(findings: readonly Placed[], doubts: Doubt[]): ParsedPerson[] {
  const people: ParsedPerson[] = [];
  for (const { finding, line } of findings) {
    if (finding.isAmendment) continue;
    for (const person of finding.movers ?? []) addPerson(people, person);
    if (finding.signature) sign(people, finding.signature, line, doubts);
    const last = people.at(-1);
    if (finding.ward && last && last.ward === null) last.ward = finding.ward;
  }
  return people;
}

function addPerson(people: ParsedPerson[], person: ParsedPerson): void {
  const known = people.find((one) => isSamePerson(one, person));
  if (known) known.party ??= person.party;
  else people.push({ ...person });
}

/** Minutes name by the surname whom the agenda named in full; who moves a motion also introduces it. */
function isSamePerson(known: ParsedPerson, { name, role }: ParsedPerson): boolean {
  const isSameAct = known.role === role || (known.role === 'mover' && role === 'presenter');
  return isSameAct && (known.name === name || (!/\s/.test(name) && known.name.endsWith(` ${name}`)));
}

function sign(
  people: ParsedPerson[],
  { name, party }: { name: string; party: string | null },
  line: number,
  doubts: Doubt[],
): void {
  const at = people.findIndex((one) => one.name === name);
  const known = people[at];
  if (known) {
    // The line that follows a signature, such as a ward, speaks of the same person.
    people.push(...people.splice(at, 1));
    known.party ??= party;
    return;
  }
  doubts.push(doubt('MOVER_UNSURE', line));
  if (people.length > 0) return;
  people.push({ name, role: 'mover', isGroup: false, ward: null, party, inferred: ['role'], line });
}

/** The item of business, where the name of the meeting tells it. */
export function motionKindOf(text: string): ParsedMotion['kind'] {
  const head = text.slice(0, 3000);
  if (
    /\b(?:backbench(?:er)?s?|non[- ](?:cabinet|executive)(?: members?)?)['’]?s?['’]?\s+debate\b/i.test(head)
  )
    return 'non_executive_debate';
  return /\bthemed debate\b/i.test(head) ? 'themed_debate' : 'not_stated';
}

function isTitleLike({ text }: Passage): boolean {
  return (
    text.length <= 200 && text.split(/\s+/).length <= 30 && !/[.;:,]$/.test(text) && /\p{L}{3}/u.test(text)
  );
}
