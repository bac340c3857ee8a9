// The one walk over the published tables that feeds every exporter, within one transaction.
import { type Kysely, sql } from 'kysely';
import { cells, type FormatRow } from '../formats/format.js';
import { batches } from '../store/cursor.js';
import type { Database } from '../store/tables.js';
import type { Exporter } from './exporter.js';
import { flatPositionRows } from './flat-position-rows.js';
import { type PublishedTable, publishedTables } from './table.js';

/** Feeds every row of every published table to the exporters; `done` is told of each table with its rows. */
export async function traverse(
  db: Kysely<Database>,
  exporters: readonly Exporter[],
  done: (table: PublishedTable, rows: number) => void,
): Promise<void> {
  for (const table of publishedTables) {
    for (const exporter of exporters) await exporter.setUp(table);
    const columns = table.columns.map((column) => column.name);
    let count = 0;
    for await (const batch of rowsOf(db, table)) {
      // Normalised here, once, and not by every format again.
      const rows = batch.map((row) => cells(columns, row));
      for (const exporter of exporters) await exporter.feed(rows);
      count += rows.length;
    }
    for (const exporter of exporters) await exporter.finish();
    done(table, count);
  }
  for (const exporter of exporters) await exporter.close();
}

/** The rows of a published table in batches, by primary key in byte order. Needs an open transaction. */
export function rowsOf(db: Kysely<Database>, table: PublishedTable): AsyncIterable<FormatRow[]> {
  if (!table.stored) return flatPositionRows(db);
  const columns = sql.join(table.columns.map((column) => sql.id(column.name)));
  const order = sql.join(table.key.map((column) => sql`${sql.id(column)} COLLATE "C"`));
  return batches(db, sql<FormatRow>`SELECT ${columns} FROM ${sql.table(table.stored)} ORDER BY ${order}`);
}
