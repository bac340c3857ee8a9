// What a record begins with is written only when the record is new: the seed may begin a clause as
// "summary only", and must not say so again after its document has been imported.
import { description } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';
import type { Values, Writer } from '../../store/write.js';
import type { SeedRecord } from './content.js';
import { keyOf } from './cross-check.js';

/** The records ready to be merged, new ones first and complete. */
export async function beginNew(writer: Writer, records: readonly SeedRecord[]): Promise<SeedRecord[]> {
  const ready: SeedRecord[] = [];
  for (const [table, group] of Map.groupBy(records, (record) => record.table)) {
    const known = await knownIds(writer, table, group);
    const isNew = (record: SeedRecord) => !known.has(keyOf(record));
    const blank = unstated(table, group.filter(isNew));
    const begun = group
      .filter(isNew)
      .map((record) => ({ ...record, row: { ...blank, ...record.initial, ...record.row } }));
    ready.push(...begun, ...group.filter((record) => !isNew(record)));
  }
  return ready;
}

// Bridge rows hold nothing but their key, so whether they are new makes no difference.
async function knownIds(
  writer: Writer,
  table: TableName,
  group: readonly SeedRecord[],
): Promise<Set<string>> {
  if (description(table).key.join() !== 'id') return new Set();
  const { rows } = await writer.client.query<{ id: string }>(`SELECT id FROM "${table}" WHERE id = ANY($1)`, [
    group.map(keyOf),
  ]);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Null for every column that some new record of the table states: rows that state the same columns
 * are inserted by one statement, in which a clause may stand before or after the one above it.
 */
function unstated(table: TableName, group: readonly SeedRecord[]): Values {
  const used = new Set(
    group.flatMap(({ row, initial }) => [...Object.keys(row), ...Object.keys(initial ?? {})]),
  );
  const columns = description(table).columns.filter(({ name, nullable }) => nullable && used.has(name));
  return Object.fromEntries(columns.map(({ name }) => [name, null]));
}
