import { resolve } from 'node:path';
import type { Command } from 'commander';
import { databaseSettings, describedCommand, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';

/** `schema`: rewrites every published contract from the code it describes. */
export function schemaCommand(): Command {
  return describedCommand({
    name: 'schema',
    does: 'Rewrite every contract under schema/ from the code.',
    example: 'npm run -s cli -- schema && git diff schema/',
    settings: databaseSettings,
  }).action(() =>
    withReadyDatabase(
      ownConfig(),
      async (url) => {
        const { writeContracts } = await import('../contracts.js');
        const files = await writeContracts({ url, folder: resolve('schema') });
        progress(files.length ? `Rewrote ${files.join(', ')}.` : 'Every contract was up to date.');
      },
      'tables',
    ),
  );
}
