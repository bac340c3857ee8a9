import type { Command } from 'commander';
import { UsageError } from '../errors.js';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { seedsFolder, withReadyDatabase } from './database.js';
import { publishSnapshot } from './publish.js';

interface RedactFlags {
  column?: string[];
  by?: string;
  note?: string;
}

/** `redact`: takes a value out for good, of all that was published too. */
export function redactCommand(): Command {
  return describedCommand({
    name: 'redact',
    does: 'Take a value out for good: from the record, its log and every snapshot and delta that holds it, and publish without it.',
    example:
      'npm run -s cli -- redact clause/brent/2023-07-10/casey-review/r1 --column text --by editor-2 --note "it named a private person"',
    settings: [...databaseSettings, 'EXPORTS_DIR', 'PROFILES_DIR', 'PUBLIC_URL', 'CONTACT_URL'],
  })
    .argument('<id>', 'the record')
    .option('--column <column...>', 'what of it is taken out')
    .option('--by <handle>', 'who decides: a role or handle, never a name')
    .option('--note <words>', 'why, in words that readers may see and that do not repeat the value')
    .action(redactValue);
}

async function redactValue(id: string, { column: columns, by, note }: RedactFlags): Promise<void> {
  if (columns === undefined) throw new UsageError('expected what is taken out (--column), got nothing');
  if (by === undefined || note === undefined)
    throw new UsageError('expected who decides and why (--by and --note), got only a part of it');
  const config = ownConfig();
  await withReadyDatabase(config, async (url) => {
    const { redact } = await import('../jobs/redact.js');
    const what = { id, columns, by, note, seeds: seedsFolder };
    const { snapshots, deltas, elsewhere } = await redact({
      url,
      exportsDir: config.exportsDir,
      ...what,
      log: progress,
    });
    const lines = elsewhere.map(({ record, column }) => `  the same words stand in ${column} of ${record}`);
    await output(
      [`${id}: taken out; ${snapshots} snapshots and ${deltas} deltas are gone`, ...lines].join('\n'),
    );
    await publishSnapshot(config, url);
  });
}
