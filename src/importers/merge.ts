// Two records that turned out to be of the same thing are made one, by hand.
import { DatabaseError } from 'pg';
import { type IdTable, tableOfId } from '../domain/ids.js';
import { EditError, type Fault } from '../errors.js';
import { openStore } from '../store/store.js';
import { type Writer, writing } from '../store/write.js';
import { handleFaults } from './handle.js';

/** Which record becomes one with which, who says so and why. */
export interface Merge {
  readonly from: string;
  readonly into: string;
  readonly by: string;
  readonly note: string;
}

/** What became of a merge: how many rows point elsewhere now, and what the record that went said otherwise. */
export interface Merged {
  readonly moved: number;
  readonly dropped: Readonly<Record<string, { readonly was: unknown; readonly kept: unknown }>>;
}

/**
 * Makes one record of two in one transaction. The id of the one that goes leads to the other for good.
 * @throws EditError where either is not recorded, both are not of one kind, or parts of them stand in the same place.
 */
export async function mergeRecords(url: string, { from, into, by, note }: Merge): Promise<Merged> {
  refuse(handleFaults(by, note));
  const table = tableOfId(from);
  if (table === undefined || tableOfId(into) !== table || from === into)
    refuse([{ expected: 'the ids of two records of one kind', got: `${from} and ${into}` }]);
  const store = openStore(url, { max: 1 });
  try {
    return await writing(store, { by, note, reason: 'merge' }, (writer) =>
      unite(writer, table as IdTable, from, into),
    );
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const expected = `nothing of ${from} in the place of something of ${into}; merge or remove that first`;
    throw new EditError([{ expected, got: error.detail ?? error.message }]);
  } finally {
    await store.close();
  }
}

async function unite(writer: Writer, table: IdTable, from: string, into: string): Promise<Merged> {
  const [going, staying] = [await rowOf(writer, table, from), await rowOf(writer, table, into)];
  refuse([...missing(going, from), ...missing(staying, into), ...(await seeded(writer, from))]);
  const own = Object.entries(staying ?? {}).find(([column, value]) => value === from && column !== 'id');
  if (own) refuse([{ expected: `${into} not to point at ${from}`, got: `${own[0]} ${from}` }]);
  const moved = await writer.unite(table, from, into);
  const differing = Object.entries(going ?? {}).filter(
    ([column, value]) => value !== null && !column.endsWith('id') && value !== staying?.[column],
  );
  const dropped = differing.map(([column, was]) => [column, { was, kept: staying?.[column] ?? null }]);
  return { moved, dropped: Object.fromEntries(dropped) };
}

type Held = Readonly<Record<string, unknown>>;

async function rowOf({ client }: Writer, table: IdTable, id: string): Promise<Held | undefined> {
  const { rows } = await client.query<{ row: Held }>(
    `SELECT to_jsonb(t) - ARRAY['search', 'number_sort'] AS row FROM "${table}" t WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0]?.row;
}

function missing(row: Held | undefined, id: string): Fault[] {
  return row ? [] : [{ expected: 'the id of a recorded record', got: id }];
}

// What the seeds state they would state again.
async function seeded({ client }: Writer, id: string): Promise<Fault[]> {
  const { rows } = await client.query<{ file: string }>('SELECT file FROM seed_record WHERE id = $1', [id]);
  const expected = `the merge in the seeds, which state ${id}: take its rows out and add its id to removed.csv with merged_into`;
  return rows.slice(0, 1).map(({ file }) => ({ expected, at: { file } }));
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new EditError(faults);
}
