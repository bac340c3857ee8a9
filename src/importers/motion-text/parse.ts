// Reads the text of a motion as councils and others print it. Pure: no database, no files, no clock.
// It never fails on strange text: what is certain is returned, the rest is listed.

import { suggestAsks } from './asks.js';
import { meaningOf, suggestCitations } from './citations.js';
import { findCouncil } from './council.js';
import type { Field, Hints, ParsedDocument, ParsedMotion, Passage, Span } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import { finishClauses } from './draft.js';
import { decidingEvent, readEvents } from './events.js';
import { motionKindOf, type PageFacts, readPage, readPeople } from './facts.js';
import { beyondLines, type Line, readLines, unwrapLines } from './lines.js';
import { readMotions } from './parts.js';
import { passage, type Structure } from './state.js';
import { themeFinder } from './themes.js';
import { plainTitle } from './title.js';

/** The motions a text holds, with their clauses, the facts printed around them, and every doubt. */
export function parseMotionText(text: string, hints: Hints, asides: readonly Span[] = []): ParsedDocument {
  const all = readLines(text);
  const beyond = beyondLines(text, all);
  const [lines, furniture] = withoutAsides(all, asides);
  const structures = readMotions(unwrapLines(lines));
  const doubts: Doubt[] = structures.flatMap((structure) => structure.doubts);
  const pages = structures.map(readPage);
  // Whose paper it is, and which reviews it means, is said by the page as a whole.
  const found = findCouncil(text, hints, doubts);
  const isMeant = meaningOf(text);
  const themesOf = themeFinder(hints.themes ?? []);
  const motions = structures.flatMap((structure, index) => {
    const page = pages[index];
    const motion = page ? toMotion(structure, page, { text, hints, found, isMeant, themesOf }, doubts) : null;
    return motion && motion.clauses.length > 0 ? [motion] : [];
  });
  if (motions.length === 0) doubts.push(doubt('NO_CLAUSES', 0));
  if (beyond) doubts.push(doubt('TEXT_TOO_LONG', beyond.line));
  const rest = [...pages.flatMap((page) => page.rest), ...(beyond ? [beyond] : [])];
  const unplaced = [...structures.flatMap((structure) => structure.unplaced), ...rest].sort(byPlace);
  for (const passage of unplaced) doubts.push(doubt('TEXT_UNPLACED', passage.line));
  const fields = structures.flatMap((structure, index) => fieldsOf(structure, pages[index]));
  return {
    motions,
    doubts: distinctDoubts(doubts).sort((a, b) => a.line - b.line),
    unplaced,
    fields: [...furniture, ...fields].sort(byPlace),
    headline: pages[0]?.headline?.text ?? null,
    publishedOn: pages[0]?.publishedOn ?? null,
  };
}

/** What is doubtful of the whole page is said once, not for each of its motions. */
function distinctDoubts(doubts: readonly Doubt[]): Doubt[] {
  const ofPage = new Set<string>();
  return doubts.filter(({ code, line }) => {
    const isNew = line > 0 || !ofPage.has(code);
    if (line === 0) ofPage.add(code);
    return isNew;
  });
}

/** The lines of what a page says, and those of its way around the site as fields. */
function withoutAsides(lines: readonly Line[], asides: readonly Span[]): [Line[], Field[]] {
  const starts = new Set(asides.map(({ start }) => start));
  const furniture = lines.filter(({ start }) => starts.has(start));
  const fields = furniture.map((line) => ({ field: 'page_furniture', ...passage(line) }));
  return [lines.filter(({ start }) => !starts.has(start)), fields];
}

/** What is asked of the whole page once. */
interface Page {
  text: string;
  hints: Hints;
  found: ReturnType<typeof findCouncil>;
  isMeant: ReturnType<typeof meaningOf>;
  themesOf: ReturnType<typeof themeFinder>;
}

function toMotion(
  structure: Structure,
  page: PageFacts,
  { text, hints, found, isMeant, themesOf }: Page,
  doubts: Doubt[],
): ParsedMotion {
  const { findings } = structure;
  for (const { finding, line } of findings) if (finding.doubt) doubts.push(doubt(finding.doubt, line));
  const isPartial = findings.some(({ finding }) => finding.doubt === 'PARTIAL_TEXT');
  const events = readEvents(structure, page, doubts);
  const deciding = decidingEvent(events);
  const clauses = finishClauses(structure.roots, doubts);
  const { council, inferred } = found;
  const printed = findings.find(({ finding }) => finding.title)?.finding.title ?? page.title?.text;
  const title = printed === undefined ? null : plainTitle(printed);
  if (title === null && clauses.length > 0) doubts.push(doubt('TITLE_NOT_STATED', 0));
  return {
    council,
    title,
    kind: motionKindOf(text),
    textStatus: isPartial ? 'partial' : 'full',
    movers: readPeople(findings, doubts),
    ...deciding,
    events,
    amendments: structure.amendments,
    clauses,
    asks: suggestAsks(clauses, themesOf(title)),
    citations: suggestCitations(clauses, hints.reviews ?? [], isMeant, doubts),
    inferred: [...inferred, ...deciding.inferred],
  };
}

function fieldsOf({ fields }: Structure, page: PageFacts | undefined): Field[] {
  const { headline = null, title = null, isBlog = false } = page ?? {};
  const named = (field: string, passage: Passage | null) => (passage ? [{ field, ...passage }] : []);
  const dated = fields.map((field) =>
    isBlog && field.field === 'date' ? { ...field, field: 'published_on' } : field,
  );
  return [...dated, ...named('headline', headline), ...named('title', title)];
}

function byPlace(a: Passage, b: Passage): number {
  return a.start - b.start;
}
