// Reading an answer of any length in batches, so that memory stays flat. Needs an open transaction.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from './tables.js';

const batchSize = 1000;
let opened = 0;

/**
 * Yields the rows of a query in batches, in the query's own order. The next batch is fetched while the
 * reader works on this one, so the reader asks nothing else on the same connection meanwhile.
 */
export async function* batches<T>(db: Kysely<Database>, query: RawBuilder<T>): AsyncGenerator<T[]> {
  opened += 1;
  const name = sql.id(`batches_${opened}`);
  const fetch = async () => (await sql<T>`FETCH ${sql.lit(batchSize)} FROM ${name}`.execute(db)).rows;
  await sql`DECLARE ${name} NO SCROLL CURSOR FOR ${query}`.execute(db);
  let rows = await fetch();
  while (rows.length === batchSize) {
    const next = fetch();
    // A reader that gives up leaves this one alone; who reads on meets its error at the await.
    next.catch(() => {});
    yield rows;
    rows = await next;
  }
  if (rows.length > 0) yield rows;
  await sql`CLOSE ${name}`.execute(db);
}
