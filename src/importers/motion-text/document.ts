// What reading a motion's text gives: the shape `import --dry-run --json` prints.
// Offsets are UTF-16 units in the decoded text; lines count from 1.

import type {
  askState,
  askVerb,
  basis,
  clauseKind,
  clauseStance,
  datePrecision,
  decisionMode,
  direction,
  motionKind,
  motionStage,
  outcome,
  personRole,
  scope,
  strength,
  voteOption,
  Word,
} from '../../domain/vocabulary.js';
import type { Doubt } from './doubts.js';

/** A stretch of the decoded text. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch of text with the line it begins on. */
export interface Passage extends Span {
  line: number;
  text: string;
}

/** Text recognised as something other than a clause: a date, a mover, a heading, page furniture. */
export interface Field extends Passage {
  field: string;
}

export interface ParsedClause {
  address: string;
  label: string | null;
  kind: Word<typeof clauseKind>;
  stance: Word<typeof clauseStance>;
  leadIn: string | null;
  text: string;
  /** Which of the fields the document does not print: address, kind. */
  inferred: string[];
  line: number;
  span: Span;
  /** Where the label, bullet or stray dash stands. */
  marker: Span | null;
  children: ParsedClause[];
}

export interface ParsedPerson {
  name: string;
  role: Word<typeof personRole>;
  isGroup: boolean;
  ward: string | null;
  party: string | null;
  inferred: string[];
  line: number;
}

/** How one person voted, by the name as printed. */
export interface RecordedVote {
  name: string;
  option: Word<typeof voteOption>;
}

export interface Votes {
  for: number | null;
  against: number | null;
  abstain: number | null;
  /** Votes by name; empty where none are printed, or where the list cannot be believed. */
  recorded: RecordedVote[];
}

/** A change that somebody moved to the motion, with its own text and fate. */
export interface ParsedAmendment {
  /** As printed: the B of "Amendment B". */
  label: string | null;
  movers: ParsedPerson[];
  /** Line by line as printed, without its heading, movers and decision. */
  text: string;
  /** The same lines with their places. */
  lines: Passage[];
  outcome: Word<typeof outcome> | null;
  outcomeText: string | null;
  decisionMode: Word<typeof decisionMode> | null;
  votes: Votes;
  line: number;
}

export interface ParsedEvent {
  stage: Word<typeof motionStage>;
  body: string | null;
  date: string | null;
  datePrecision: Word<typeof datePrecision>;
  outcome: Word<typeof outcome> | null;
  outcomeText: string | null;
  decisionMode: Word<typeof decisionMode> | null;
  votes: Votes;
  inferred: string[];
  line: number;
}

/** A theme and the words that suggest it. */
export interface SuggestedTheme {
  theme: string;
  words: string;
  /** Offsets in the clause's text; null where the motion's title says so. */
  quote: Span | null;
}

export interface SuggestedAsk {
  clause: string;
  actor: string;
  verb: Word<typeof askVerb>;
  addressee: string | null;
  object: string;
  state: Word<typeof askState>;
  /** Offsets in the clause's text. */
  quote: Span;
  themes: SuggestedTheme[];
  reviewState: 'suggested';
}

export interface SuggestedCitation {
  clause: string;
  review: string;
  recommendation: string | null;
  direction: Word<typeof direction>;
  basis: Word<typeof basis>;
  strength: Word<typeof strength>;
  scope: Word<typeof scope>;
  /** The words of the clause that the suggestion rests on. */
  words: string[];
  quote: Span;
  reviewState: 'suggested';
}

export interface ParsedMotion {
  council: string | null;
  title: string | null;
  kind: Word<typeof motionKind>;
  textStatus: 'full' | 'partial' | 'summary_only';
  movers: ParsedPerson[];
  body: string | null;
  date: string | null;
  outcome: Word<typeof outcome> | null;
  decisionMode: Word<typeof decisionMode> | null;
  votes: Votes;
  events: ParsedEvent[];
  amendments: ParsedAmendment[];
  clauses: ParsedClause[];
  asks: SuggestedAsk[];
  citations: SuggestedCitation[];
  /** Which of the fields above the document does not print in so many words. */
  inferred: string[];
}

export interface ParsedDocument {
  motions: ParsedMotion[];
  doubts: Doubt[];
  unplaced: Passage[];
  fields: Field[];
  headline: string | null;
  publishedOn: string | null;
}

/** A council as the reader knows it: every name under which a text may print it. */
export interface CouncilHint {
  id: string;
  slug: string;
  names: string[];
}

/** A review as the reader knows it; `keywords` name what was reviewed, the id or date gives the year. */
export interface ReviewHint {
  id: string;
  shortName: string;
  titles: string[];
  keywords: string[];
  publishedOn?: string | null;
  recommendations: { id: string; number: string | null; title: string; summary: string | null }[];
}

/** A theme as the reader knows it: `stop-and-search`, `safeguard*`, `funding+police` (both in one sentence). */
export interface ThemeHint {
  id: string;
  name: string;
  phrases: string[];
}

/** What the caller knows already; a `council` is an id or a slug of the list. */
export interface Hints {
  councils: CouncilHint[];
  council?: string;
  reviews?: ReviewHint[];
  themes?: ThemeHint[];
}
