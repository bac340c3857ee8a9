// Which councils and recommendations a question comes down to, and which of the councils stand on one page: a
// table of hundreds of columns is read by nobody.
import type { CompareChoices } from '../store/queries/compare-choices.js';
import type { Question } from './question.js';

/** What is asked of the store for one page. */
export interface Asked {
  readonly councils: readonly string[];
  /** Left out where every recommendation of the review is meant. */
  readonly recommendations?: readonly string[];
  readonly page: number;
  readonly pages: number;
}

// Twelve columns of a review of 25 recommendations: about what a desk shows and a phone can scroll.
const cellsOfPage = 300;
const columnsOfPage = 12;

/** Narrows what can be chosen to what the question asks for. */
export function askedOf(choices: CompareChoices, question: Question): Asked {
  const recommendations = recommendationsOf(choices, question);
  const rows = recommendations?.length ?? choices.recommendations.length;
  const size = Math.max(2, Math.min(columnsOfPage, Math.floor(cellsOfPage / Math.max(1, rows))));
  const { speaking, quiet } = councilsOf(choices, question);
  const pages = Math.max(1, Math.ceil(speaking.length / size));
  const page = Math.min(question.page ?? 1, pages);
  const shown = speaking.slice((page - 1) * size, page * size);
  // Councils without a motion would make every recommendation differ.
  const councils = question.differencesOnly ? shown : [...shown, ...quiet];
  return { councils, page, pages, ...(recommendations ? { recommendations } : {}) };
}

// A council whose papers hold a motion on the review, or that was picked, may have a column; the others are
// named in lists, all of them on every page.
function councilsOf(choices: CompareChoices, { councils, region }: Question) {
  const within = choices.councils.filter((council) => region === undefined || council.region === region);
  if (councils) {
    const outside = new Set(choices.councils.filter((each) => !within.includes(each)).map(({ id }) => id));
    return { speaking: councils.filter((id) => !outside.has(id)), quiet: [] };
  }
  const found = within.filter(({ result }) => result === 'found');
  const rest = within.filter(({ result }) => result !== 'found');
  return { speaking: found.map(({ id }) => id), quiet: rest.map(({ id }) => id) };
}

function recommendationsOf(choices: CompareChoices, question: Question): readonly string[] | undefined {
  const { recommendations, theme, addressee } = question;
  if (!recommendations && !theme && !addressee) return undefined;
  const kept = choices.recommendations
    .filter(({ themes }) => !theme || themes.some(({ id }) => id === theme))
    .filter(({ addressees }) => !addressee || addressees.some(({ id }) => id === addressee))
    .map(({ id }) => id);
  if (!recommendations) return kept;
  // An id that the review does not have is left in, so that the store refuses it by name.
  const known = new Set(choices.recommendations.map(({ id }) => id));
  return recommendations.filter((id) => kept.includes(id) || !known.has(id));
}
