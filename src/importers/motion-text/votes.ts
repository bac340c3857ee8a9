// Lists of names among the lines, and the decision each belongs to. Councils print them behind the
// result or before it; where both are near, the way the page prints its first list decides.

import { readDecision } from './decision.js';
import type { Field, Passage, RecordedVote } from './document.js';
import { type Doubt, doubt } from './doubts.js';
import { readOpening } from './headings.js';
import type { LogicalLine } from './lines.js';
import { noAnswers } from './once.js';
import { readOutcome, readVotes } from './outcomes.js';
import { passage } from './state.js';
import { isBareList, readVoteList, type VoteList } from './vote-lists.js';
import { agreesWith, readVoteTables } from './vote-table.js';

export interface VotesRead {
  /** The lines that are left. */
  rest: LogicalLine[];
  fields: Field[];
  /** Who voted how, by the line of the decision; no names where those printed cannot be believed. */
  recorded: Map<number, RecordedVote[]>;
  doubts: Doubt[];
}

/** What a line is to a vote. */
type Part = 'list' | 'label' | 'note' | 'decision' | 'other';

interface Group {
  from: number;
  to: number;
}

const label =
  /^(?:vot(?:ed|ing)\s+)?(?:for|in\s+favou?r|against|abstentions?|abstain(?:ed|ing)?|not\s+voting|ayes?|noes|absent)\s*(?:[([]\d{1,3}[)\]])?\s*[:–-]?$/i;
const noNames =
  /^(?:vot(?:ed|es|ing|e)\s+)?(?:for|in\s+favou?r|against|abstentions?|abstain(?:ed|ing)?|not\s+voting|absent)(?:\s+the\s+(?:motion|amendment))?\s*(?:[([]0[)\]])?\s*[:–-]\s*(?:none|nil|0)\.?$/i;
const note =
  /^(?=.{1,200}$)(?:(?:a|the)\s+)?(?:(?:recorded|named|roll[- ]call)\s+vote\b|vot(?:e|ing)\s+(?:was|took|on)\b|.{0,80}\b(?:put\s+to\s+the\s+vote|requested\s+a\s+(?:recorded|named)\s+vote|(?:recorded|named)\s+vote\s+(?:was|being|having)))/i;

const ofVote =
  /\b(?:for|favou?r|against|ayes?|noes|nays|absent|vot(?:e|ed|es|ing)|carried|lost|agreed|approved|passed|adopted|defeated|rejected|withdrawn|fell|lapsed|deferred|referred|noted|resolved|unanimous(?:ly)?)\b|\babst|\bnegatived|\bruled/i;

/** Whether a line has any word of a vote, which spares the rest of the questions. */
export function mayVote(text: string): boolean {
  return ofVote.test(text);
}

/** Takes the lists of names out of the lines of one motion, or of one amendment. */
export function takeVotes(lines: readonly LogicalLine[]): VotesRead {
  const spread = lines.map(splitBracket);
  const read: VotesRead = { rest: [], fields: [], recorded: new Map(), doubts: [] };
  const parts = lines.map((line, index) => partOf(spread[index]?.line ?? line, lines[index + 1]));
  const textOf = ({ from, to }: Group) => joined(lines.slice(from, to).map((line) => line.text));
  const groups = groupsOf(parts).filter((group) => readVoteList(textOf(group)) !== null);
  const tables = readVoteTables(lines);
  const from = Math.min(groups[0]?.from ?? lines.length, tables[0]?.from ?? lines.length);
  const isBefore = from < lines.length && !parts.slice(0, from).includes('decision');
  for (const group of groups) {
    const decision = lines[decisionOf(parts, group, isBefore)];
    const isHalf = parts[group.from] === 'label' && isBareList(lines[group.from - 1]?.text ?? '');
    const list = readVoteList(textOf(group), decision ? readVotes(decision.text) : null);
    if (list) record(read, isHalf ? doubtful : list, decision, lines[group.from]?.line ?? 0);
    if (isHalf) group.from -= 1;
  }
  for (const table of tables) {
    const decision = lines[decisionOf(parts, table, isBefore)];
    const isSound = agreesWith(table, decision ? readVotes(decision.text) : null);
    record(read, isSound ? table : doubtful, decision, lines[table.from]?.line ?? 0);
  }
  const isListed = new Uint8Array(lines.length);
  for (const one of [...groups, ...tables]) isListed.fill(1, one.from, one.to);
  lines.forEach((line, index) => {
    const { line: shown, list } = spread[index] ?? { line, list: null };
    if (list) {
      read.fields.push({ field: 'recorded_vote', ...list });
      const voters = readVoteList(list.text, readVotes(shown.text));
      if (voters) record(read, voters, shown, line.line);
    }
    if (isListed[index]) read.fields.push({ field: 'recorded_vote', ...passage(line) });
    else if (parts[index] === 'note') read.fields.push({ field: 'vote_note', ...passage(line) });
    else read.rest.push(shown);
  });
  return read;
}

