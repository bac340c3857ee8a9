// Where a clause stands: the motion that prints it and its address there.
import type { Kysely } from 'kysely';
import type { Database } from '../tables.js';

/** The motion of a clause and its address in it; null where no clause has the id. */
export async function clausePlace(
  db: Kysely<Database>,
  id: string,
): Promise<{ readonly motion: string; readonly address: string } | null> {
  const place = await db
    .selectFrom('clause')
    .select(['motion_id as motion', 'address'])
    .where('id', '=', id)
    .executeTakeFirst();
  return place ?? null;
}
