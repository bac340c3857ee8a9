// csv/<table>.csv: the canonical files, for spreadsheets, statistics programs and databases.
import { csv } from '../formats/csv.js';
import { csvBytes } from '../formats/csv-bytes.js';
import { columnNames, type Exporter, tableFiles } from './exporter.js';
import type { Staging } from './staging.js';

/** Writes every table as CSV. */
export const csvExporter = (staging: Staging): Exporter =>
  tableFiles(staging, 'csv', csv.extension, (table) => ({
    ...csv.start(columnNames(table)),
    rows: csvBytes(),
  }));
