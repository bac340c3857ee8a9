import { join } from 'node:path';
import { type AskedGraph, answered, disagreement } from './graph.js';
import { cellsOf, recordsOf } from './records.js';
import { type StagedTables, sampler } from './sample.js';

const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id formerIds } }';
const idsAtOnce = 100;

/** Compares the former ids: the graph follows each to the record it was merged into, which names it. */
export async function compareRedirects(graph: AskedGraph, tables: StagedTables): Promise<number> {
  const sample = sampler(tables, 'redirects');
  let compared = 0;
  let batch: string[] = [];
  const check = async () => {
    const pairs = cellsOf(batch);
    const { nodes } = await answered(graph, document, { ids: pairs.map(([old]) => old) });
    for (const [n, [old = '', now = '']] of pairs.entries()) {
      const node = (nodes as ({ id: string; formerIds: string[] } | null)[])[n];
      if (node?.id === now && node.formerIds.includes(old)) continue;
      throw disagreement(`${old} became ${now} in the files, ${node?.id ?? 'nothing'} in the graph`);
    }
    compared += batch.length;
    batch = [];
  };
  for await (const record of recordsOf(join(tables.root, 'csv', 'redirects.csv'))) {
    if (sample.has(record)) batch.push(record);
    if (batch.length === idsAtOnce) await check();
  }
  if (batch.length > 0) await check();
  return compared;
}
