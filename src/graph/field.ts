// What the planner knows of each published field: the column or the rows it is read from.
// Every SQL fragment here takes table aliases the planner made, never words of a request.
import type { ColumnKind } from '../store/describe.js';
import type { TableName } from '../store/tables.js';

/** A class that declares a published type. */
export type TypeClass = new () => object;

/** A type named late, so that files can name each other. */
export type Late<T = TypeClass> = () => T;

/** How the rows of a list belong to their parent: a condition over the target's alias and the key. */
export interface Link {
  /** The parent's column whose value is the key; its id unless said. */
  readonly from: string;
  readonly on: (target: string, key: string) => string;
}

/** One key of an order; where nulls stand is always said. */
export interface SortKey {
  readonly sql: (alias: string) => string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last';
}

/** A value read from the row itself. */
export interface ColumnField {
  readonly is: 'column';
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly sql: (alias: string) => string;
  /** What orders by it; the same value unless it sorts as something else. */
  readonly sortSql: (alias: string) => string;
  readonly type: Late<unknown>;
  readonly about: string;
}

/** Another record the row points at. */
export interface OneField {
  readonly is: 'one';
  readonly to: Late;
  readonly nullable: boolean;
  readonly key: (alias: string) => string;
  readonly about: string;
}

/** Records that point at the row, paged as a connection. */
export interface ManyField {
  readonly is: 'many';
  readonly to: Late;
  readonly link: Link;
  readonly about: string;
  /** Shows what the target's own switch leaves out. */
  readonly everything: boolean;
  /** The field of the same parent that says what was searched, shown on the connection. */
  readonly beside?: string;
}

/** A short list that is never paged. */
export interface ListField {
  readonly is: 'list';
  readonly to: Late;
  readonly link: Link;
  readonly about: string;
  /** How many items the cost of a query expects. */
  readonly size: number;
}

/** A short list of plain values. */
export interface ValuesField {
  readonly is: 'values';
  readonly rows: (key: string) => string;
  readonly type: Late<unknown>;
  readonly about: string;
  readonly size: number;
}

/** One published field as the planner sees it. */
export type FieldMap = ColumnField | OneField | ManyField | ListField | ValuesField;

/** The ways a declaration may say how rows belong together; exactly one of by, through and where. */
export interface LinkOptions {
  from?: string;
  by?: string;
  through?: { table: TableName; near: string; far: string };
  where?: (target: string, key: string) => string;
}

/** The link a declaration describes. */
export function linkOf({ from = 'id', by, through, where }: LinkOptions): Link {
  if (by) return { from, on: (target, key) => `${target}.${by} = ${key}` };
  if (through) {
    const { table, near, far } = through;
    return {
      from,
      on: (target, key) => `${target}.id IN (SELECT b.${far} FROM ${table} b WHERE b.${near} = ${key})`,
    };
  }
  if (where) return { from, on: where };
  throw new Error('a list says how its rows belong to their parent: by, through or where');
}
