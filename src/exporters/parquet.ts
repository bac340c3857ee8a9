// parquet/<table>.parquet: each table with its types and compressed by column, for DuckDB, pandas, R and Spark.
// The bytes come from two pinned packages alone, and so are the same on every machine.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell } from '../formats/format.js';
import { columnNames, type Exporter, type Rows } from './exporter.js';
import type { Staging } from './staging.js';
import type { ColumnType, PublishedColumn, PublishedTable } from './table.js';
import { tableSchema } from './table-schema.js';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Element = Schema[number];

/** How a published type is stored, and how its cells become values of that kind. */
interface Storage {
  readonly as: Pick<Element, 'type' | 'converted_type'>;
  readonly value: (cell: Cell) => Cell;
}

const dayMs = 86_400_000;
const same = (cell: Cell) => cell;
const storage: Record<ColumnType, Storage> = {
  string: { as: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, value: same },
  integer: { as: { type: 'INT32' }, value: same },
  boolean: { as: { type: 'BOOLEAN' }, value: same },
  date: {
    as: { type: 'INT32', converted_type: 'DATE' },
    value: (cell) => cell && Date.parse(String(cell)) / dayMs,
  },
  datetime: {
    as: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
    value: (cell) => cell && Date.parse(String(cell)),
  },
};

// A group of rows is in memory as a whole: large enough to be read fast, small enough for the job’s memory.
const groupBytes = 6_000_000;

/** Writes every table as Parquet. */
export function parquetExporter(staging: Staging): Exporter {
  let current: Awaited<ReturnType<typeof begin>> | undefined;
  const open = () => {
    if (!current) throw new Error('an exporter is set up before it is fed');
    return current;
  };
  return {
    async setUp(table) {
      current = await begin(staging, table);
    },
    async feed(rows) {
      await open().add(rows);
    },
    async finish(count) {
      await open().end(count);
      current = undefined;
    },
    async close() {},
  };
}

async function begin(staging: Staging, table: PublishedTable) {
  const file = await staging.create(`parquet/${table.name}.parquet`);
  const bytes = new ByteWriter();
  const kvMetadata = [{ key: 'table_schema', value: JSON.stringify(tableSchema(table)) }];
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(table), kvMetadata });
  let waiting = emptyColumns(table);
  let size = 0;
  const flush = async () => {
    // The writer goes on in the same memory, so what is on its way to the disk is a copy.
    await file.write(Buffer.from(bytes.getBytes()));
    bytes.index = 0;
  };
  const endGroup = async () => {
    if (size === 0) return;
    const columnData = waiting;
    [waiting, size] = [emptyColumns(table), 0];
    await writer.write({ columnData, rowGroupSize: columnData[0]?.data.length ?? 1 });
    standAlone(writer.row_groups.at(-1));
    await flush();
  };
  return {
    async add(rows: Rows) {
      for (const row of rows.cells()) {
        table.columns.forEach(({ type }, n) => {
          waiting[n]?.data.push(storage[type].value(row[n] ?? null));
        });
      }
      size += rows.copied.length;
      if (size >= groupBytes) await endGroup();
    },
    async end(count: number) {
      await endGroup();
      await writer.finish();
      await flush();
      await file.finish({ table: table.name, rows: count, columns: table.columns.length });
    },
  };
}

// Smallest and greatest values are kept for columns that a reader looks things up by; ids are plain ASCII, for
// which every reader’s order of text is the same.
function emptyColumns(table: PublishedTable) {
  return columnNames(table).map((name) => ({
    name,
    data: [] as Cell[],
    statistics: name === 'id' || name.endsWith('_id') || /date|_on$|_at$/.test(name),
  }));
}

// The ends of each group stay in memory until the file ends. A text that was cut out of a larger one keeps that one
// alive, so each is copied: those of two million clauses held over 100 MB.
function standAlone(group: ParquetWriter['row_groups'][number] | undefined): void {
  for (const { meta_data } of group?.columns ?? []) {
    const ends = (meta_data?.statistics ?? {}) as Record<string, unknown>;
    for (const [name, end] of Object.entries(ends)) {
      if (typeof end === 'string') ends[name] = Buffer.from(end).toString();
    }
  }
}

function schemaOf({ columns }: PublishedTable): Schema {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(element)];
}

function element({ name, type, nullable }: PublishedColumn): Element {
  return { name, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED', ...storage[type].as };
}