/** A label on a line of its own goes with the names below it. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text) =>
      label.test(text) ? `${text.replace(/[:–-]\s*$/, '')}: ` : `${text.replace(/[.;]\s*$/, '')}; `,
    )
    .join('');
}

const doubtful: VoteList = { votes: [], isDoubtful: true };

function record(read: VotesRead, list: VoteList, decision: LogicalLine | undefined, line: number): void {
  if (list.isDoubtful || !decision || read.recorded.has(decision.line)) {
    if (decision) read.recorded.set(decision.line, []);
    read.doubts.push(doubt('VOTES_UNSURE', line));
  } else read.recorded.set(decision.line, list.votes);
}

function partOf({ text, mark }: LogicalLine, next: LogicalLine | undefined): Part {
  if ((mark && !/^[-–—•]/.test(text)) || !ofVote.test(text)) return 'other';
  if (label.test(text)) return next && readVoteList(joined([text, next.text])) ? 'label' : 'other';
  if (readVoteList(text) || isOneSide(text) || noNames.test(text)) return 'list';
  if (readDecision(text, 0)?.decision.outcome) return 'decision';
  return note.test(text) && readOutcome(text) === null && readOpening(text) === null ? 'note' : 'other';
}

/** "For: Green, Black" says little alone; beside another side it is a list. */
function isOneSide(text: string): boolean {
  return text.length < 4000 && readVoteList(`${text.replace(/[.;]\s*$/, '')}; Absent (0): none`) !== null;
}

function groupsOf(parts: readonly Part[]): Group[] {
  const groups: Group[] = [];
  parts.forEach((part, index) => {
    const open = groups.at(-1);
    const isNames = parts[index - 1] === 'label';
    if (part !== 'list' && part !== 'label' && !isNames) return;
    if (open && open.to === index) open.to = index + 1;
    else groups.push({ from: index, to: index + 1 });
  });
  return groups;
}

function decisionOf(parts: readonly Part[], { from, to }: Group, isBefore: boolean): number {
  let last = from - 1;
  while (parts[last] === 'note') last -= 1;
  const before = parts[last] === 'decision' ? last : -1;
  let next = to;
  while (parts[next] === 'note') next += 1;
  const behind = parts[next] === 'decision' ? next : -1;
  return isBefore || before < 0 ? behind : before;
}

/** A decision with the names in brackets behind it becomes the decision, and the names. */
function splitBracket(line: LogicalLine): { line: LogicalLine; list: Passage | null } {
  const found =
    line.mark || line.pieces.length > 1
      ? null
      : /^(.{4,200}?)\s*[([]((?:vot\w+ )?(?:for|in favou?r|against|ayes?)\b.*)[)\]]\.?$/is.exec(line.text);
  const [, said = '', names = ''] = found ?? [];
  if (!found || !readVoteList(names) || !readDecision(said, 0)) return { line, list: null };
  const at = line.text.indexOf(names, said.length);
  const list = { line: line.line, start: line.start + said.length, end: line.end, text: names };
  const shown = { ...line, text: said, end: line.start + said.length, answers: noAnswers() };
  return at < 0 ? { line, list: null } : { line: { ...shown, pieces: [passage(shown)] }, list };
}
