import { once } from 'node:events';
import { start } from 'node:repl';
import type { Command } from 'commander';
import { databaseSettings, describedCommand, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';

/** `console`: a prompt with the database at hand, for looking around and for repairs. */
export function consoleCommand(): Command {
  return describedCommand({
    name: 'console',
    does: 'Open a prompt with `db` (Kysely) and `sql` at hand.',
    example: "npm run -s cli -- console  # await db.selectFrom('council').selectAll().execute()",
    settings: databaseSettings,
  }).action(async () => {
    await withReadyDatabase(ownConfig(), async (url) => {
      const { openStore } = await import('../store/store.js');
      const { sql } = await import('kysely');
      const store = openStore(url);
      progress('db and sql are ready, for example: await sql`select 1`.execute(db)');
      const prompt = start({ prompt: 'open-motions> ' });
      Object.assign(prompt.context, { db: store.db, sql });
      await once(prompt, 'exit');
      await store.close();
    });
  });
}
