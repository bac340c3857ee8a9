// The JSON Schemas of the seeds, printed to schema/seeds/ so that an editor completes and checks a
// seed while it is written. The reader validates with these same schemas.
import { cellOf, idOf, type Schema, words } from './field.js';
import { motionSchema } from './motion-schema.js';
import { removedFile, type SeedTable, seedTables } from './tables.js';

const draft = 'http://json-schema.org/draft-07/schema#';

const sourceId = String(idOf('source').pattern).replace(/[\^$]/g, '');

/** The `sources` column: what shows the row. */
export const sourcesCell: Schema = {
  description: 'The sources that show this row: their ids, separated by one space.',
  type: 'string',
  pattern: `^${sourceId}(?: ${sourceId})*$`,
  patternErrorMessage: 'one or more source ids separated by one space',
};

/** The schema of one row of a CSV seed; an empty cell is not stated and is left out. */
export function rowSchema({ file, table, columns, bridge }: SeedTable): Schema {
  const cells = columns.map((column) => [column.name, cellOf(column, table)] as const);
  const required = columns.filter((column) => !column.nullable).map((column) => column.name);
  return {
    $schema: draft,
    title: `A row of seeds/${file}`,
    description:
      'Cells as text, empty ones left out: what a cell does not state, the seeds never change. ' +
      'The cell null says that the value is not known.',
    type: 'object',
    properties: Object.fromEntries(bridge ? [...cells, ['sources', sourcesCell]] : cells),
    required: bridge ? [...required, 'sources'] : required,
    additionalProperties: false,
  };
}

const anId = '^[a-z-]+(?:/[A-Za-z0-9][A-Za-z0-9.-]*)+$';

/** The schema of one row of removed.csv. */
export const removedSchema: Schema = {
  $schema: draft,
  title: `A row of seeds/${removedFile}`,
  description: 'A record taken out of the seeds. Its parts need no rows of their own.',
  type: 'object',
  properties: {
    id: {
      description: 'The id of the removed record; it is never used again.',
      type: 'string',
      pattern: anId,
      patternErrorMessage: 'an id such as source/wembley-matters-2023-07-09',
    },
    reason: { description: 'Why it was removed, in our words; readers are shown it.', ...words },
    merged_into: {
      description:
        'The id of the record that it was found to be the same as, to which its id leads from then on.',
      type: 'string',
      pattern: anId,
      patternErrorMessage: 'an id such as councillor/brent/ann-lee',
    },
  },
  required: ['id', 'reason'],
  additionalProperties: false,
};

/** Every seed schema by the name of its file under schema/seeds/. */
export function seedSchemas(): Record<string, Schema> {
  const rows = seedTables.map((seed) => [schemaFile(seed.file), rowSchema(seed)] as const);
  return {
    ...Object.fromEntries(rows),
    [schemaFile(removedFile)]: removedSchema,
    'motion.schema.json': { $schema: draft, ...motionSchema() },
  };
}

/** The file that describes a CSV seed: `wards.csv` → `wards.schema.json`. */
export function schemaFile(csv: string): string {
  return csv.replace(/\.csv$/, '.schema.json');
}
