// A value is taken out for good: from the record, and from the log, which is never changed for any other reason.
import type pg from 'pg';
import type { ColumnDescription } from './describe.js';
import type { TableName } from './tables.js';

/** What stands where a column has to hold something. */
export const struckText = '[redacted]';

// What a column holds once its value is taken out.
function struck({ nullable }: Pick<ColumnDescription, 'nullable'>): string | null {
  return nullable ? null : struckText;
}

/** Blanks columns of a record in the record and in all that the log remembers of it. */
export async function strikeValues(
  client: pg.ClientBase,
  table: TableName,
  id: string,
  columns: readonly ColumnDescription[],
): Promise<void> {
  const isWording = table === 'clause' && columns.some(({ name }) => name === 'text');
  const sets = [
    ...columns.map((column, n) => `"${column.name}" = $${n + 2}`),
    ...(isWording ? ["text_status = 'summary_only'"] : []),
  ].join(', ');
  await client.query(`UPDATE "${table}" SET ${sets} WHERE id = $1`, [id, ...columns.map(struck)]);
  if (isWording) await strikeWording(client, id);
  await strikeLog(client, table, id, columns);
}

// Wording that is held is wording too, and its fingerprints and shared passages tell of it.
async function strikeWording(client: pg.ClientBase, id: string): Promise<void> {
  for (const at of ['held_text WHERE clause_id', 'clause_print WHERE clause_id'])
    await client.query(`DELETE FROM ${at} = $1`, [id]);
  await client.query('DELETE FROM text_match WHERE $1 IN (clause_id, other_id)', [id]);
}

// The update above was logged with the value, too, so the log comes last.
async function strikeLog(
  client: pg.ClientBase,
  table: TableName,
  id: string,
  columns: readonly ColumnDescription[],
): Promise<void> {
  const names = columns.map(({ name }) => name);
  const blank = JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, struck(column)])));
  // Only what a row of the log names is blanked in it: it says which columns changed.
  const side = (column: string) => `CASE WHEN ${column} ?| $3 THEN ${column} ||
    (SELECT jsonb_object_agg(k, v) FROM jsonb_each($4::jsonb) b(k, v) WHERE ${column} ? k) ELSE ${column} END`;
  await client.query(`SELECT set_config('open_motions.redaction', 'on', true)`);
  await client.query(
    `UPDATE revision SET before = ${side('before')}, after = ${side('after')}
     WHERE entity = $1 AND record_id = $2 AND (before ?| $3 OR after ?| $3)`,
    [table, id, names, blank],
  );
  await client.query(`SELECT set_config('open_motions.redaction', '', true)`);
}
