// spreadsheet/<table>.csv: each table for opening in Excel or LibreOffice with a double click. Second-class:
// programs read csv/.
import { csvBytes } from '../formats/csv-bytes.js';
import { spreadsheetCsv } from '../formats/spreadsheet.js';
import { harmlessRows } from '../formats/spreadsheet-bytes.js';
import { cellKinds, columnNames, type Exporter, tableFiles } from './exporter.js';
import type { Staging } from './staging.js';

/** Writes every table for spreadsheet programs. */
export const spreadsheetExporter = (staging: Staging): Exporter =>
  tableFiles(staging, 'spreadsheet', spreadsheetCsv.extension, (table) => {
    const [write, kinds] = [csvBytes(), cellKinds(table)];
    return {
      ...spreadsheetCsv.start(columnNames(table)),
      rows: (rows) => write(harmlessRows(rows, kinds)),
    };
  });
