// csv/csv-metadata.json: the CSV files as CSV on the Web, for readers that take types and keys from beside the
// file. Addresses are relative to it, and it stands where such readers look for it by themselves.
import { jsonText, snapshotPackage } from './package.js';
import { type ColumnType, type PublishedColumn, type PublishedTable, publishedTables } from './table.js';

/** Where the description of the CSV files stands in a snapshot. */
export const csvwPath = 'csv/csv-metadata.json';

const datatypes: Record<ColumnType, string> = {
  string: 'string',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
};

/** The text of csv/csv-metadata.json. */
export function csvw(): string {
  return jsonText({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': snapshotPackage.title,
    'dc:description': snapshotPackage.description,
    'dc:license': { '@id': snapshotPackage.licence.path },
    dialect: {
      encoding: 'utf-8',
      header: true,
      delimiter: ',',
      lineTerminators: ['\r\n'],
      doubleQuote: true,
    },
    tables: publishedTables.map(table),
  });
}

function table(published: PublishedTable) {
  const foreignKeys = published.columns.flatMap(({ name, references }) =>
    references
      ? [{ columnReference: name, reference: { resource: fileOf(references), columnReference: 'id' } }]
      : [],
  );
  return {
    url: fileOf(published.name),
    'dc:description': published.about,
    tableSchema: {
      columns: published.columns.map(column),
      primaryKey: published.key,
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

function column({ name, type, nullable, about, words, pattern }: PublishedColumn) {
  // A list of words is a pattern here: the standard has no other way to say it.
  const format = words ? `^(${words.join('|')})$` : pattern;
  return {
    name,
    titles: name,
    'dc:description': about,
    datatype: format ? { base: 'string', format } : datatypes[type],
    ...(nullable ? {} : { required: true }),
  };
}

function fileOf(name: string): string {
  return `${name}.csv`;
}
