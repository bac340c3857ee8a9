import type { Command } from 'commander';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';

/** `lineage`: finds which clauses share wording, for those whose wording changed since the last run. */
export function lineageCommand(): Command {
  return describedCommand({
    name: 'lineage',
    does: 'Find which clauses share wording with clauses of other motions; only what changed is compared.',
    example: 'npm run -s cli -- lineage',
    settings: databaseSettings,
  }).action(async () => {
    const { clauses, pairs } = await withReadyDatabase(ownConfig(), async (url) => {
      const { openStore } = await import('../store/store.js');
      const { deriveTextMatches } = await import('../store/text-matches.js');
      const store = openStore(url, { max: 1 });
      return deriveTextMatches(store, progress).finally(() => store.close());
    });
    await output(`${clauses} clauses compared, ${pairs} pairs share wording`);
  });
}
