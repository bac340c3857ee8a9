// An exporter is one file format as four verbs. One traversal of the store feeds every exporter, so that
// all formats hold the same rows of the same moment.
import type { CellRow, Format, RowFormat } from '../formats/format.js';
import type { StagedFile, Staging } from './staging.js';
import type { PublishedTable } from './table.js';

/**
 * Writes every table in one format: for each table set up, feed and finish; after the last one close. Rows
 * come as published cells in column order.
 */
export interface Exporter {
  setUp(table: PublishedTable): Promise<void>;
  feed(rows: readonly CellRow[]): Promise<void>;
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** An exporter that writes each table as one text file, `<folder>/<table>.<extension>`. */
export function tableFiles(staging: Staging, folder: string, format: Format): Exporter {
  let current: { table: PublishedTable; file: StagedFile; text: RowFormat; rows: number } | undefined;
  const open = () => {
    if (!current) throw new Error('an exporter is set up before it is fed');
    return current;
  };
  return {
    async setUp(table) {
      const file = await staging.create(`${folder}/${table.name}.${format.extension}`);
      const text = format.start(table.columns.map((column) => column.name));
      await file.write(text.open());
      current = { table, file, text, rows: 0 };
    },
    async feed(rows) {
      const { file, text } = open();
      await file.write(text.rows(rows));
      open().rows += rows.length;
    },
    async finish() {
      const { table, file, text, rows } = open();
      await file.write(text.close());
      await file.finish({ table: table.name, rows, columns: table.columns.length });
      current = undefined;
    },
    async close() {},
  };
}
