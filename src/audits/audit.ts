// Asking the store every rule of checks.ts and telling which are broken, by which records.
import type { Kysely } from 'kysely';
import { openStore } from '../store/store.js';
import type { Database } from '../store/tables.js';
import type { Level } from './check.js';
import { checks } from './checks.js';

/** A broken rule and the ids of the records that break it, in byte order. */
export interface Finding {
  code: string;
  level: Level;
  message: string;
  records: string[];
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
    const records = await broken(db);
    if (records.length === 0) continue;
    findings.push({ code, level, message: `expected that ${rule}`, records });
  }
  return findings;
}
