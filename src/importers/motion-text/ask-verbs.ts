// The verbs by which an act is asked for, as a table: a new wording is a new word in a row.

import type { askVerb, Word } from '../../domain/vocabulary.js';

/** A verb of the vocabulary. */
export type Verb = Word<typeof askVerb>;

/** One verb of the vocabulary and how it is written. */
export interface VerbRow {
  verb: Verb;
  pattern: RegExp;
  /** Behind which word the addressee is looked for; null for acts that address nobody. */
  toward: RegExp | null;
}

const row = (verb: Verb, words: string, toward: RegExp | null = null): VerbRow => ({
  verb,
  pattern: new RegExp(`\\b(?:${words})\\b`, 'i'),
  toward,
});

/** Rows are tried together; the verb that stands first in the clause counts. */
export const verbs: VerbRow[] = [
  row(
    'write_to',
    'writ(?:e|es|ing|ten)|send(?:ing)?\\s+(?:an?\\s+)?(?:\\w+\\s+)?letters?',
    /\b(?:to|(?:up)?on)\b/i,
  ),
  row(
    'call_on',
    'call(?:s|ing)?\\s+(?:up)?on|urg(?:e|es|ing)|lobb(?:y|ies|ying)|press(?:es|ing)?\\s+(?:the|for)',
    /^/,
  ),
  row(
    'request',
    'ask(?:s|ing)?|request(?:s|ing)?|instruct(?:s|ing)?|mandat(?:e|es|ing)|require(?:s|ing)?',
    /^/,
  ),
  row('hold_to_account', 'challeng(?:e|es|ing)|hold(?:s|ing)?\\s+[^.;]{1,60}?\\s+to\\s+account', /^/),
  row('summon_or_invite', 'summon(?:s|ing)?|invit(?:e|es|ing)', /^/),
  row(
    'report_back',
    'report(?:s|ing)?\\s+back|bring(?:ing)?\\s+(?:back\\s+)?an?\\s+(?:\\w+\\s+)?report',
    /\bto\b/i,
  ),
  row('reverse_cuts', 'revers(?:e|es|ing)\\s+[^.;]{0,60}?\\bcuts', null),
  row('campaign', 'campaign(?:s|ing)?', /\bto\b/i),
  row('work_with', 'work(?:s|ing)?\\s+(?:\\w+\\s+)?with|partner(?:s|ing)?\\s+with', /^/),
  row(
    'maintain_or_extend',
    'maintain(?:s|ing)?|strengthen(?:s|ing)?|continu(?:e|es|ing)|build(?:s|ing)?\\s+on|extend(?:s|ing)?|expand(?:s|ing)?|protect(?:s|ing)?',
  ),
  row('endorse', 'endors(?:e|es|ing)|support(?:s|ing)?|back(?:s|ing)?|sign(?:s|ing)?\\s+(?:up\\s+to|the)'),
  row(
    'change_law',
    '(?:amend|chang|introduc)(?:e|es|ing|s)?\\s+[^.;]{0,40}?(?:law|legislation)|legislat(?:e|es|ing)',
  ),
  row(
    'commission_review',
    '(?:commission|undertak|conduct|carr)(?:y|ies|e|es|ing|s)?\\s+(?:out\\s+)?(?:an?\\s+)?(?:\\w+\\s+){0,2}(?:review|audit|study|inquiry|assessment)',
  ),
  row('reform_practice', 'overhaul(?:s|ing)?|reform(?:s|ing)?|improv(?:e|es|ing)|revok(?:e|es|ing)'),
  row('fund', 'fund(?:s|ing)?|invest(?:s|ing)?|allocat(?:e|es|ing)'),
  row(
    'adopt_policy',
    'adopt(?:s|ing)?\\s+(?:an?|the|this)\\s+(?:\\w+\\s+){0,3}(?:policy|definition|charter|plan|strategy)|treat(?:s|ing)?|creat(?:e|es|ing)|develop(?:s|ing)?|establish(?:es|ing)?|declar(?:e|es|ing)',
  ),
  row(
    'implement',
    'implement(?:s|ing)?|adopt(?:s|ing)?|deliver(?:s|ing)?|provid(?:e|es|ing)|ensur(?:e|es|ing)|introduc(?:e|es|ing)|publish(?:es|ing)?',
  ),
];
