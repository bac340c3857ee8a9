// How well a reading agrees with what is right: for each sort of fact, how many were stated by hand, how many
// were read, and how many of both are the same.

import { flattenClauses } from '../../../src/domain/clause-tree.ts';
import type {
  ParsedAmendment,
  ParsedClause,
  ParsedMotion,
} from '../../../src/importers/motion-text/document.js';
import type { TrueClause, TrueFate, TrueMotion } from './truth.js';

/** The sorts of facts that are counted. */
export const sorts = [
  'clauses',
  'labels',
  'kinds',
  'outcomes',
  'modes',
  'movers',
  'titles',
  'councils',
  'bodies',
  'dates',
  'counts of votes',
  'votes by name',
  'amendments',
  'amendment texts',
  'themes of asks',
] as const;
export type Sort = (typeof sorts)[number];

/** One fact in words, as stated or as read. */
type Facts = Record<Sort, string[]>;

export interface Score {
  stated: number;
  read: number;
  right: number;
}

export interface Accuracy {
  scores: Record<Sort, Score>;
  /** What was stated and not read (-), and what was read and is not so (+). */
  faults: string[];
}

/** The agreement of a reading with the truth about one text; motions are compared in their order. */
export function compare(truth: readonly TrueMotion[], read: readonly ParsedMotion[]): Accuracy {
  const stated: Facts = emptyFacts();
  const got: Facts = emptyFacts();
  for (let at = 0; at < Math.max(truth.length, read.length); at += 1) {
    addTruth(stated, truth[at], at);
    addReading(got, read[at], truth[at], at);
  }
  const faults: string[] = [];
  const scores = Object.fromEntries(
    sorts.map((sort) => [sort, scoreOf(sort, stated[sort], got[sort], faults)]),
  ) as Record<Sort, Score>;
  return { scores, faults };
}

/** The sum over several texts. */
export function total(all: readonly Accuracy[], sort: Sort): Score {
  const sum = (of: (score: Score) => number) => all.reduce((so, { scores }) => so + of(scores[sort]), 0);
  return { stated: sum((one) => one.stated), read: sum((one) => one.read), right: sum((one) => one.right) };
}

/** Share of what was read that is right. */
export function precision({ read, right }: Score): number {
  return read === 0 ? 1 : right / read;
}

/** Share of what is so that was read. */
export function recall({ stated, right }: Score): number {
  return stated === 0 ? 1 : right / stated;
}

