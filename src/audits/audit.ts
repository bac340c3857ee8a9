// Asking the store every rule of checks.ts and telling which are broken, by which records.
import type { Kysely } from 'kysely';
import { openStore } from '../store/store.js';
import type { Database } from '../store/tables.js';
import type { Broken, Level } from './check.js';
import { checks } from './checks.js';

/** A broken rule, and by how many and which records. */
export interface Finding extends Broken {
  readonly code: string;
  readonly level: Level;
  readonly message: string;
}

/** Audits a database as it stands at one moment; no findings means that every rule holds. */
export async function audit({ url }: { url: string }): Promise<{ findings: Finding[] }> {
  const store = openStore(url, { max: 1 });
  try {
    return await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (db) => ({ findings: await findingsOf(db) }));
  } finally {
    await store.close();
  }
}

/** The findings of every check within an open transaction. */
export async function findingsOf(db: Kysely<Database>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { code, level, rule, broken } of checks) {
    const { count, records } = await broken(db);
    if (count > 0) findings.push({ code, level, message: `expected that ${rule}`, count, records });
  }
  return findings;
}
