// Adds reviewed readings to a motion's file that somebody curates. Only lines are added: what stands
// there, comments and line breaks included, stays as its author wrote it.

import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { addressPart, joinAddress } from '../../domain/clause-tree.js';
import { ReviewError } from '../../errors.js';

/** What to add to one clause. */
export interface Addition {
  address: string;
  list: 'asks' | 'citations';
  entry: object;
}

/** The file with the additions; a clause that it does not hold is refused. */
export function addToFile(file: string, text: string, additions: readonly Addition[]): string {
  return additions.reduce((so, addition) => addOne(file, so, addition), text);
}

/** How many entries a list of a clause holds already. */
export function countIn(file: string, text: string, { address, list }: Omit<Addition, 'entry'>): number {
  const held = clauseAt(file, text, address).get(list);
  return isSeq(held) ? held.items.length : 0;
}

function addOne(file: string, text: string, { address, list, entry }: Addition): string {
  const clause = clauseAt(file, text, address);
  const held = clause.get(list);
  if (isSeq(held)) {
    const last = held.items.at(-1) as { range?: [number, number, number] } | undefined;
    const column = columnOf(text, text.lastIndexOf('-', (last?.range?.[0] ?? 0) - 1));
    return insert(
      text,
      lineAfter(text, last?.range?.[1] ?? 0),
      indented(stringify([entry], { lineWidth: 100 }), column),
    );
  }
  const before = clause.items.filter(({ key }) => !(isScalar(key) && key.value === 'clauses')).at(-1);
  const value = before?.value as { range?: [number, number, number] } | null | undefined;
  const first = clause.items[0]?.key as { range?: [number, number, number] } | undefined;
  const column = columnOf(text, first?.range?.[0] ?? 0);
  const added = stringify({ [list]: [entry] }, { lineWidth: 100 });
  return insert(text, lineAfter(text, value?.range?.[1] ?? 0), indented(added, column));
}

function clauseAt(file: string, text: string, address: string): YAMLMap {
  const found = findClause(parseDocument(text).get('clauses'), null, address);
  if (!found)
    throw new ReviewError([{ expected: `the clause ${address}`, got: 'none of that address', at: { file } }]);
  return found;
}

function findClause(clauses: unknown, above: string | null, address: string): YAMLMap | null {
  for (const clause of isSeq(clauses) ? clauses.items : []) {
    if (!isMap(clause)) continue;
    const part = clause.get('part') ?? addressPart(String(clause.get('label') ?? ''));
    const own = joinAddress(above, String(part));
    const found = own === address ? clause : findClause(clause.get('clauses'), own, address);
    if (found) return found;
  }
  return null;
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function lineAfter(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function indented(lines: string, column: number): string {
  return lines.replace(/^(?=.)/gm, ' '.repeat(column));
}

function insert(text: string, at: number, added: string): string {
  const before = text.slice(0, at);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${added}${text.slice(at)}`;
}