function scoreOf(sort: Sort, stated: string[], read: string[], faults: string[]): Score {
  const left = [...stated];
  const extra = read.filter((fact) => {
    const at = left.indexOf(fact);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  faults.push(...left.map((fact) => `- ${sort}: ${fact}`), ...extra.map((fact) => `+ ${sort}: ${fact}`));
  return { stated: stated.length, read: read.length, right: read.length - extra.length };
}

function emptyFacts(): Facts {
  return Object.fromEntries(sorts.map((sort) => [sort, []])) as unknown as Facts;
}

function addTruth(facts: Facts, motion: TrueMotion | undefined, at: number): void {
  if (!motion) return;
  for (const { address, label, kind, words } of motion.clauses) {
    facts.clauses.push(`${at} ${address} ${words}`);
    if (label !== null) facts.labels.push(`${at} ${words} ${label}`);
    facts.kinds.push(`${at} ${words} ${kind}`);
  }
  if (motion.title) facts.titles.push(`${at} ${motion.title}`);
  if (motion.council) facts.councils.push(`${at} council/${motion.council}`);
  if (motion.body) facts.bodies.push(`${at} ${motion.body}`);
  if (motion.date) facts.dates.push(`${at} ${motion.date}`);
  if (motion.mode) facts.modes.push(`${at} ${motion.mode}`);
  for (const [address, themes] of Object.entries(motion.themes ?? {}))
    for (const theme of themes.split(' ')) facts['themes of asks'].push(`${at} ${address} theme/${theme}`);
  addFate(facts, `${at}`, motion);
  for (const amendment of motion.amendments ?? []) {
    const name = `${at} amendment ${amendment.label ?? ''}`;
    facts.amendments.push(name);
    if (amendment.text) facts['amendment texts'].push(`${name} ${amendment.text}`);
    addFate(facts, name, amendment);
  }
}

function addFate(
  facts: Facts,
  of: string,
  { movers = {}, outcome, votes = {}, recorded = {} }: TrueFate,
): void {
  if (outcome) facts.outcomes.push(`${of} ${outcome}`);
  for (const [role, name] of Object.entries(movers)) facts.movers.push(`${of} ${role} ${name}`);
  for (const [side, count] of Object.entries(votes)) facts['counts of votes'].push(`${of} ${side} ${count}`);
  for (const [option, names] of Object.entries(recorded))
    for (const name of names) facts['votes by name'].push(`${of} ${option} ${name}`);
}

function addReading(
  facts: Facts,
  motion: ParsedMotion | undefined,
  truth: TrueMotion | undefined,
  at: number,
): void {
  if (!motion) return;
  for (const clause of flattenClauses(motion.clauses)) {
    const words = asStated(clause, truth?.clauses ?? []);
    facts.clauses.push(`${at} ${clause.address} ${words}`);
    if (clause.label !== null) facts.labels.push(`${at} ${words} ${plainSign(clause.label)}`);
    facts.kinds.push(`${at} ${words} ${clause.kind}`);
  }
  if (motion.title !== null) facts.titles.push(`${at} ${motion.title}`);
  // The council, the body and the words of amendments are compared only where they are stated.
  if (truth?.council && motion.council !== null) facts.councils.push(`${at} ${motion.council}`);
  if (truth?.body && motion.body !== null) facts.bodies.push(`${at} ${motion.body}`);
  if (motion.date !== null) facts.dates.push(`${at} ${motion.date}`);
  if (motion.decisionMode !== null) facts.modes.push(`${at} ${motion.decisionMode}`);
  for (const { clause, themes } of motion.asks)
    for (const { theme } of themes) facts['themes of asks'].push(`${at} ${clause} ${theme}`);
  addRead(facts, `${at}`, motion);
  for (const [index, amendment] of motion.amendments.entries()) {
    const name = `${at} amendment ${amendment.label ?? ''}`;
    const stated = truth?.amendments?.[index]?.text;
    facts.amendments.push(name);
    if (stated) facts['amendment texts'].push(`${name} ${wordsOf(amendment.text, [stated])}`);
    addRead(facts, name, amendment);
  }
}

function addRead(facts: Facts, of: string, { movers, outcome, votes }: ParsedMotion | ParsedAmendment): void {
  if (outcome !== null) facts.outcomes.push(`${of} ${outcome}`);
  for (const { role, name, party } of movers)
    facts.movers.push(`${of} ${role} ${name}${party === null ? '' : ` (${party})`}`);
  for (const side of ['for', 'against', 'abstain'] as const)
    if (votes[side] !== null) facts['counts of votes'].push(`${of} ${side} ${votes[side]}`);
  for (const { name, option } of votes.recorded) facts['votes by name'].push(`${of} ${option} ${name}`);
}

/** A clause's words as the truth states them where they are the same, else as read. */
function asStated({ address, text }: ParsedClause, truth: readonly TrueClause[]): string {
  const own = truth.filter((one) => one.address === address);
  return wordsOf(
    text,
    [...own, ...truth].map(({ words }) => words),
  );
}

function wordsOf(text: string, stated: readonly string[]): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return stated.find((one) => isSame(words, one)) ?? words;
}

function isSame(words: string, stated: string): boolean {
  const [first = '', last] = stated.split(' … ');
  return last === undefined ? words === first : words.startsWith(first) && words.endsWith(last);
}

/** A glyph of a private font has no sign of its own to state. */
function plainSign(label: string): string {
  return /^[\ue000-\uf8ff]$/.test(label) ? '*' : label;
}
