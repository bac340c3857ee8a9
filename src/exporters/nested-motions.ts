// jsonl/motions.nested.jsonl: one motion per line with all that belongs to it, for programs that want the
// document instead of the tables. Made of the columns of the published tables: nothing is named twice.
import { type Kysely, sql } from 'kysely';
import { type Cell, canonical, type FormatRow } from '../formats/format.js';
import type { Database } from '../store/tables.js';
import type { Staging } from './staging.js';
import { type PublishedTable, publishedTables } from './table.js';

/** What hangs on a record: the rows of a table that point at it. */
interface Branch {
  readonly key: string;
  readonly table: string;
  readonly by: string;
  /** A bridge gives only the ids of this column. */
  readonly ids?: string;
  readonly branches?: readonly Branch[];
}

/** A value of a nested record. */
export type Nested = Cell | readonly Nested[] | { readonly [key: string]: Nested };
type NestedRow = Readonly<Record<string, Nested>>;

const sourceIds = (record: string): Branch => ({
  key: 'source_ids',
  table: `${record}_sources`,
  by: `${record}_id`,
  ids: 'source_id',
});

const branches: readonly Branch[] = [
  sourceIds('motion'),
  { key: 'people', table: 'motion_people', by: 'motion_id', branches: [sourceIds('motion_person')] },
  {
    key: 'events',
    table: 'motion_events',
    by: 'motion_id',
    branches: [sourceIds('motion_event'), { key: 'votes', table: 'votes', by: 'event_id' }],
  },
  {
    key: 'clauses',
    table: 'clauses',
    by: 'motion_id',
    branches: [
      {
        key: 'asks',
        table: 'asks',
        by: 'clause_id',
        branches: [
          { key: 'theme_ids', table: 'ask_themes', by: 'ask_id', ids: 'theme_id' },
          { key: 'follow_ups', table: 'follow_ups', by: 'ask_id', branches: [sourceIds('follow_up')] },
        ],
      },
      { key: 'citations', table: 'citations', by: 'clause_id' },
      { key: 'claims', table: 'claims', by: 'clause_id' },
    ],
  },
];

/** Where the file of nested motions stands in a snapshot. */
export const nestedMotionsPath = 'jsonl/motions.nested.jsonl';

// Few at a time: what hangs on them is in memory with them.
const pageSize = 200;

/** Writes the nested motions by id in byte order. Needs an open transaction; memory stays flat. */
export async function writeNestedMotions(db: Kysely<Database>, staging: Staging): Promise<void> {
  const file = await staging.create(nestedMotionsPath);
  let rows = 0;
  let after = '';
  for (;;) {
    const motions = await motionsAfter(db, after);
    if (motions.length === 0) break;
    const lines = await withBranches(db, motions, branches);
    await file.write(lines.map((line) => `${JSON.stringify(asTree(line))}\n`).join(''));
    rows += motions.length;
    after = String(motions.at(-1)?.id);
  }
  await file.finish({ rows });
}

async function motionsAfter(db: Kysely<Database>, after: string): Promise<FormatRow[]> {
  const table = publishedTable('motions');
  const { rows } = await sql<FormatRow>`SELECT ${columnsOf(table)} FROM motion
    WHERE id COLLATE "C" > ${after} ORDER BY id COLLATE "C" LIMIT ${sql.lit(pageSize)}`.execute(db);
  return rows.map(published);
}

async function withBranches(
  db: Kysely<Database>,
  records: readonly NestedRow[],
  of: readonly Branch[],
): Promise<NestedRow[]> {
  let grown = [...records];
  for (const branch of of) {
    const found = await rowsOf(db, branch, records);
    grown = grown.map((record) => ({ ...record, [branch.key]: found.get(String(record.id)) ?? [] }));
  }
  return grown;
}

async function rowsOf(
  db: Kysely<Database>,
  branch: Branch,
  parents: readonly NestedRow[],
): Promise<Map<string, Nested[]>> {
  const table = publishedTable(branch.table);
  const order = table.columns.some((column) => column.name === 'seq') ? ['seq', ...table.key] : table.key;
  const ids = parents.map((parent) => String(parent.id));
  const { rows } = await sql<FormatRow>`SELECT ${columnsOf(table)} FROM ${sql.table(String(table.stored))}
    WHERE ${sql.id(branch.by)} = ANY (${ids}::text[]) ORDER BY ${names(order)}`.execute(db);
  const full = await withBranches(db, rows.map(published), branch.branches ?? []);
  const grouped = new Map<string, Nested[]>();
  for (const { [branch.by]: parent, ...row } of full) {
    const group = grouped.get(String(parent)) ?? [];
    group.push(branch.ids ? (row[branch.ids] ?? null) : row);
    grouped.set(String(parent), group);
  }
  return grouped;
}

// Clauses stand under one another as printed; every other list is flat already.
function asTree(motion: NestedRow): NestedRow {
  const clauses = motion.clauses as readonly NestedRow[];
  const under = (parent: Nested): NestedRow[] =>
    (byParent.get(parent) ?? []).map(({ parent_id, ...clause }) => ({
      ...clause,
      clauses: under(clause.id ?? null),
    }));
  const byParent = Map.groupBy(clauses, (clause) => clause.parent_id ?? null);
  return { ...motion, clauses: under(null) };
}

function publishedTable(name: string): PublishedTable {
  const table = publishedTables.find((each) => each.name === name);
  if (!table) throw new Error(`${name} is not published`);
  return table;
}

function columnsOf(table: PublishedTable) {
  return names(table.columns.map((column) => column.name));
}

function names(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.id(column)));
}

function published(row: FormatRow): FormatRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, canonical(value)]));
}
