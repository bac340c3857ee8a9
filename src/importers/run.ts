// Writing what an importer read: in the order in which records can stand, counted by table, and with
// the database’s objections told by the place the record came from.
import { DatabaseError } from 'pg';
import { type Fault, ImportError } from '../errors.js';
import { described } from '../store/describe.js';
import type { TableName } from '../store/tables.js';
import type { Counts, Writer } from '../store/write.js';
import type { ImportRecord } from './record.js';

/** What became of the records, by table. */
export type TableCounts = Partial<Record<TableName, Counts>>;

/**
 * Merges records into the store within the writer’s transaction.
 * @throws ImportError naming file and line where the database refuses a record.
 */
export async function writeRecords(writer: Writer, records: readonly ImportRecord[]): Promise<TableCounts> {
  const byTable = Map.groupBy(records, (record) => record.table);
  const counts: TableCounts = {};
  for (const table of described.keys()) {
    const group = byTable.get(table);
    if (!group) continue;
    try {
      counts[table] = await writer.merge(table, group);
    } catch (error) {
      throw explained(error, table, group);
    }
  }
  return counts;
}

/** How many records were written or changed, over all tables. */
export function changedCount(counts: TableCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count.inserted + count.updated, 0);
}

function explained(error: unknown, table: TableName, records: readonly ImportRecord[]): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const missing = [...nowhere(error, records), ...withNul(error, records)];
  if (missing.length > 0) return new ImportError(missing);
  const suspects = records.filter((record) => mentions(error.detail ?? '', record));
  const rule = error.constraint ? `a ${table} that satisfies ${error.constraint}` : `a valid ${table}`;
  const got = [error.message, error.detail].filter(Boolean).join(': ');
  const faults: Fault[] = (suspects.length > 0 ? suspects.slice(0, 5) : records.slice(0, 1)).map(
    ({ at }) => ({
      expected: rule,
      got,
      at,
    }),
  );
  return new ImportError(faults);
}

/** What points at a record that is not there, told by what it points at. */
function nowhere({ detail = '' }: DatabaseError, records: readonly ImportRecord[]): Fault[] {
  const key = /^Key \((.+)\)=\((.*)\) is not present in table "(\w+)"/.exec(detail);
  if (!key) return [];
  const [, names = '', values = '', target = ''] = key;
  const columns = names.split(', ');
  // Of a key of several columns the one that names the record is told: a recommendation, of its review.
  const at = Math.max(columns.indexOf(`${target}_id`), 0);
  const [column = '', got = ''] = [columns[at], values.split(', ')[at]];
  const expected = `the id of a recorded ${target.replaceAll('_', ' ')}`;
  return records
    .filter(({ row, initial }) => (row[column] ?? initial?.[column]) === got)
    .slice(0, 5)
    .map(({ at, placeOf }) => ({ expected, got, at: placeOf?.(column) ?? at }));
}

/** Texts that hold a NUL, as JSON can escape one: no database stores it. */
function withNul({ code }: DatabaseError, records: readonly ImportRecord[]): Fault[] {
  if (code !== '22021') return [];
  return records.flatMap(({ row, at }) =>
    Object.values(row).flatMap((value) =>
      typeof value === 'string' && value.includes('\0')
        ? [{ expected: 'text without NUL', got: JSON.stringify(value), at }]
        : [],
    ),
  );
}

// PostgreSQL names the offending key as (column)=(value), or prints the failing row, its key first.
function mentions(detail: string, { row }: ImportRecord): boolean {
  const key = String(row.id ?? Object.values(row)[0]);
  if (detail.includes(`(${key},`) || detail.includes(`(${key})`)) return true;
  return Object.entries(row).some(([column, value]) => detail.includes(`(${column})=(${value})`));
}
