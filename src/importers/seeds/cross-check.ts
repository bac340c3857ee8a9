// What no single file can tell: that an id is given once, that what is pointed at exists, and that
// every record is shown by a source.
import type { Fault } from '../../errors.js';
import { description } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';
import type { SeedRecord } from './content.js';
import { keyOf } from './key.js';
import type { Removed } from './removed.js';
import { removedFile, sourceBridge } from './tables.js';

/** Every fault between the records of all files, and with what was removed. */
export function crossCheck(records: readonly SeedRecord[], { reasons, mergedInto }: Removed): Fault[] {
  const seen = new Map<string, SeedRecord>();
  const faults: Fault[] = [];
  for (const record of records) {
    const key = `${record.table} ${keyOf(record)}`;
    const first = seen.get(key);
    if (first) faults.push(twice(record, first));
    else seen.set(key, record);
  }
  const exists = (table: TableName, id: string) => seen.has(`${table} ${id}`);
  faults.push(...records.flatMap((record) => dangling(record, exists)));
  faults.push(...records.filter((record) => reasons.has(keyOf(record))).map(unremoved));
  const ids = new Set(records.map(keyOf));
  faults.push(...[...mergedInto.values()].filter((id) => !ids.has(id)).map(unstated));
  return [...distinctFaults([...faults, ...unsourced(records)])];
}

function twice(record: SeedRecord, first: SeedRecord): Fault {
  const expected = `each record once (the first is at ${first.at.file}:${first.at.line})`;
  return { expected, got: keyOf(record), at: record.at };
}

function unremoved(record: SeedRecord): Fault {
  return { expected: `an id that ${removedFile} does not list`, got: keyOf(record), at: record.at };
}

function unstated(got: string): Fault {
  return { expected: 'a record that the seeds state as merged_into', got, at: { file: removedFile } };
}

function dangling(record: SeedRecord, exists: (table: TableName, id: string) => boolean): Fault[] {
  const row = { ...record.initial, ...record.row };
  return description(record.table).columns.flatMap(({ name, references }) => {
    const id = row[name];
    if (!references || typeof id !== 'string' || exists(references, id)) return [];
    return [
      {
        expected: `the id of a seeded ${references.replaceAll('_', ' ')}`,
        got: id,
        at: record.placeOf?.(name) ?? record.at,
      },
    ];
  });
}

function unsourced(records: readonly SeedRecord[]): Fault[] {
  const sourced = new Set<string>();
  for (const { table, row } of records) {
    if (table.endsWith('_source')) sourced.add(String(row[`${table.slice(0, -'_source'.length)}_id`]));
  }
  return records
    .filter((record) => sourceBridge(record.table) !== null && !sourced.has(keyOf(record)))
    .map((record) => ({ expected: 'at least one source', got: `none for ${keyOf(record)}`, at: record.at }));
}

/** One wrong word in a shared field would else be told once for every record that uses it. */
function distinctFaults(faults: readonly Fault[]): Fault[] {
  const byText = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...byText.values()];
}
