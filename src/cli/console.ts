import { once } from 'node:events';
import { type REPLServer, start } from 'node:repl';
import { setTimeout as sleep } from 'node:timers/promises';
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
      await ended(prompt);
      await store.close();
    });
  });
}

/** Resolves at the end of input, once the answers under way are there: piped input ends before they are. */
async function ended(prompt: REPLServer): Promise<void> {
  let running = 0;
  const evaluate = prompt.eval;
  const counted: REPLServer['eval'] = (code, context, file, done) => {
    running += 1;
    evaluate.call(prompt, code, context, file, (error, result) => {
      running -= 1;
      done(error, result);
    });
  };
  Object.assign(prompt, { eval: counted });
  await once(prompt, 'exit');
  do await sleep(20);
  while (running > 0);
}
