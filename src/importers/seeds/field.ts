// One field of a seed as JSON Schema: made from the column it fills, so that an editor's completion,
// the data dictionary and the database all say the same sentence about it.
import { type IdTable, idKind } from '../../domain/ids.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ColumnDescription } from '../../store/describe.js';
import { description } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';

/** A JSON Schema, draft 7: the draft that editors complete from. */
export type Schema = Record<string, unknown>;

/** Words that are never empty and never end in a blank. */
export const words = { type: 'string', pattern: '^\\S(?:[\\s\\S]*\\S)?$', patternErrorMessage: 'words' };

/** A date as far as it is known: a day, a month or a year. */
export const partialDate: Schema = {
  type: ['string', 'integer'],
  pattern: '^[12]\\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?$',
  patternErrorMessage: 'a date such as 2023-03-22, 2023-03 or 2023',
  format: 'calendar-day',
  minimum: 1000,
  maximum: 2999,
};

/** The id of a record of a table. */
export function idOf(table: TableName): Schema {
  const kind = idKind[table as IdTable];
  return {
    type: 'string',
    pattern: `^${kind}(?:/[A-Za-z0-9][A-Za-z0-9.-]*)+$`,
    patternErrorMessage: `an id that begins with ${kind}/`,
  };
}

/** One word of a closed list, with the meaning of each for the editor. */
export function wordOf(list: Vocabulary): Schema {
  return { enum: list.values, enumDescriptions: list.values.map((value) => list.meaning[value]) };
}

/** A column's own sentence, for a field of the same meaning. */
export function about(table: TableName, column: string): string {
  return description(table).columns.find(({ name }) => name === column)?.about ?? '';
}

/** A CSV cell: always text in the file, in the form its column can hold. */
export function cellOf(column: ColumnDescription, table: TableName): Schema {
  return { description: column.about, ...cellForm(column, table) };
}

function cellForm(column: ColumnDescription, table: TableName): Schema {
  if (column.name === 'id') return idOf(table);
  if (column.references) return idOf(column.references);
  if (column.words) return { enum: column.words };
  switch (column.kind) {
    case 'integer':
      return { type: 'string', pattern: '^\\d+$', patternErrorMessage: 'a whole number' };
    case 'boolean':
      return { enum: ['true', 'false'] };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    default:
      return isAddress(column) ? { type: 'string', format: 'uri' } : words;
  }
}

function isAddress(column: ColumnDescription): boolean {
  return ['url', 'website', 'democracy_site'].includes(column.name);
}
