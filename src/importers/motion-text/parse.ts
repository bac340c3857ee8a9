// Reads the text of a motion as councils and others print it. Pure: no database, no files, no clock.
// It never fails on strange text: what is certain is returned, the rest is listed.

import { suggestAsks } from './asks.js';
import { suggestCitations } from './citations.js';
import { findCouncil } from './council.js';
import type { Field, Hints, ParsedDocument, ParsedMotion, Passage, Span } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import { finishClauses } from './draft.js';
import { decidingEvent, readEvents } from './events.js';
import { motionKindOf, type PageFacts, readPage, readPeople } from './facts.js';
import { type Line, readLines, unwrapLines } from './lines.js';
import { passage, type Structure } from './state.js';
import { readStructure } from './structure.js';

/** The motions a text holds, with their clauses, the facts printed around them, and every doubt. */
export function parseMotionText(text: string, hints: Hints, asides: readonly Span[] = []): ParsedDocument {
  const [lines, furniture] = withoutAsides(readLines(text), asides);
  const structure = readStructure(unwrapLines(lines));
  structure.fields.push(...furniture);
  const doubts: Doubt[] = structure.doubts;
  const page = readPage(structure);
  const motion = toMotion(text, structure, page, hints, doubts);
  const isMotion = motion.clauses.length > 0;
  if (!isMotion) doubts.push(doubt('NO_CLAUSES', 0));
  const unplaced = [...structure.unplaced, ...page.rest].sort(byPlace);
  for (const passage of unplaced) doubts.push(doubt('TEXT_UNPLACED', passage.line));
  return {
    motions: isMotion ? [motion] : [],
    doubts: doubts.sort((a, b) => a.line - b.line),
    unplaced,
    fields: fieldsOf(structure, page),
    headline: page.headline?.text ?? null,
    publishedOn: page.publishedOn,
  };
}

/** The lines of what a page says, and those of its way around the site as fields. */
function withoutAsides(lines: readonly Line[], asides: readonly Span[]): [Line[], Field[]] {
  const starts = new Set(asides.map(({ start }) => start));
  const furniture = lines.filter(({ start }) => starts.has(start));
  const fields = furniture.map((line) => ({ field: 'page_furniture', ...passage(line) }));
  return [lines.filter(({ start }) => !starts.has(start)), fields];
}

function toMotion(
  text: string,
  structure: Structure,
  page: PageFacts,
  hints: Hints,
  doubts: Doubt[],
): ParsedMotion {
  const { findings } = structure;
  for (const { finding, line } of findings) if (finding.doubt) doubts.push(doubt(finding.doubt, line));
  const isPartial = findings.some(({ finding }) => finding.doubt === 'PARTIAL_TEXT');
  const events = readEvents(findings, page, doubts);
  const deciding = decidingEvent(events);
  const clauses = finishClauses(structure.roots, doubts);
  const { council, inferred } = findCouncil(text, hints, doubts);
  const title = findings.find(({ finding }) => finding.title)?.finding.title ?? page.title?.text ?? null;
  if (title === null && clauses.length > 0) doubts.push(doubt('TITLE_NOT_STATED', 0));
  return {
    council,
    title,
    kind: motionKindOf(text),
    textStatus: isPartial ? 'partial' : 'full',
    movers: readPeople(findings, doubts),
    ...deciding,
    events,
    clauses,
    asks: suggestAsks(clauses),
    citations: suggestCitations(text, clauses, hints.reviews ?? [], doubts),
    inferred: [...inferred, ...deciding.inferred],
  };
}

function fieldsOf({ fields }: Structure, { headline, title, isBlog }: PageFacts): Field[] {
  const named = (field: string, passage: Passage | null) => (passage ? [{ field, ...passage }] : []);
  const dated = fields.map((field) =>
    isBlog && field.field === 'date' ? { ...field, field: 'published_on' } : field,
  );
  return [...dated, ...named('headline', headline), ...named('title', title)].sort(byPlace);
}

function byPlace(a: Passage, b: Passage): number {
  return a.start - b.start;
}
