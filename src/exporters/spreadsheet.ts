// spreadsheet/<table>.csv: each table for opening in Excel or LibreOffice with a double click. Second-class:
// programs read csv/.
import { spreadsheetCsv } from '../formats/spreadsheet.js';
import { type Exporter, tableFiles } from './exporter.js';
import type { Staging } from './staging.js';

/** Writes every table for spreadsheet programs. */
export const spreadsheetExporter = (staging: Staging): Exporter =>
  tableFiles(staging, 'spreadsheet', spreadsheetCsv);
