// CSV as the snapshot contract states it: RFC 4180 in UTF-8 without a BOM, comma, CRLF, header always,
// null as an empty cell, booleans as true and false.
import { stringify } from 'csv-stringify/sync';
import type { Format } from './format.js';

const options = {
  record_delimiter: 'windows',
  // Without it csv-stringify leaves a lone LF or CR inside a cell unquoted, which splits the record.
  quote_record_delimiter: true,
  cast: { boolean: (value: boolean) => String(value) },
} as const;

/** Comma-separated values, one record per row. */
export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  start: (columns) => ({
    open: () => stringify([[...columns]], options),
    rows: (batch) => stringify([...batch], options),
    close: () => '',
  }),
};
