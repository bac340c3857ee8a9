// Two records of the same thing become one: whatever points at the one that goes points at the one that stays, and
// its id leads there for good.
import pg from 'pg';
import { described, type TableDescription } from './describe.js';
import type { TableName } from './tables.js';

// Of the clause that goes: what is derived from its wording, and wording that only it had.
const goesWithIt: ReadonlySet<TableName> = new Set(['text_match', 'clause_print', 'held_text']);

/** Makes one record of two of a table, and gives how many rows point elsewhere now. The one that stays keeps its words. */
export async function uniteRecords(
  client: pg.ClientBase,
  table: TableName,
  from: string,
  into: string,
): Promise<number> {
  let moved = 0;
  for (const other of described.values()) {
    for (const { name, references } of other.columns) {
      if (references === table) moved += await move(client, other, name, { from, into });
    }
  }
  await client.query(`DELETE FROM ${quoted(table)} WHERE id = $1`, [from]);
  // One step leads to the record in use, however often records were merged.
  await client.query('UPDATE redirect SET new_id = $2 WHERE new_id = $1', [from, into]);
  await client.query('INSERT INTO redirect (old_id, new_id) VALUES ($1, $2)', [from, into]);
  return moved;
}

interface Ids {
  readonly from: string;
  readonly into: string;
}

async function move(client: pg.ClientBase, table: TableDescription, column: string, { from, into }: Ids) {
  const [name, at] = [quoted(table.name), quoted(column)];
  const remove = async () => (await client.query(`DELETE FROM ${name} WHERE ${at} = $1`, [from])).rowCount;
  if (goesWithIt.has(table.name)) {
    await remove();
    return 0;
  }
  if (!table.key.includes(column)) {
    const { rowCount } = await client.query(`UPDATE ${name} SET ${at} = $2 WHERE ${at} = $1`, [from, into]);
    return rowCount ?? 0;
  }
  // The key of a row never changes: another row takes its place, unless it is there already.
  const columns = table.columns.filter(({ hidden }) => !hidden).map((each) => quoted(each.name));
  const values = columns.map((each) => (each === at ? '$2::text' : each)).join(', ');
  await client.query(
    `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${values} FROM ${name} WHERE ${at} = $1 ON CONFLICT DO NOTHING`,
    [from, into],
  );
  return (await remove()) ?? 0;
}

const quoted = pg.escapeIdentifier;
