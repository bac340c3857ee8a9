// Reading an answer of any length in batches, so that memory stays flat. Needs an open transaction.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from './tables.js';

const batchSize = 1000;
let opened = 0;

/** Yields the rows of a query in batches, in the query's own order. */
export async function* batches<T>(db: Kysely<Database>, query: RawBuilder<T>): AsyncGenerator<T[]> {
  opened += 1;
  const name = sql.id(`batches_${opened}`);
  await sql`DECLARE ${name} NO SCROLL CURSOR FOR ${query}`.execute(db);
  while (true) {
    const { rows } = await sql<T>`FETCH ${sql.lit(batchSize)} FROM ${name}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < batchSize) break;
  }
  await sql`CLOSE ${name}`.execute(db);
}
