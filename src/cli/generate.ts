import type { Command } from 'commander';
import { UsageError } from '../errors.js';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';

interface GenerateOptions {
  scale: string;
  replace: boolean;
}

/** `generate`: fills a database of its own with a record of any size, to measure with. */
export function generateCommand(): Command {
  return describedCommand({
    name: 'generate',
    does: 'Fill a database named by DATABASE_URL or DATA_DIR with a made-up record, to measure with.',
    example: 'DATA_DIR=/tmp/large npm run -s cli -- generate --scale uk',
    settings: databaseSettings,
  })
    .requiredOption('--scale <size>', 'uk (200,000 motions), seed (100), or how many times seed: 1 to 2000')
    .option('--replace', 'throw away whatever the database holds, not only what was generated', false)
    .action(async ({ scale, replace }: GenerateOptions) => {
      const { readScale } = await import('../generator/scale.js');
      const size = readScale(scale);
      refuseDefault();
      await withReadyDatabase(
        ownConfig(),
        async (url) => {
          const { generate } = await import('../generator/generate.js');
          const counts = await generate({ url, scale: size, replace, log: progress });
          await output([...counts].map(([table, rows]) => `${table}: ${rows}`).join('\n'));
        },
        'tables',
      );
    });
}

// The record that everybody starts with is never mixed with one that is made up.
function refuseDefault(): void {
  if (process.env.DATABASE_URL?.trim() || process.env.DATA_DIR?.trim()) return;
  throw new UsageError('expected DATABASE_URL or DATA_DIR to name a database of its own, got neither');
}
