// A published table as a Frictionless Table Schema 2.0: what a program needs to read its rows with types,
// check its keys and follow its references.
import type { PublishedColumn, PublishedTable } from './table.js';

/** The table schema of one published table. */
export function tableSchema(table: PublishedTable) {
  const foreignKeys = table.columns.flatMap((column) =>
    column.references === undefined ? [] : foreignKey(table, column.name, column.references),
  );
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.columns.map((column) => field(table, column)),
    missingValues: [''],
    primaryKey: table.key,
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

function field(table: PublishedTable, column: PublishedColumn) {
  const isKey = table.key.length === 1 && table.key[0] === column.name;
  const constraints = {
    ...(column.nullable ? {} : { required: true }),
    ...(isKey ? { unique: true } : {}),
    ...(column.words ? { enum: column.words } : {}),
    ...(column.pattern ? { pattern: column.pattern } : {}),
  };
  return {
    name: column.name,
    type: column.type,
    description: column.about,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    // Not of the standard, which allows it: see PRIVACY.md of a snapshot.
    ...(column.personal ? { personalData: true } : {}),
  };
}

// A table that points at itself leaves the resource out.
function foreignKey(table: PublishedTable, column: string, references: string) {
  const resource = references === table.name ? {} : { resource: references };
  return { fields: [column], reference: { ...resource, fields: ['id'] } };
}
