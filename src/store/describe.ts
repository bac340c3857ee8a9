// What each table is, read once from its declaration: the list from which the writer, the graph,
// the exporters and the data dictionary are all made.
import { type EntityMetadata, type EntityProperty, MikroORM, ReferenceKind } from '@mikro-orm/postgresql';
import { internalTables, type TableName, tables } from './tables.js';

/** The kinds of value a column holds, as readers need to know them. */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'date' | 'instant' | 'json' | 'search';

/** One column: its name in the database and in files, its kind, and the sentence that describes it. */
export interface ColumnDescription {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly about: string;
  /** The closed list of words it may hold. */
  readonly words?: readonly string[];
  /** The table whose id it holds. */
  readonly references?: TableName;
  /** Kept by the database for its own use and never published. */
  readonly hidden: boolean;
}

/** One table: its name, what a row is, its key and its columns in order. */
export interface TableDescription {
  readonly name: TableName;
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: readonly ColumnDescription[];
  readonly published: boolean;
}

const kinds: Record<string, ColumnKind> = {
  text: 'text',
  int: 'integer',
  bigint: 'integer',
  bigserial: 'integer',
  boolean: 'boolean',
  date: 'date',
  timestamptz: 'instant',
  jsonb: 'json',
  // A list for the store’s own use; like the log’s JSON no reader may publish it.
  'int[]': 'json',
  tsvector: 'search',
};

function describeColumn(prop: EntityProperty): ColumnDescription {
  const type = String(prop.columnTypes[0]);
  const kind = kinds[type];
  if (!kind) throw new Error(`column ${prop.name} has the type ${type}, which no reader knows`);
  return {
    name: String(prop.fieldNames[0]),
    kind,
    nullable: prop.nullable === true,
    about: prop.comment ?? '',
    hidden: prop.hidden === true,
    ...(prop.items ? { words: prop.items.map(String) } : {}),
    ...(prop.kind === ReferenceKind.MANY_TO_ONE
      ? { references: prop.targetMeta?.tableName as TableName }
      : {}),
  };
}

function describe(meta: EntityMetadata): TableDescription {
  const columns = meta.props.map(describeColumn);
  const keys = new Set(meta.getPrimaryProps().flatMap((prop) => prop.fieldNames));
  return {
    name: meta.tableName as TableName,
    about: meta.comment ?? '',
    key: columns.filter((column) => keys.has(column.name)).map((column) => column.name),
    columns,
    published: !internalTables.some((table) => table.meta.tableName === meta.tableName),
  };
}

function describeAll(): ReadonlyMap<TableName, TableDescription> {
  const orm = new MikroORM({ entities: [...tables], dbName: 'described only, never connected' });
  const metas = [...orm.getMetadata().getAll().values()];
  const inOrder = tables.map((table) => metas.find((meta) => meta.tableName === table.meta.tableName));
  return new Map(
    inOrder.filter((meta) => meta !== undefined).map((meta) => [meta.tableName as TableName, describe(meta)]),
  );
}

/** Every table by name, parents before children. */
export const described: ReadonlyMap<TableName, TableDescription> = describeAll();

/** The description of one table. */
export function description(table: TableName): TableDescription {
  const found = described.get(table);
  if (!found) throw new Error(`no table is named ${table}`);
  return found;
}
