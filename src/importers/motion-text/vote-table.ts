// Recorded votes printed as a table: a name in each row and a mark in the column of a side. Where the
// columns were lost on the way, as when a table was copied as plain text, nobody can tell a vote from it.

import type { RecordedVote, Votes } from './document.js';
import type { LogicalLine } from './lines.js';
import { readName } from './vote-lists.js';

type Option = RecordedVote['option'];

export interface VoteTable {
  from: number;
  /** The first line behind the table. */
  to: number;
  votes: RecordedVote[];
  /** Whether its rows cannot be believed; its names are then not given. */
  isDoubtful: boolean;
}

interface Columns {
  name: number;
  /** The side of each column; null for any other. */
  options: (Option | null)[];
}

const sides: [RegExp, Option][] = [
  [/^(?:(?:voted?\s+)?for|in\s+favou?r|ayes?|yes)$/i, 'for'],
  [/^(?:(?:voted?\s+)?against|noes|nays?|no)$/i, 'against'],
  [/^abst(?:ain(?:ed|ing|s)?|entions?)?\.?$/i, 'abstain'],
  [/^(?:not\s+voting|did\s+not\s+vote)$/i, 'not_voting'],
  [/^(?:absent|apologies)$/i, 'absent'],
];
const mark = /^(?:x|✓|✔|√|✗|✘|●|■|\*|1|y|yes)$/i;
const lostColumns =
  /^(?:(?:name|councillors?|members?)\s+)?for\s+against(?:\s+abst\w*)?(?:\s+not\s+voting)?(?:\s+absent)?$/i;
const lostRow = /^.{3,60}\s(?:x|✓|✔|√)$/i;
const totals = /^totals?$/i;

/** The tables of votes among the lines of one motion. */
export function readVoteTables(lines: readonly LogicalLine[]): VoteTable[] {
  const tables: VoteTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = readTable(lines, at) ?? readLostTable(lines, at);
    if (table) tables.push(table);
    at = table?.to ?? at + 1;
  }
  return tables;
}

function readTable(lines: readonly LogicalLine[], from: number): VoteTable | null {
  const columns = columnsOf(lines[from]?.text ?? '');
  if (!columns) return null;
  const table: VoteTable = { from, to: from + 1, votes: [], isDoubtful: false };
  for (let line = lines[table.to]; line?.text.includes('\t'); line = lines[table.to]) {
    addRow(table, columns, cellsOf(line.text));
    table.to += 1;
  }
  const names = new Set(table.votes.map(({ name }) => name.toLowerCase()));
  if (table.votes.length === 0 || names.size < table.votes.length) table.isDoubtful = true;
  return table.to > from + 1 ? table : null;
}

/** The columns that a head names. An empty first cell is not printed, but the names stand under it. */
function columnsOf(text: string): Columns | null {
  if (!text.includes('\t') || text.length > 200) return null;
  const printed = cellsOf(text).map((cell) => sides.find(([words]) => words.test(cell))?.[1] ?? null);
  const options = printed[0] === null ? printed : [null, ...printed];
  const known = options.filter((option) => option !== null);
  const isVote = known.length > 1 && new Set(known).size === known.length;
  return isVote ? { name: 0, options } : null;
}

function addRow(table: VoteTable, { name: column, options }: Columns, cells: readonly string[]): void {
  if (totals.test(cells[column] ?? '')) {
    table.isDoubtful ||= options.some((option, at) => !isTotal(table, option, cells[at] ?? ''));
    return;
  }
  const name = readName(cells[column] ?? '');
  const marked = options.filter((option, at) => option !== null && mark.test(cells[at] ?? ''));
  const [option] = marked;
  const isStrange = cells.some((cell, at) => options[at] && cell !== '' && !mark.test(cell));
  if (name === null || marked.length !== 1 || !option || isStrange || cells.length > options.length)
    table.isDoubtful = true;
  else table.votes.push({ name, option });
}

function isTotal({ votes }: VoteTable, option: Option | null, printed: string): boolean {
  if (option === null || !/^\d+$/.test(printed)) return true;
  return Number(printed) === votes.filter((vote) => vote.option === option).length;
}

function readLostTable(lines: readonly LogicalLine[], from: number): VoteTable | null {
  const { text = '', mark: sign = null } = lines[from] ?? {};
  if (sign || text.length > 80 || !lostColumns.test(text)) return null;
  let to = from + 1;
  while (lines[to] && lostRow.test(lines[to]?.text ?? '')) to += 1;
  return to > from + 1 ? { from, to, votes: [], isDoubtful: true } : null;
}

function cellsOf(text: string): string[] {
  return text.split('\t').map((cell) => cell.trim());
}

/** Whether a table has as many names on each side as a decision counts. */
export function agreesWith({ votes }: VoteTable, told: Votes | null): boolean {
  return (['for', 'against', 'abstain'] as const).every(
    (side) => told?.[side] == null || told[side] === votes.filter(({ option }) => option === side).length,
  );
}
