// json/<table>.json: each table as one array of objects, for people and for small programs.
import { arrayBytes, jsonBytes } from '../formats/json-bytes.js';
import { jsonArray } from '../formats/ndjson.js';
import { cellKinds, columnNames, type Exporter, type TableText, tableFiles } from './exporter.js';
import type { Staging } from './staging.js';
import type { PublishedTable } from './table.js';

/** Writes every table as a JSON array. */
export const jsonExporter = (staging: Staging): Exporter =>
  tableFiles(staging, 'json', jsonArray.extension, arrayText);

function arrayText(table: PublishedTable): TableText {
  const lines = jsonBytes(columnNames(table), cellKinds(table));
  const items = arrayBytes();
  let isEmpty = true;
  return {
    open: () => '[',
    rows: (rows) => {
      const bytes = items(lines(rows), isEmpty);
      isEmpty &&= rows.length === 0;
      return bytes;
    },
    close: () => (isEmpty ? ']\n' : '\n]\n'),
  };
}
