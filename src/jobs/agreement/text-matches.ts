// Shared wording in the files and in the graph, which shows it with each clause: every clause is asked, also one
// that the files know no shared wording of.
import { join } from 'node:path';
import { publishedTables } from '../../exporters/table.js';
import { type AskedGraph, answered, disagreement, shown } from './graph.js';
import { cellsOf, firstCell, Grouped, recordsOf } from './records.js';
import { type StagedTables, sampler } from './sample.js';
import { type Answer, asked, cellOf } from './view.js';

const name = 'text_matches';
const columns = publishedTables
  .find((table) => table.name === name)
  ?.columns.filter((column) => column.name !== 'clause_id');
if (!columns) throw new Error(`expected a published table ${name}`);

const clausesAtOnce = 20;
/** How many the graph gives of one clause in one page; of a clause that has more, their count and these are compared. */
const pageSize = 100;
const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Clause {
  textMatches(first: ${pageSize}) { totalCount nodes { ${columns.map(asked).join(' ')} } } } } }`;

interface Matches {
  readonly textMatches: { readonly totalCount: number; readonly nodes: readonly Answer[] };
}

/** One clause and its rows in the files. */
interface Expected {
  readonly id: string;
  readonly records: readonly string[];
}

/** Compares the shared wording of each clause, or of a sample of them; gives how many rows were compared. */
export async function compareTextMatches(graph: AskedGraph, tables: StagedTables): Promise<number> {
  const sample = sampler(tables, 'clauses');
  const rows = new Grouped(join(tables.root, 'csv', `${name}.csv`));
  let compared = 0;
  let batch: Expected[] = [];
  const check = async () => {
    const { nodes } = await answered(graph, document, { ids: batch.map(({ id }) => id) });
    for (const [n, expected] of batch.entries())
      compareClause(expected, (nodes as readonly (Matches | null)[])[n]);
    compared += batch.reduce((sum, { records }) => sum + records.length, 0);
    batch = [];
  };
  for await (const record of recordsOf(join(tables.root, 'csv', 'clauses.csv'))) {
    const id = firstCell(record);
    const records = await rows.take(id);
    if (sample.has(record)) batch.push({ id, records });
    if (batch.length === clausesAtOnce) await check();
  }
  if (batch.length > 0) await check();
  const left = await rows.left();
  if (left === undefined) return compared;
  throw disagreement(`${name}.csv names ${firstCell(left)}, which clauses.csv does not hold`);
}

function compareClause({ id, records }: Expected, answer: Matches | null | undefined): void {
  const { totalCount, nodes } = answer?.textMatches ?? { totalCount: 0, nodes: [] };
  if (totalCount !== records.length)
    throw disagreement(`${id} has ${records.length} ${name} in the files, ${totalCount} in the graph`);
  const held = new Set(cellsOf(records).map((cells) => cells.slice(1).join(' ')));
  for (const node of nodes) {
    const row = columns?.map((column) => cellOf(column, node)).join(' ');
    if (row === undefined || held.has(row)) continue;
    throw disagreement(`${name} of ${id} are ${shown(row)} in the graph, and not so in the files`);
  }
}
