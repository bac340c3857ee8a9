// A database of one test file's own, and imports of files written for it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileImport, importFiles } from '../../../src/importers/import-files.js';
import { openStore } from '../../../src/store/store.js';
import { testDatabase } from '../../support/database.js';

/** An empty store, a folder for files, and what tests do with both. */
export async function registerTests() {
  const database = await testDatabase();
  const store = openStore(database.url, { max: 1 });
  const folder = await mkdtemp(join(tmpdir(), 'registers-'));
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const run = (files: readonly string[], job: Partial<FileImport> = {}) =>
    importFiles({ url: database.url, dryRun: false, ...job, files });
  return {
    folder,
    url: database.url,
    file,
    run,
    /** Imports one file of a content. */
    async read(name: string, content: string | Uint8Array, job: Partial<FileImport> = {}) {
      return (await run([await file(name, content)], job)).report;
    },
    async rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
      return (await store.pool.query<T>(sql, values)).rows;
    },
    async close() {
      await store.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Three authorities in mySociety's shape: two that stand, one that ended and whose place the second took. */
export const authorities = `local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type,alt-names,former-gss-codes
SWK,London Borough of Southwark,Southwark,E09000028,,,,England,London,LBO,"Southwark,southwark council",
SMT,Somerset Council,Somerset,E06000066,2023-04-01,,,England,South West,UA,Somerset,
SOM,Somerset County Council,Somerset,E10000027,,2023-04-01,SMT,England,South West,CTY,Somerset,E10000099
`;
