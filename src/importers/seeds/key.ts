import { description } from '../../store/describe.js';
import type { ImportRecord } from '../record.js';

/** A record's key as one text: its id, or the parts of its key joined by a space. */
export function keyOf({ table, row }: Pick<ImportRecord, 'table' | 'row'>): string {
  return description(table)
    .key.map((column) => String(row[column] ?? ''))
    .join(' ');
}
