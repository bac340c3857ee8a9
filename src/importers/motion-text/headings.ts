// Headings: the lines that say what a council does in the clauses below them. A heading is a
// subject ("This Council further"), a verb of the table, and little else. The same words with more
// behind them are a clause that brings its own verb ("This Council notes that crime fell").

import type { clauseKind, Word } from '../../domain/vocabulary.js';
import { operativeKind } from './kinds.js';

/** The letter that addresses under an unnumbered heading begin with. */
export type Section = 'n' | 'b' | 'r';
type Kind = Word<typeof clauseKind>;

export interface Opening {
  section: Section;
  kind: Kind;
  /** Whether the line is a heading and nothing more. */
  isHeading: boolean;
  /** Whether the verb stands with nothing but "that", "to" or "the following" behind it. */
  isPlain: boolean;
}

interface HeadingVerb {
  verb: string;
  section: Section;
  kind: Kind;
}

// "agrees that" states a belief, "agrees to" resolves, so the longer forms come first.
const verbs: HeadingVerb[] = [
  {
    verb: 'agree[sd]?\\s+that|considers?|believes?|affirms?|asserts?|accepts?|maintains?\\s+that',
    section: 'b',
    kind: 'believes',
  },
  {
    verb: 'notes?(?:\\s+with\\s+(?:concern|alarm|regret))|regrets?|deplores?|condemns?|(?:is|are|remains?)\\s+(?:\\w+\\s+){0,2}(?:concerned|alarmed|appalled|dismayed)|opposes?|(?:has|have)\\s+no\\s+confidence',
    section: 'n',
    kind: 'concern_or_condemnation',
  },
  {
    verb: 'welcomes?|thanks?|congratulates?|applauds?|commends?|pays?\\s+tribute\\s+to|celebrates?',
    section: 'n',
    kind: 'thanks_or_welcomes',
  },
  {
    verb: 'notes?|noted|observes?|recogni[sz]es?|acknowledges?|recalls?|understands?|is\\s+aware',
    section: 'n',
    kind: 'notes',
  },
  {
    verb: 'calls?\\s+(?:up)?on|urges?|demands?|asks?|requests?|instructs?|directs?|mandates?|invites?|recommends?|lobb(?:y|ies)',
    section: 'r',
    kind: 'resolves_self',
  },
  { verb: 'supports?|endorses?|backs?', section: 'r', kind: 'supports' },
  {
    verb: 'resolved?|resolves|agree[sd]?(?:\\s+to)?|commits?(?:\\s+itself)?|pledges?|undertakes?|will|determines?|is\\s+asked\\s+to|declares?',
    section: 'r',
    kind: 'resolves_self',
  },
];

const adverbs =
  '(?:,?\\s*(?:also|further|furthermore|therefore|hereby|accordingly|thus|now|additionally|then|and|so|fully|strongly|unanimously|formally)\\b,?)*';
const subject = `(?:and\\s+)?(?:that\\s+)?(?:(?:this|the|it|we)\\s+)?(?:(?:[\\w'’&.-]+\\s+){0,5}?(?:council|assembly|authority|cabinet|executive|committee|board|borough|meeting|motion|group|members)|we|it\\s+was|it)`;
const anyVerb = verbs.map((row) => row.verb).join('|');
const mentionsVerb = new RegExp(`\\b(?:${anyVerb})\\b`, 'i');
const withSubject = new RegExp(`^${subject}${adverbs}\\s+(?<verb>${anyVerb})\\b(?<rest>.*)$`, 'is');
const bareVerb = new RegExp(
  `^(?:(?:and|also|further|furthermore|therefore|hereby)\\s+)*(?<verb>${anyVerb})\\b(?<rest>.*)$`,
  'is',
);
const rows = verbs.map((row) => ({ ...row, whole: new RegExp(`^(?:${row.verb})$`, 'i') }));

const nouns: [RegExp, HeadingVerb][] = [
  [
    /^(?:background|preamble|context|introduction|rationale|notes)\s*:?$/i,
    { verb: '', section: 'n', kind: 'notes' },
  ],
  [/^(?:beliefs|our beliefs)\s*:?$/i, { verb: '', section: 'b', kind: 'believes' }],
  [
    /^(?:resolutions?|recommendations?|actions?|(?:we|the motion) (?:call|ask)s? for|it was resolved|resolved)\s*(?:that|to)?\s*[:–—-]?$/i,
    { verb: '', section: 'r', kind: 'resolves_self' },
  ],
];

const longestHeading = 260;

/** How a line opens: as a heading, as a clause with its own verb, or null when it is neither. */
export function readOpening(text: string): Opening | null {
  const head = headOf(text);
  const noun = nouns.find(([pattern]) => pattern.test(head))?.[1];
  if (noun) return { section: noun.section, kind: noun.kind, isHeading: true, isPlain: true };
  if (!mentionsVerb.test(head)) return null;
  const found = withSubject.exec(head) ?? (endsAsHeading(head) ? bareVerb.exec(head) : null);
  const row = rowOf(found);
  if (!row) return null;
  const isPlain = saysLittle(found?.groups?.rest ?? '');
  const isHeading = text.length < longestHeading && (endsAsHeading(head) || isPlain);
  return { section: row.section, kind: headingKind(row, head), isHeading, isPlain };
}

const onlySubject = new RegExp(`^(?:that\\s+)?${subject}${adverbs}\\s*:$`, 'i');

/** "That this council:" — a subject whose verbs stand in the clauses below it. */
export function isSubjectOnly(text: string): boolean {
  return text.length < 100 && onlySubject.test(headOf(text));
}

/** The family and kind that a clause's own first verb gives, for a clause without a heading. */
export function readVerb(text: string): { section: Section; kind: Kind } | null {
  const head = headOf(text);
  return rowOf(withSubject.exec(head) ?? bareVerb.exec(head));
}

/** Minutes print a motion in quotation marks, which open before its first heading. */
function headOf(text: string): string {
  return text
    .slice(0, longestHeading)
    .replace(/^["“‘'«]+\s*/, '')
    .replace(/[\s\u00a0]+/g, ' ');
}

function rowOf(found: RegExpExecArray | null): HeadingVerb | null {
  const verb = found?.groups?.verb;
  return verb === undefined ? null : (rows.find((row) => row.whole.test(verb)) ?? null);
}

function endsAsHeading(text: string): boolean {
  // A sentence that has ended before the colon is a clause with its own stem.
  return /[:：]\s*[-–—]?$/.test(text) && !/[.;]\s+\p{Lu}/u.test(text);
}

/** A stem such as "resolves to call on the Executive to:" says whom its clauses address. */
function headingKind(row: HeadingVerb, head: string): Kind {
  if (row.section !== 'r' || row.kind !== 'resolves_self') return row.kind;
  return operativeKind(head.replace(/\b(?:is|are)\s+asked\s+to\s+(?:resolve|agree)\b/i, 'resolves'));
}

function saysLittle(rest: string): boolean {
  return /^\s*(?:,?\s*(?:that|to|the following|as follows))*\s*(?:[-–—:…]|\.{3})*\s*$/i.test(rest);
}
