// The table of lines that are not clauses: page furniture, what a blog or a document system prints
// around a motion, and the facts about it. A row sees one unmarked line and says what it holds.

import { namedWeekday, readDates } from './dates.js';
import { readDecision, toDecision } from './decision.js';
import type { ParsedEvent, ParsedPerson } from './document.js';
import { isBodyLine, readBody, readHistory } from './history.js';
import { oncePerLine } from './once.js';
import { readOutcome } from './outcomes.js';
import { readMovers, readSignature, readWardLine, wordsBesideMovers } from './people.js';
import { readTitle } from './title.js';

/** What a recognised line says. */
export interface Finding {
  field: string;
  movers?: ParsedPerson[];
  events?: ParsedEvent[];
  /** A decision without its own body and date: they are those of the meeting. */
  decision?: ParsedEvent;
  isAmendment?: boolean;
  signature?: { name: string; party: string | null };
  ward?: string;
  body?: string;
  date?: string;
  weekday?: string;
  title?: string;
  doubt?: 'PARTIAL_TEXT' | 'DATE_MISMATCH';
  isBlog?: boolean;
}

/** Where a line stands: before the first clause, or among and after them. */
export interface Situation {
  isPreamble: boolean;
}

type Recogniser = (text: string, line: number, situation: Situation) => Finding | null;

const recognisers: Recogniser[] = [
  furniture,
  blogChrome,
  partialMarker,
  decisionPage,
  printedTitle,
  loneDate,
  history,
  planned,
  movers,
  decision,
  debate,
  signature,
  ward,
  councilName,
  body,
];

/** What a line holds besides clauses, or null. */
export function readField(text: string, line: number, situation: Situation): Finding | null {
  if (text.length > 500) return null;
  // The cells of a table's row are parted by tabs.
  const plain = text.replace(/\t+/g, ' ');
  for (const recognise of recognisers) {
    const finding = recognise(plain, line, situation);
    if (finding) return finding;
  }
  return !situation.isPreamble && isTableRow(text) ? { field: 'table_row' } : null;
}

/** A row of figures in a motion is no clause; a cell that holds prose is. */
function isTableRow(text: string): boolean {
  return text.includes('\t') && text.split('\t').every((cell) => cell.length <= 80);
}

const ofMinutes =
  /^(?:councillor|cllr|moved|proposed|seconded|on the motion of|(?:the )?(?:\w+ )?(?:motion|amendment)|(?:on|upon) being|following (?:a|the) debate)\b/i;

/** What a numbered line of minutes holds beside clauses: who moved the motion, or how it was decided. */
export const markedField = oncePerLine(({ text: whole, line, mark }): Finding | null => {
  const text = whole.slice(mark?.length ?? 0);
  if (text.length > 300 || !ofMinutes.test(text)) return null;
  return movers(text, line, { isPreamble: false }) ?? decision(text, line) ?? signature(text);
});

/** What a line holds where it stands before the first clause. */
export const fieldBefore = oncePerLine(({ text, line }) => readField(text, line, { isPreamble: true }));

/** What a line holds where it stands among clauses or behind them. */
export const fieldAmong = oncePerLine(({ text, line }) => readField(text, line, { isPreamble: false }));

/** Whether a line shows that the page is a blog's or a news site's, not a council's. */
export function isBlogLine(text: string): boolean {
  if (text.length > 500) return false;
  return blogChrome(text)?.isBlog === true || planned(text, 0, { isPreamble: true }) !== null;
}

