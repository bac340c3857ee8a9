// The records of one table, with its bridge tables, in the files and in the graph: both in the order of ids.
import { join } from 'node:path';
import { type AskedGraph, answered, disagreement, shown } from './graph.js';
import { cellsOf, firstCell, Grouped, recordsOf } from './records.js';
import { type StagedTables, sampler } from './sample.js';
import { type Answer, type Bridge, bridgeCells, cellOf, selectionOf, type View } from './view.js';

/** One record of the files with its rows in each bridge table. */
interface Expected {
  readonly record: string;
  readonly parts: readonly (readonly string[])[];
}

const pageSize = 100;

/** Compares one table and its bridges; gives how many records were compared. */
export async function compareNoun(view: View, graph: AskedGraph, tables: StagedTables): Promise<number> {
  await compareCount(view, graph, tables.rows(view.table.name));
  const sample = sampler(tables, view.table.name);
  const ask = sample.isWhole ? pages(view, graph) : byIds(view, graph);
  const bridges = view.bridges.map(({ table }) => new Grouped(join(tables.root, 'csv', `${table.name}.csv`)));
  let compared = 0;
  let batch: Expected[] = [];
  const check = async () => {
    compare(view, batch, await ask(batch.map(({ record }) => firstCell(record))));
    compared += batch.length;
    batch = [];
  };
  for await (const record of recordsOf(join(tables.root, 'csv', `${view.table.name}.csv`))) {
    const parts: string[][] = [];
    for (const bridge of bridges) parts.push(await bridge.take(firstCell(record)));
    if (sample.has(record)) batch.push({ record, parts });
    if (batch.length === pageSize) await check();
  }
  if (batch.length > 0) await check();
  await refuseLeft(view, bridges);
  return compared;
}

async function compareCount({ root, table }: View, graph: AskedGraph, rows: number): Promise<void> {
  const answer = await answered(graph, `{ ${root}(${everything(root, 'first: 1')}) { totalCount } }`);
  const { totalCount } = answer[root] as { totalCount: number };
  if (totalCount !== rows)
    throw disagreement(`${table.name} has ${rows} rows in the files, ${totalCount} in the graph`);
}

// What a list leaves out unless it is asked for is in the files all the same.
function everything(root: string, args: string): string {
  return root === 'motions' ? `includeAmendments: true, ${args}` : args;
}

type Ask = (ids: readonly string[]) => Promise<readonly (Answer | null)[]>;

function pages(view: View, graph: AskedGraph): Ask {
  const args = everything(view.root, `first: ${pageSize}, after: $after, orderBy: [{ field: ID }]`);
  const page = `${view.root}(${args}) { pageInfo { endCursor } nodes { ${selectionOf(view)} } }`;
  let after: string | null = null;
  return async () => {
    const answer = await answered(graph, `query ($after: String) { ${page} }`, { after });
    const { nodes, pageInfo } = answer[view.root] as {
      nodes: Answer[];
      pageInfo: { endCursor: string | null };
    };
    after = pageInfo.endCursor;
    return nodes;
  };
}

function byIds(view: View, graph: AskedGraph): Ask {
  const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${view.type} { ${selectionOf(view)} } } }`;
  return async (ids) => (await answered(graph, document, { ids })).nodes as (Answer | null)[];
}

function compare(view: View, batch: readonly Expected[], answers: readonly (Answer | null)[]): void {
  const rows = cellsOf(batch.map(({ record }) => record));
  for (const [n, { parts }] of batch.entries()) {
    const row = rows[n] ?? [];
    const answer = answers[n];
    const id = row[0] ?? '';
    if (!answer) throw disagreement(`${id} is in ${view.table.name}.csv and not in the graph`);
    for (const [place, column] of view.table.columns.entries()) {
      const [file, asked] = [row[place], cellOf(column, answer)];
      if (file === asked) continue;
      throw disagreement(
        `${column.name} of ${id} is ${shown(file)} in the files, ${shown(asked)} in the graph`,
      );
    }
    for (const [place, bridge] of view.bridges.entries())
      compareBridge(id, bridge, parts[place] ?? [], answer);
  }
}

function compareBridge(id: string, bridge: Bridge, records: readonly string[], answer: Answer): void {
  const own = cellsOf(records).map((cells) => cells.slice(1).join(' '));
  const asked = bridgeCells(bridge, answer).map((cells) => cells.join(' '));
  const [file, graph] = [own, asked].map((list) => list.sort().join(', '));
  if (file === graph) return;
  throw disagreement(
    `${bridge.table.name} of ${id} are ${shown(file)} in the files, ${shown(graph)} in the graph`,
  );
}

async function refuseLeft({ table, bridges }: View, files: readonly Grouped[]): Promise<void> {
  for (const [n, file] of files.entries()) {
    const left = await file.left();
    if (left === undefined) continue;
    throw disagreement(
      `${bridges[n]?.table.name}.csv names ${firstCell(left)}, which ${table.name}.csv does not hold`,
    );
  }
}
