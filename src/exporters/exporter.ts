// An exporter is one file format as four verbs. One traversal of the store feeds every exporter, so that
// all formats hold the same rows of the same moment.
import type { CellKind, CopyRows } from '../formats/copy-rows.js';
import type { CellRow } from '../formats/format.js';
import type { Staging } from './staging.js';
import type { PublishedTable } from './table.js';

/** Some rows of a table, as COPY gave them and as published cells, which are made only if asked for. */
export interface Rows {
  readonly copied: CopyRows;
  cells(): readonly CellRow[];
}

/** Writes every table in one format: for each table set up, feed and finish; after the last one close. */
export interface Exporter {
  setUp(table: PublishedTable): Promise<void>;
  feed(rows: Rows): Promise<void>;
  /** Ends the table, which was fed so many rows. */
  finish(count: number): Promise<void>;
  close(): Promise<void>;
}

/** One text in the making: `open` once, `rows` for each batch, `close` once. */
export interface TableText {
  open(): string;
  rows(rows: CopyRows): Uint8Array;
  close(): string;
}

/** An exporter that writes each table as one text file, `<folder>/<table>.<extension>`. */
export function tableFiles(
  staging: Staging,
  folder: string,
  extension: string,
  start: (table: PublishedTable) => TableText,
): Exporter {
  let current: Awaited<ReturnType<typeof begin>> | undefined;
  const begin = async (table: PublishedTable) => {
    const file = await staging.create(`${folder}/${table.name}.${extension}`);
    const text = start(table);
    await file.write(text.open());
    return { table, file, text };
  };
  const open = () => {
    if (!current) throw new Error('an exporter is set up before it is fed');
    return current;
  };
  return {
    async setUp(table) {
      current = await begin(table);
    },
    async feed({ copied }) {
      const { file, text } = open();
      await file.write(text.rows(copied));
    },
    async finish(rows) {
      const { table, file, text } = open();
      await file.write(text.close());
      await file.finish({ table: table.name, rows, columns: table.columns.length });
      current = undefined;
    },
    async close() {},
  };
}

/** The names of a table’s columns. */
export function columnNames({ columns }: PublishedTable): string[] {
  return columns.map((column) => column.name);
}

/** How the cells of a table are to be read. */
export function cellKinds({ columns }: PublishedTable): CellKind[] {
  return columns.map(({ type }) => (type === 'integer' || type === 'boolean' ? type : 'text'));
}
