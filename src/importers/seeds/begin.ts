// What a record begins with (`initial`) is written when it is new. A clause is the seed’s own for
// longer: until a document has been imported, a correction of how it was read must reach it too.
import type { Writer } from '../../store/write.js';
import type { SeedRecord } from './content.js';
import { keyOf } from './key.js';

/** The records with what they begin with stated wherever the seeds are still the only reading. */
export async function beginAgain(writer: Writer, records: readonly SeedRecord[]): Promise<SeedRecord[]> {
  const ours = await unreadClauses(writer, records);
  return records.map((record) => {
    if (record.table !== 'clause' || !ours.has(keyOf(record))) return record;
    const { initial, row, ...rest } = record;
    return { ...rest, row: { ...initial, ...row } };
  });
}

async function unreadClauses({ client }: Writer, records: readonly SeedRecord[]): Promise<Set<string>> {
  const ids = records.filter(({ table }) => table === 'clause').map(keyOf);
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM clause WHERE id = ANY($1) AND text_status = 'summary_only'",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
