// Suggests which recommendations of a known review a motion speaks of. "Casey review" names five
// different works, so a name alone never resolves: the text must print the title, or the name with
// the body that was reviewed and a year that fits.

import { flattenClauses } from '../../domain/clause-tree.js';
import { readDates } from './dates.js';
import type { ParsedClause, ReviewHint, Span, SuggestedCitation } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import { matchRecommendations } from './overlap.js';

type Evidence = Pick<SuggestedCitation, 'direction' | 'strength' | 'scope'>;

/** The citations that the clauses of a motion suggest, in document order. */
export function suggestCitations(
  clauses: readonly ParsedClause[],
  reviews: readonly ReviewHint[],
  isMeant: (review: ReviewHint) => boolean,
  doubts: Doubt[],
): SuggestedCitation[] {
  return reviews.flatMap((review) => {
    const line = firstMention(clauses, review);
    if (line === null) return [];
    if (!isMeant(review)) {
      doubts.push(doubt('REVIEW_AMBIGUOUS', line));
      return [];
    }
    return flattenClauses(clauses).flatMap((clause) => citationsOf(clause, review));
  });
}

function firstMention(clauses: readonly ParsedClause[], review: ReviewHint): number | null {
  const name = namePattern(review);
  return flattenClauses(clauses).find((clause) => name.test(clause.text))?.line ?? null;
}

/** Whether a page means a review, worked out once for all of its motions. */
export function meaningOf(text: string): (review: ReviewHint) => boolean {
  const known = new Map<ReviewHint, boolean>();
  return (review) => {
    const answer = known.get(review) ?? isMeant(text, review);
    known.set(review, answer);
    return answer;
  };
}

/** Title in full; or the name beside the body reviewed, in a text of the year it came out or the next two. */
function isMeant(text: string, review: ReviewHint): boolean {
  const lower = text.toLowerCase();
  if (review.titles.some((title) => title.length > 20 && lower.includes(title.toLowerCase()))) return true;
  const namesBody = review.keywords.some((keyword) => new RegExp(`\\b${escapeWords(keyword)}\\b`).test(text));
  return namesBody && yearsOf(text).some((year) => fitsYear(year, review));
}

function yearsOf(text: string): number[] {
  const years = [...text.matchAll(/\b(20\d{2})\b/g)].map((match) => Number(match[1]));
  return [...years, ...readDates(text).map(({ date }) => Number(date.slice(0, 4)))];
}

function fitsYear(year: number, review: ReviewHint): boolean {
  const published = Number(/\b(\d{4})\b/.exec(review.publishedOn ?? review.id)?.[1] ?? Number.NaN);
  return year >= published && year <= published + 2;
}

function citationsOf(clause: ParsedClause, review: ReviewHint): SuggestedCitation[] {
  if (clause.kind === 'heading' || clause.kind === 'lead_in') return [];
  const evidence = evidenceOf(clause);
  const common = {
    clause: clause.address,
    review: review.id,
    ...evidence,
    reviewState: 'suggested' as const,
  };
  const all = collective(clause.text, review);
  if (all) {
    const words = [clause.text.slice(all.start, all.end)];
    return [{ ...common, recommendation: null, basis: 'collective_all', words, quote: all }];
  }
  if (!isOperative(clause)) return [];
  return matchRecommendations(clause.text, review).map(({ id, words, quote }) => ({
    ...common,
    recommendation: id,
    basis: 'paraphrased',
    words,
    quote,
  }));
}

/** "All 16 recommendations", "the full recommendations", "fully implement the recommendations". */
function collective(text: string, review: ReviewHint): Span | null {
  const name = namePattern(review);
  if (!name.test(text)) return null;
  const count = review.recommendations.length;
  const numbers = [...text.matchAll(/\b(\d{1,3})\s+(?:\w+\s+)?recommendations\b/gi)].map((match) =>
    Number(match[1]),
  );
  if (numbers.some((number) => number !== count)) return null;
  const found =
    /\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+|its\s+|her\s+|\d{1,3}\s+|sixteen\s+)*recommendations?\b|\b(?:full|whole)\s+(?:set\s+of\s+)?recommendations\b|\b(?:fully|in full)\b[^.;]{0,60}\brecommendations\b|\brecommendations\b[^.;]{0,60}\bin full\b|\bfull implementation\b[^.;]{0,60}\brecommendations\b|\b(?:implement\w*|deliver\w*|adopt\w*)\s+the\s+recommendations\b/i.exec(
      text,
    );
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** The name by which motions speak of a review: its short name, or its author's with "review" or "report". */
function namePattern(review: ReviewHint): RegExp {
  const author = review.shortName
    .replace(/\b(?:the|baroness|lord|sir|dame|review|report|independent)\b/gi, ' ')
    .trim()
    .split(/\s+/)[0];
  const names = [escapeWords(review.shortName), ...review.titles.map(escapeWords)];
  if (author)
    names.push(
      `(?:Baroness |Lord |Sir |Dame )?${escapeWords(author)}(?:['’]s?)?(?: \\w+){0,4} (?:review|report|recommendations)`,
      `recommendations (?:of )?(?:Baroness |Lord |Sir |Dame )?${escapeWords(author)}`,
    );
  return new RegExp(`\\b(?:${names.join('|')})\\b`, 'i');
}

function evidenceOf(clause: ParsedClause): Evidence {
  const opposes = /\b(?:reject|oppose|disagree)\w*\b[^.;]{0,60}\brecommendation/i.test(clause.text);
  const strength = strengthOf(clause);
  const notesOnly = clause.stance === 'states' && strength === 'notes';
  return {
    direction: opposes ? 'opposes' : notesOnly ? 'notes_only' : 'supports',
    strength,
    scope: 'as_recommended',
  };
}

function strengthOf({ kind, stance }: ParsedClause): Evidence['strength'] {
  if (kind === 'resolves_self') return 'commits_own_action';
  if (kind === 'directs_executive' || kind === 'directs_committee') return 'directs_own_body';
  if (kind === 'calls_on_external' || kind === 'elaborates') return 'calls_on_others';
  return stance === 'states' && kind === 'notes' ? 'notes' : 'states_view';
}

function isOperative({ kind, stance }: ParsedClause): boolean {
  return stance === 'demands' || stance === 'commits' || kind === 'supports';
}

function escapeWords(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
