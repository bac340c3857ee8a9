// The files and the graph are two faces of one store. Before a snapshot is published every table of it is asked
// of the graph, at the very moment the files show, and compared cell by cell; a difference stops it.
import { flatPositions } from '../../exporters/flat-positions.js';
import { publishedTables } from '../../exporters/table.js';
import type { AskedGraph } from './graph.js';
import { compareNoun } from './nouns.js';
import { comparePositions } from './positions.js';
import { compareRedirects } from './redirects.js';
import type { StagedTables } from './sample.js';
import { views } from './view.js';

/** What is compared: the graph and the files. */
export interface Compared {
  readonly graph: AskedGraph;
  readonly tables: StagedTables;
  readonly detail: (line: string) => void;
}

/**
 * Compares the published tables; gives how many records were.
 * @throws PublishError DISAGREEMENT naming the first record and column that differ.
 */
export async function agree({ graph, detail, tables }: Compared): Promise<number> {
  let compared = 0;
  const told = (table: string, count: number) => {
    compared += count;
    detail(`${table}: ${count} compared with the graph`);
  };
  for (const view of views) told(view.table.name, await compareNoun(view, graph, tables));
  told('redirects', await compareRedirects(graph, tables));
  told(flatPositions.name, await comparePositions(graph, tables));
  return compared;
}

/** Published tables that are not compared: their rows are neither records with ids nor a whole list of one. */
export function notCompared(): string[] {
  const seen = new Set(['redirects', flatPositions.name]);
  for (const { table, bridges } of views) {
    for (const each of [table, ...bridges.map((bridge) => bridge.table)]) seen.add(each.name);
  }
  return publishedTables.map(({ name }) => name).filter((name) => !seen.has(name));
}
