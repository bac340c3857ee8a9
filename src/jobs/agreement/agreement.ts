// The files and the graph are two faces of one store. Before a snapshot is published every table of it is asked
// of the graph, at the very moment the files show, and compared cell by cell; a difference stops it.
import { flatPositions } from '../../exporters/flat-positions.js';
import { publishedTables } from '../../exporters/table.js';
import { type AskedGraph, disagreement } from './graph.js';
import { compareNoun } from './nouns.js';
import { comparePositions } from './positions.js';
import { compareRedirects } from './redirects.js';
import type { StagedTables } from './sample.js';
import { compareTextMatches } from './text-matches.js';
import { views } from './view.js';

/** What is compared: the graph and the files. */
export interface Compared {
  readonly graph: AskedGraph;
  readonly tables: StagedTables;
  readonly detail: (line: string) => void;
}

/** Tables that are not records with ids or bridges of them, each with its own way of being asked of the graph. */
const compareOthers: ReadonlyMap<string, (graph: AskedGraph, tables: StagedTables) => Promise<number>> =
  new Map([
    ['redirects', compareRedirects],
    ['text_matches', compareTextMatches],
    [flatPositions.name, comparePositions],
  ]);

/**
 * Compares the published tables; gives how many records were.
 * @throws PublishError DISAGREEMENT naming the first record and column that differ, or a table nobody compares.
 */
export async function agree({ graph, detail, tables }: Compared): Promise<number> {
  refuseUnknown(publishedTables.map(({ name }) => name));
  let compared = 0;
  const told = (table: string, count: number) => {
    compared += count;
    detail(`${table}: ${count} compared with the graph`);
  };
  for (const view of views) told(view.table.name, await compareNoun(view, graph, tables));
  for (const [table, compareOther] of compareOthers) told(table, await compareOther(graph, tables));
  return compared;
}

/** Stops where a table is published that this check does not know: it would go out unseen. */
export function refuseUnknown(names: readonly string[]): void {
  const known = new Set(compareOthers.keys());
  for (const { table, bridges } of views) {
    for (const each of [table, ...bridges.map((bridge) => bridge.table)]) known.add(each.name);
  }
  const left = names.filter((name) => !known.has(name));
  if (left.length > 0) throw disagreement(`nothing compares ${left.join(', ')} with the graph`);
}