function furniture(text: string): Finding | null {
  const isPageNumber = /^(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(text);
  const isRule = !/[\p{L}\p{N}]/u.test(text);
  return isPageNumber || isRule ? { field: 'page_furniture' } : null;
}

const chrome =
  /^(?:showing posts (?:with label|from|matching)\b.*|posted (?:by|at|in|on)\b.*|labels?:.*|(?:email this|blogthis!?|share (?:to|this|on)\b).*|(?:newer|older) posts?|home|skip to (?:main )?content|(?:no|\d+) comments?:?|subscribe.*|related (?:documents?|links?)|share|print|back to top|supporting documents:?|minutes:?|agenda item|notices? of motions?(?: no\.? ?\d+)?|motions? on notice|members['’]? motions?|(?:the |his |her |their )?motion reads(?: as follows)?:|minutes)$/i;

function blogChrome(text: string): Finding | null {
  if (!chrome.test(text)) return null;
  const posted = /^posted\b/i.test(text) ? readDates(text)[0] : undefined;
  return {
    ...(posted?.precision === 'day' ? { field: 'date', date: posted.date } : { field: 'page_furniture' }),
    isBlog: /^(?:showing posts|posted by|labels?:|newer|older|blogthis)/i.test(text),
  };
}

function partialMarker(text: string): Finding | null {
  const marks =
    /^(?:(?:read|see|view|click (?:here )?for)\s+)?(?:the\s+)?(?:full|whole|complete)\s+(?:motion|text)(?:\s+(?:is\s+)?(?:here|below))?\W*$|^(?:continue reading|read more|click here to read more)\b.{0,60}$|^\[?(?:…|\.\.\.)\]?$/i;
  return marks.test(text) ? { field: 'truncation', doubt: 'PARTIAL_TEXT' } : null;
}

const ofDecisionPage =
  /^(?:(?:is (?:key|the) decision|is subject to call[- ]?in|decision status|publication date|decision published|effective from|call[- ]?in deadline|reason key|notice of proposed decision|contact|wards affected)\b[^:]{0,60}\??:.{0,120}|decision details|decision:|purpose:|decisions?:)$/i;

/** What a decision page of a council's system prints around the decision. */
function decisionPage(text: string): Finding | null {
  const stated = /^(?<what>date of (?:decision|meeting)|decision maker):\s*(?<value>.{3,80})$/i.exec(
    text,
  )?.groups;
  const date = stated ? readDates(stated.value ?? '')[0]?.date : undefined;
  if (date !== undefined) return { field: 'date_of_decision', date };
  if (/maker/i.test(stated?.what ?? '')) return { field: 'decision_maker', body: stated?.value ?? '' };
  return ofDecisionPage.test(text) ? { field: 'page_furniture' } : null;
}

function printedTitle(text: string, line: number, { isPreamble }: Situation): Finding | null {
  const found = isPreamble ? readTitle(text) : null;
  if (!found) return null;
  const people = found.mover === null ? [] : readMovers(`Moved by ${found.mover}`, line);
  return { field: 'title', title: found.title, ...(people.length > 0 ? { movers: people } : {}) };
}

const told =
  /^(?:councillor|cllr)s?\.?\s.{2,80}?\b(?:said|spoke|stated|commented|asked|replied|responded|expressed|argued|introduced|welcomed)\b|^in (?:moving|proposing|seconding|introducing|presenting) the motion\b/i;

/** What was said in the debate. Only its first words can name a mover: "In moving the motion, Councillor A B". */
function debate(text: string, line: number): Finding | null {
  if (!told.test(text)) return null;
  const opening = /^in (?:mov|propos|second)ing the motion, [^.]{3,80}/i.exec(text)?.[0];
  const people = opening === undefined ? [] : readMovers(opening, line);
  return { field: 'debate', ...(people.length > 0 ? { movers: people } : {}) };
}

function loneDate(text: string): Finding | null {
  const date = readDates(text)[0];
  if (
    !date ||
    text
      .replace(text.slice(date.start, date.end), '')
      .replace(/\b(?:date|on|posted|published)\b|[^\p{L}]/giu, '')
  )
    return null;
  const doubt = date.fits ? {} : { doubt: 'DATE_MISMATCH' as const };
  return date.precision === 'day' ? { field: 'date', date: date.date, ...doubt } : { field: 'date' };
}

function history(text: string, line: number): Finding | null {
  const events = readHistory(text, line);
  const fits = readDates(text).every((date) => date.fits);
  return events.length > 0 ? { field: 'history', events, ...(fits ? {} : { doubt: 'DATE_MISMATCH' }) } : null;
}

/** "Cllr X is to move a motion at Monday's … debate": a mover, and a meeting still to come. */
function planned(text: string, line: number, { isPreamble }: Situation): Finding | null {
  if (!isPreamble || !/\b(?:(?:is|are)\s+(?:due\s+|set\s+)?to|will)\s+(?:move|propose|present)\b/i.test(text))
    return null;
  const people = readMovers(text, line);
  if (people.length === 0 || isOnlyMovers(text)) return null;
  const place = /\bat\s+(?<place>[^,;:.]{3,90}?\b(?:debate|meeting))\b/i.exec(text)?.groups?.place ?? '';
  const weekday = namedWeekday(place) ?? namedWeekday(text);
  const named = bodyAt(place) || readBody(text);
  return {
    field: 'introduction',
    movers: people,
    isBlog: true,
    ...(weekday ? { weekday } : {}),
    ...(named ? { body: named } : {}),
  };
}

/** "Councillor A B will move and Councillor C D will second:" stands on an agenda, without news around it. */
function isOnlyMovers(text: string): boolean {
  return wordsBesideMovers(text).split(/\s+/).filter(Boolean).length <= 1;
}

/** "Monday's Full Council meeting" is Full Council; a debate keeps the name it is given. */
function bodyAt(place: string): string {
  const named = place.replace(/^(?:(?:next|this|the|on|\w+day['’]s)\s+)+/i, '');
  const body = named.replace(/\s+meeting$/i, '');
  return readBody(body) === null ? named : body;
}

function movers(text: string, line: number, _situation: Situation): Finding | null {
  const people = readMovers(text, line);
  if (people.length === 0) return null;
  const rest = wordsBesideMovers(text);
  const outcome = readOutcome(rest);
  const words = rest.split(/\s+/).filter(Boolean);
  if (words.length > (outcome ? 6 : 2)) return null;
  const isAmendment = /\bamendment\b/i.test(text);
  return {
    field: 'movers',
    movers: people,
    isAmendment,
    ...(outcome ? { decision: toDecision(text, line) } : {}),
  };
}

function decision(text: string, line: number): Finding | null {
  const found = readDecision(text, line);
  return found ? { field: found.isAmendment ? 'amendment_decision' : 'decision', ...found } : null;
}

function signature(text: string): Finding | null {
  const found = readSignature(text);
  return found ? { field: 'signature', signature: found } : null;
}

function ward(text: string): Finding | null {
  const found = readWardLine(text);
  return found ? { field: 'ward', ward: found } : null;
}

const councilOnly =
  /^(?:the\s+)?(?:(?:london|royal)\s+borough\s+of\s+|city\s+of\s+)?(?!full\b|the\b)[\p{L}'’&-]+(?:\s+(?!full\b)[\p{L}'’&-]+){0,4}\s+council$|^(?:the\s+)?(?:london|royal)\s+borough\s+of\s+[\p{L}'’& -]{2,40}$/iu;

/** The council's own name on a line says whose paper it is, not which of its bodies met. */
function councilName(text: string, _line: number, { isPreamble }: Situation): Finding | null {
  const isMeeting = /\b(?:meeting|full|special|annual|extraordinary)\b/i.test(text);
  return isPreamble && text.length < 80 && !isMeeting && councilOnly.test(text)
    ? { field: 'council_name' }
    : null;
}

function body(text: string, _line: number, { isPreamble }: Situation): Finding | null {
  const named = text.replace(/:\s*themed debate\b.*$/i, '');
  return isPreamble && isBodyLine(named) ? { field: 'body', body: readBody(named) ?? named } : null;
}
