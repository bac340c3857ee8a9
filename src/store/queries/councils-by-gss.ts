// Which recorded councils have these codes: how an area of a map finds its council.
import type { Kysely } from 'kysely';
import type { Database } from '../tables.js';

/** A council with its official code. */
export interface CouncilOfCode {
  readonly id: string;
  readonly gssCode: string;
  readonly shortName: string;
}

/** The councils with the codes of the Government Statistical Service, by name. */
export async function councilsByGss(
  db: Kysely<Database>,
  codes: readonly string[],
): Promise<readonly CouncilOfCode[]> {
  const rows = await db
    .selectFrom('council')
    .select(['id', 'gss_code as gssCode', 'short_name as shortName'])
    .where('gss_code', 'in', [...codes])
    .orderBy('short_name')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ gssCode, ...row }) => (gssCode === null ? [] : [{ ...row, gssCode }]));
}
