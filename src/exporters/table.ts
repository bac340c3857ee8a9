// The single list of published tables and columns. CSV, JSON, the Data Package, the table schemas and the
// data dictionary are all made from it, and it is made from the store's own descriptions, so that no face
// of the data can name, type or describe a column in its own way.
import { type IdTable, idKind } from '../domain/ids.js';
import { type ColumnDescription, described, type TableDescription } from '../store/describe.js';
import type { TableName } from '../store/tables.js';
import { flatPositions } from './flat-positions.js';
import { isPersonal } from './personal.js';

/** Version of the published shape; it rises with every change of a table, a column or the files they are in. */
export const schemaVersion = '0.3.0';

/** The type of a column, in the words of Table Schema. */
export type ColumnType = 'string' | 'integer' | 'boolean' | 'date' | 'datetime';

/** One published column. */
export interface PublishedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly about: string;
  /** The closed list of words it may hold. */
  readonly words?: readonly string[];
  /** The form of its ids, as a regular expression. */
  readonly pattern?: string;
  /** The published table whose id it holds. */
  readonly references?: string;
  /** Whether it tells something of a person. */
  readonly personal: boolean;
}

/** One published table; `stored` is null where its rows are derived. */
export interface PublishedTable {
  readonly name: string;
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: readonly PublishedColumn[];
  readonly stored: TableName | null;
}

const types: Record<ColumnDescription['kind'], ColumnType | null> = {
  text: 'string',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  instant: 'datetime',
  json: null,
  search: null,
};

const irregular: Partial<Record<TableName, string>> = {
  body: 'bodies',
  coverage: 'coverage',
  motion_person: 'motion_people',
  party: 'parties',
  text_match: 'text_matches',
};

/** The published name of a table: the plural of its noun. */
export function publishedName(table: TableName): string {
  return irregular[table] ?? `${table}s`;
}

/**
 * A stored table as it is published, without the columns the database keeps for itself.
 * @throws Error where the table or one of its columns has no description or no publishable type.
 */
export function published(table: TableDescription): PublishedTable {
  return checked({
    name: publishedName(table.name),
    about: table.about,
    key: table.key,
    columns: table.columns
      .filter((column) => !column.hidden)
      .map((column) => publishedColumn(table.name, column)),
    stored: table.name,
  });
}

function publishedColumn(table: TableName, column: ColumnDescription): PublishedColumn {
  const type = types[column.kind];
  if (!type) throw new Error(`${table}.${column.name} is ${column.kind}, which is never published`);
  return {
    name: column.name,
    type,
    nullable: column.nullable,
    about: column.nullable ? sayingNull(column.about) : column.about,
    ...(column.words ? { words: column.words } : {}),
    ...patternOf(column.references ?? (column.name === 'id' ? table : undefined)),
    ...(column.references ? { references: publishedName(column.references) } : {}),
    personal: isPersonal(table, column.name, column.references),
  };
}

function patternOf(table: TableName | undefined): { pattern?: string } {
  const kind = idKind[table as IdTable] as string | undefined;
  return kind ? { pattern: `^${kind}/[A-Za-z0-9][A-Za-z0-9./-]*$` } : {};
}

// GraphQL shows by the type that a value may be missing; in a file the sentence has to say what an empty
// cell means.
function sayingNull(about: string): string {
  return /\bnull\b/.test(about) ? about : about.replace(/\.$/, '; null where none is recorded.');
}

function checked(table: PublishedTable): PublishedTable {
  if (!table.about) throw new Error(`the published table ${table.name} has no description`);
  for (const column of table.columns) {
    if (!column.about)
      throw new Error(`the published column ${table.name}.${column.name} has no description`);
  }
  return table;
}

/** Every published table, parents before children, what is derived last. */
export const publishedTables: readonly PublishedTable[] = [
  ...[...described.values()].filter((table) => table.published).map(published),
  checked(flatPositions),
];
