// What every importer hands on: rows as their source states them, each with the place it came from.
import type { Place } from '../errors.js';
import type { TableName } from '../store/tables.js';
import type { Stated } from '../store/write.js';

/** One row for one table. A column left out is not stated and never erased; null is stated as unknown. */
export interface ImportRecord extends Stated {
  readonly table: TableName;
  readonly at: Place;
  /** The place of one of its columns, where the format can tell. */
  readonly placeOf?: (column: string) => Place;
}
