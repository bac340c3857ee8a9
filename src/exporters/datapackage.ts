// datapackage.json: the snapshot as a Data Package 2.0. Paths are relative and no id of a snapshot stands
// in it, so that the same data gives the same bytes. The profile's `list` type and `fieldsMatch` are
// avoided: both are faulty in the published profile (frictionlessdata/datapackage#1089, #965).
import { csv } from '../formats/csv.js';
import { ndjson } from '../formats/ndjson.js';
import { nestedMotionsPath } from './nested-motions.js';
import { jsonText, snapshotPackage } from './package.js';
import type { FileFacts } from './staging.js';
import { publishedTables, schemaVersion } from './table.js';
import { tableSchema } from './table-schema.js';

const profiles = 'https://datapackage.org/profiles/2.0';

const dialect = {
  $schema: `${profiles}/tabledialect.json`,
  header: true,
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
};

/** The text of datapackage.json for finished table files. */
export function dataPackage(files: readonly FileFacts[]): string {
  const descriptor = {
    $schema: `${profiles}/datapackage.json`,
    name: snapshotPackage.name,
    title: snapshotPackage.title,
    description: snapshotPackage.description,
    version: schemaVersion,
    licenses: [snapshotPackage.licence],
    keywords: snapshotPackage.keywords,
    resources: [...publishedTables.map((table) => resource(table, files)), nestedMotions(files)],
  };
  return jsonText(descriptor);
}

function resource(table: (typeof publishedTables)[number], files: readonly FileFacts[]) {
  const path = `csv/${table.name}.csv`;
  return {
    $schema: `${profiles}/dataresource.json`,
    name: table.name,
    type: 'table',
    path,
    description: table.about,
    format: csv.extension,
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...size(path, files),
    dialect,
    schema: tableSchema(table),
  };
}

// No table, so without a schema. The tables in their other formats are not listed: the same rows again.
function nestedMotions(files: readonly FileFacts[]) {
  return {
    $schema: `${profiles}/dataresource.json`,
    name: 'motions-nested',
    path: nestedMotionsPath,
    description:
      'One motion per line with its people, events, clauses as a tree, asks, citations, claims and the ids of ' +
      'its sources. Names and meanings are those of the columns of the tables.',
    format: ndjson.extension,
    mediatype: ndjson.mediaType,
    encoding: 'utf-8',
    ...size(nestedMotionsPath, files),
  };
}

function size(path: string, files: readonly FileFacts[]) {
  const file = files.find((each) => each.path === path);
  if (!file) throw new Error(`${path} is described before it is written`);
  return { bytes: file.bytes, hash: `sha256:${file.sha256}` };
}
