// One CSV seed → the records of its table and, from its `sources` column, of the bridge to its sources.
import type { ColumnDescription } from '../../store/describe.js';
import type { Value } from '../../store/write.js';
import type { SeedContent, SeedRecord } from './content.js';
import { type Cells, readCsv } from './csv.js';
import { rowSchema } from './schema.js';
import type { SeedTable } from './tables.js';

// A cell that says so instead of saying nothing: the value is not known, whatever was held before.
const unknown = 'null';

/** The records of one CSV seed. */
export function readTable(seed: SeedTable, file: string, text: string): SeedContent {
  const nullable = new Set(seed.columns.filter((column) => column.nullable).map(({ name }) => name));
  const withoutNulls = (cells: Cells): Cells =>
    Object.fromEntries(
      Object.entries(cells).filter(([name, cell]) => cell !== unknown || !nullable.has(name)),
    );
  const { lines, faults } = readCsv(file, text, rowSchema(seed), withoutNulls);
  const records = lines.flatMap(({ line, cells }) => recordsOf(seed, cells, { file, line }));
  return { records, faults };
}

function recordsOf({ table, columns, bridge }: SeedTable, cells: Cells, at: SeedRecord['at']): SeedRecord[] {
  const row = Object.fromEntries(columns.flatMap((column) => stated(column, cells[column.name])));
  const sources = bridge ? (cells.sources?.split(' ') ?? []) : [];
  const bridges = sources.map((source) => ({ [`${table}_id`]: row.id ?? null, source_id: source }));
  return [{ table, row, at }, ...bridges.map((link) => ({ table: bridge ?? table, row: link, at }))];
}

function stated({ name, kind, nullable }: ColumnDescription, cell: string | undefined): [string, Value][] {
  if (cell === undefined) return [];
  if (cell === unknown && nullable) return [[name, null]];
  if (kind === 'integer') return [[name, Number(cell)]];
  if (kind === 'boolean') return [[name, cell === 'true']];
  return [[name, cell]];
}
