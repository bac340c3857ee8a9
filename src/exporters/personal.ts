// Which published columns are personal data: what a named councillor is, holds or did in public office.
// The metadata marks them, so that whoever reuses the files knows what the law asks of them.
import type { TableName } from '../store/tables.js';

// A row of these is about one person, so every column of it is, those added later too.
const ofPersons: readonly TableName[] = [
  'councillor',
  'councillor_identifier',
  'listed_councillor',
  'membership',
  'motion_person',
  'vote',
];

const columns: Partial<Record<TableName, readonly string[]>> = {
  review: ['reviewer'],
  // A removed or merged record may have been a councillor, whose id is the name.
  redirect: ['old_id', 'new_id'],
  tombstone: ['id'],
};

/** Whether a column tells something of a person; one that points at a person's record does. */
export function isPersonal(table: TableName, column: string, references?: TableName): boolean {
  if (ofPersons.includes(table) || columns[table]?.includes(column)) return true;
  return references !== undefined && ofPersons.includes(references);
}
