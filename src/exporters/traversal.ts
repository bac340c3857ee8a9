// The one walk over the published tables that feeds every exporter, at one moment of the store.
import { type CopyRows, copyCells, countRows } from '../formats/copy-rows.js';
import { cells } from '../formats/format.js';
import { copyLine } from '../store/copy.js';
import type { Reading } from '../store/reading.js';
import { cellKinds, columnNames, type Exporter, type Rows } from './exporter.js';
import { flatPositionRows } from './flat-position-rows.js';
import { type PublishedColumn, type PublishedTable, publishedTables } from './table.js';

/** Feeds every row of the tables, of all of them unless told otherwise, to the exporters; `done` is told of each table with its rows. */
export async function traverse(
  reading: Reading,
  exporters: readonly Exporter[],
  done: (table: PublishedTable, rows: number) => void,
  tables: readonly PublishedTable[] = publishedTables,
): Promise<void> {
  for (const table of tables) {
    const kinds = cellKinds(table);
    for (const exporter of exporters) await exporter.setUp(table);
    let count = 0;
    for await (const copied of rowsOf(reading, table)) {
      const rows = withCells(copied, () => copyCells(copied, kinds));
      for (const exporter of exporters) await exporter.feed(rows);
      count += countRows(copied);
    }
    for (const exporter of exporters) await exporter.finish(count);
    done(table, count);
  }
  for (const exporter of exporters) await exporter.close();
}

// Made once, however many formats want them.
function withCells(copied: CopyRows, make: () => ReturnType<Rows['cells']>): Rows {
  let made: ReturnType<Rows['cells']> | undefined;
  return {
    copied,
    cells: () => {
      made ??= make();
      return made;
    },
  };
}

/** The rows of a published table by primary key in byte order, as lines of COPY. */
export function rowsOf({ db, copy }: Reading, table: PublishedTable): AsyncIterable<CopyRows> {
  return table.stored ? copy(tableQuery(table)) : derivedRows(flatPositionRows(db), columnNames(table));
}

/** The statement that answers a stored table as it is published. */
export function tableQuery({ stored, columns, key }: PublishedTable): string {
  const order = key.map((name) => `"${name}" COLLATE "C"`).join(', ');
  return `SELECT ${columns.map(asPublished).join(', ')} FROM "${stored}" ORDER BY ${order}`;
}

// COPY writes t and f, and instants in the session’s zone.
function asPublished({ name, type }: PublishedColumn): string {
  if (type === 'boolean') return `"${name}"::text`;
  if (type !== 'datetime') return `"${name}"`;
  return `to_char("${name}" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

async function* derivedRows(
  batches: ReturnType<typeof flatPositionRows>,
  columns: readonly string[],
): AsyncGenerator<CopyRows> {
  for await (const batch of batches) {
    yield Buffer.from(batch.map((row) => copyLine(cells(columns, row))).join(''));
  }
}
