// The building blocks of the schema of a motion's file.
import { reviewState } from '../../domain/vocabulary.js';
import type { TableName } from '../../store/tables.js';
import { about, idOf, type Schema, wordOf, words } from './field.js';

/** Yes or no. */
export const yesNo: Schema = { type: 'boolean' };
/** How many. */
export const count: Schema = { type: 'integer', minimum: 0 };
/** A form that may also be stated as not known. */
export const orNull = (form: Schema): Schema => ({ ...form, type: [form.type, 'null'].flat() });

/** A field that fills a column: its own form with the column's sentence. */
export function field(table: TableName, column: string, form: Schema): Schema {
  return { description: about(table, column), ...form };
}

/** A list of the parts that a definition describes. */
export function list(of: string, minItems = 0): Schema {
  return { type: 'array', items: { $ref: `#/definitions/${of}` }, minItems };
}

/** A part with named fields and no others. */
export function group(description: string, required: string[], properties: Record<string, Schema>): Schema {
  return { description, type: 'object', required, properties, additionalProperties: false };
}

/** What shows a part. */
export const sources: Schema = {
  description: 'The sources that show this: their ids.',
  type: 'array',
  items: idOf('source'),
  minItems: 1,
  uniqueItems: true,
};

/** The number of a part in its id. */
export const n: Schema = {
  description:
    'Its number in its id, where that is not its place in the list. ' +
    'Add new ones at the end: a number once given stays.',
  type: 'integer',
  minimum: 1,
};

/** Who made a reading, and who has checked it. */
export const checked = {
  review_state: field('citation', 'review_state', wordOf(reviewState)),
  coded_by: field('citation', 'coded_by', words),
};
