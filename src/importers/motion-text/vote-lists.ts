// Recorded votes by name. A false one would put words into somebody's mouth, so names are read only
// where every word of the list is a name, no name stands on two sides, and the printed counts agree.

import type { RecordedVote, Votes } from './document.js';

type Option = RecordedVote['option'];

export interface VoteList {
  votes: RecordedVote[];
  /** Why the list cannot be believed; its names are then not given. */
  isDoubtful: boolean;
}

interface Side {
  option: Option;
  names: string[] | null;
  count: number | null;
  /** Whether the words say that these are councillors. */
  isTitled: boolean;
}

const labels: [Option, string][] = [
  ['not_voting', 'not\\s+voting|did\\s+not\\s+vote|(?:present\\s+(?:and|but)\\s+)not\\s+voting'],
  ['abstain', 'abstentions?|abstain(?:ed|ing|s)?|abstained\\s+from\\s+voting'],
  ['against', 'against|noes|nays'],
  ['absent', 'absent'],
  ['for', 'for|in\\s+favou?r|ayes?'],
];
const anyLabel = labels.map(([, words]) => words).join('|');
const of = '(?:\\s+(?:of\\s+)?(?:the\\s+)?(?:\\w+\\s+)?(?:motion|amendment|proposal|resolution))?';
/** `For (12): …`, `Voting against the motion: …`, `Abstentions – …`. */
const labelFirst = new RegExp(
  `^\\W*(?:(?:those|members|councillors)\\s+)?(?:vot(?:ed|es|ing|e)\\s+)?(?<label>${anyLabel})${of}(?:\\s+(?:were|was))?\\s*[([]?\\s*(?<count>\\d{1,3})?\\s*[)\\]]?\\s*(?:[:–—-]|\\bwere\\b)\\s*(?<names>\\S.*)$`,
  'is',
);
/** `Councillors A, B and C voted in favour`. */
const namesFirst = new RegExp(
  `^\\W*(?<names>(?:Councillors?|Cllrs?)\\b.{3,}?)\\s*(?:[([](?<count>\\d{1,3})[)\\]])?\\s+(?:(?:vot(?:ed|ing)\\s+)(?<label>${anyLabel})${of}|(?<abstained>abstained|did\\s+not\\s+vote))\\s*(?:[([](?<after>\\d{1,3})[)\\]])?$`,
  'is',
);
const titles =
  /^(?:(?:the\s+)?(?:(?:deputy\s+)?mayor|councillors?|cllrs?\.?|alderman|dr|mr|mrs|ms|miss|sir|dame|prof(?:essor)?)\.?\s+)+/i;
const particles = '(?:(?:de|da|di|du|la|le|van|von|der|den|al|el|bin|ben) )*';
const name = new RegExp(`^${particles}\\p{Lu}[\\p{L}'’.-]*(?: ${particles}\\p{Lu}[\\p{L}'’.-]*){0,3}$`, 'u');
const notNames =
  /\b(?:Council|Motion|Amendment|Committee|Group|Party|Labour|Conservatives?|Liberal|Democrats?|Members?|Residents?|Children|Families|Borough|All|None|Nil|The|Vote|Votes|Total)\b/;

/** The votes of a text that is nothing but lists of names by side, or null where it is none. */
export function readVoteList(text: string, totals: Votes | null = null): VoteList | null {
  // The longest list of a council of two hundred is some five thousand characters.
  const sides = text.length > 20_000 ? null : sidesOf(text);
  if (!sides) return null;
  const named = sides.filter(({ names }) => names === null || names.length > 0);
  const isVote = sides.length > 1 || sides.some(({ isTitled, count }) => isTitled || count !== null);
  if (named.length === 0 || !isVote) return null;
  const votes = named.flatMap(({ option, names }) => (names ?? []).map((one) => ({ name: one, option })));
  const people = votes.map((vote) => vote.name.toLowerCase());
  const isTold = named.every(
    ({ option, names, count }) =>
      names !== null && (count === null || count === names.length) && agrees(totals, option, names.length),
  );
  const isSound =
    isTold &&
    new Set(people).size === people.length &&
    new Set(named.map(({ option }) => option)).size === named.length;
  return isSound ? { votes, isDoubtful: false } : { votes: [], isDoubtful: true };
}

function agrees(totals: Votes | null, option: Option, count: number): boolean {
  const total =
    totals && (option === 'for' || option === 'against' || option === 'abstain') ? totals[option] : null;
  return total === null || total === count;
}

/** One side for each stretch of the text; null as soon as a stretch is none. */
function sidesOf(text: string): Side[] | null {
  const flat = text.replace(/[\s\u00a0]+/g, ' ').replace(/[.;]\s*$/, '');
  const parts = flat.split(
    /;\s*|\.\s+(?=\p{Lu})(?<!\b\p{Lu}\.\s)|\s+(?=(?:against|abstentions?|abstain(?:ed|ing)?|not voting|noes|absent)\s*(?:[([]\d|[:–]))/iu,
  );
  const sides = parts.filter((part) => /\S/.test(part)).map(sideOf);
  return sides.length > 0 && sides.every((side) => side !== null) ? sides : null;
}

function sideOf(part: string): Side | null {
  const found = (labelFirst.exec(part) ?? namesFirst.exec(part))?.groups;
  if (!found) return null;
  const label = found.label ?? found.abstained ?? '';
  const option = labels.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(label.trim()))?.[0];
  if (!option) return null;
  const list = (found.names ?? '').trim();
  const closing = /\s*[([](\d{1,3})[)\]]$/.exec(list);
  const printed = found.count ?? found.after ?? closing?.[1];
  const count = printed === undefined ? null : Number(printed);
  const words = closing ? list.slice(0, closing.index) : list;
  if (/^(?:none|nil|0|zero|-|–|n\/a)$/i.test(words)) return { option, names: [], count, isTitled: false };
  if (/^\d+$/.test(words)) return null;
  return {
    option,
    names: namesOf(words) ?? withChair(words, count),
    count,
    isTitled: /\b(?:councillors?|cllrs?)\b/i.test(words),
  };
}

/** Every name of a list, or null where something in it is none. */
function namesOf(words: string): string[] | null {
  const names = words
    .replace(/\s*\([^()]{2,40}\)/g, '')
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i)
    .filter((one) => one.trim() !== '')
    .map(readName);
  return names.every((one) => one !== null) ? names : null;
}

const chairFirst =
  /\b(?:the\s+)?(?:deputy\s+)?(?:mayor|chair(?:man|woman)?|speaker),\s+(?=(?:councillor|cllr)\b)/gi;

/** `The Mayor, Cllr Yeo` is one person where the printed count says so. */
function withChair(words: string, count: number | null): string[] | null {
  const names = namesOf(words.replace(chairFirst, ''));
  return names?.length === count ? names : null;
}

/** One name without its title, or null where the words are no name. */
export function readName(printed: string): string | null {
  const plain = printed
    .replace(/\s*\([^()]{2,40}\)$/, '')
    .replace(titles, '')
    .trim();
  return name.test(plain) && !notNames.test(plain) ? plain : null;
}

/** Names and nothing else, said to be councillors, without the side they took. */
export function isBareList(text: string): boolean {
  const isTitled = text.length < 4000 && /^(?:councillors|cllrs)\b/i.test(text);
  return isTitled && namesOf(text.replace(/[.;]\s*$/, '')) !== null;
}
