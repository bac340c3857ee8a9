// jsonl/<table>.jsonl: each table as one object per line, for programs that read as they go.
import { jsonBytes } from '../formats/json-bytes.js';
import { ndjson } from '../formats/ndjson.js';
import { cellKinds, columnNames, type Exporter, tableFiles } from './exporter.js';
import type { Staging } from './staging.js';

/** Writes every table as newline-delimited JSON. */
export const jsonlExporter = (staging: Staging): Exporter =>
  tableFiles(staging, 'jsonl', ndjson.extension, (table) => ({
    ...ndjson.start(columnNames(table)),
    rows: jsonBytes(columnNames(table), cellKinds(table)),
  }));
