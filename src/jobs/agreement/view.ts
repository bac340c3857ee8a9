// How the graph shows what a table file holds. The names follow from each other by rule: columns in camelCase,
// a reference by the record it leads to, words in capitals, the rows of a bridge table as a list of its parent.

import { type PublishedColumn, type PublishedTable, publishedTables } from '../../exporters/table.js';
import { canonical } from '../../formats/format.js';

/** An object of an answer. */
export type Answer = Readonly<Record<string, unknown>>;

/** A bridge table: the list in which its parent shows its rows. */
export interface Bridge {
  readonly table: PublishedTable;
  readonly field: string;
  /** Its columns but the parent's. */
  readonly columns: readonly PublishedColumn[];
}

/** A table of records with ids and its bridges, as one question asks for them. */
export interface View {
  readonly table: PublishedTable;
  /** The root field that lists them. */
  readonly root: string;
  readonly type: string;
  readonly bridges: readonly Bridge[];
}

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const fieldOf = ({ name, references }: PublishedColumn) =>
  camel(references ? name.replace(/_id$/, '') : name);

// Lists that the graph names otherwise than the table.
const named: Readonly<Record<string, string>> = { council_names: 'otherNames' };

/** Every table that has records of its own. */
export const views: readonly View[] = publishedTables
  .filter((table) => table.stored && table.key.join() === 'id')
  .map((table) => ({
    table,
    root: camel(table.name),
    type: capital(camel(table.stored ?? '')),
    bridges: bridgesOf(table),
  }));

function bridgesOf(parent: PublishedTable): Bridge[] {
  const near = `${parent.stored}_id`;
  return publishedTables
    .filter(
      (table) =>
        table.stored &&
        table.key.length > 1 &&
        table.key[0] === near &&
        table.name.startsWith(`${parent.stored}_`),
    )
    .map((table) => ({
      table,
      field: named[table.name] ?? camel(table.name.slice(`${parent.stored}_`.length)),
      columns: table.columns.filter((column) => column.name !== near),
    }));
}

/** What is asked of each record. */
export function selectionOf({ table, bridges }: View): string {
  const lists = bridges.map(({ field, columns }) => {
    const isRecord = columns.length === 1 && columns[0]?.references;
    return `${field} { ${isRecord ? 'id' : columns.map(asked).join(' ')} }`;
  });
  return [...table.columns.map(asked), ...lists].join(' ');
}

/** What is asked for one column. */
export function asked(column: PublishedColumn): string {
  return column.references ? `${fieldOf(column)} { id }` : fieldOf(column);
}

/** The cell that a file holds for what the graph answers. */
export function cellOf(column: PublishedColumn, answer: Answer): string {
  const value = answer[fieldOf(column)];
  if (value === null || value === undefined) return '';
  if (column.references) return String((value as Answer).id);
  return asWritten(column, value);
}

/** A value of an answer as a file writes it. */
export function asWritten({ words, type }: PublishedColumn, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (words) return String(value).toLowerCase();
  if (type === 'datetime') return new Date(String(value)).toISOString();
  return String(canonical(String(value)));
}

/** The rows of a bridge that the graph answers for one parent, each as its cells. */
export function bridgeCells({ field, columns }: Bridge, answer: Answer): string[][] {
  const [only] = columns;
  const items = answer[field] as readonly Answer[];
  return items.map((item) =>
    columns.length === 1 && only?.references ? [String(item.id)] : columns.map((each) => cellOf(each, item)),
  );
}
