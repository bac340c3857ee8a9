import type { Command } from 'commander';
import { UsageError } from '../errors.js';
import { databaseSettings, describedCommand, output, ownConfig } from './command.js';
import { withReadyDatabase } from './database.js';

/** `merge`: makes one record of two that are of the same thing. */
export function mergeCommand(): Command {
  return describedCommand({
    name: 'merge',
    does: 'Make one record of two of the same thing: what points at the first points at the second, and so does its id.',
    example:
      'npm run -s cli -- merge councillor/brent/a-lee councillor/brent/ann-lee --by editor-2 --note "the same person by the register"',
    settings: databaseSettings,
  })
    .argument('<id>', 'the record that goes')
    .argument('<into>', 'the record that stays, and keeps its words')
    .option('--by <handle>', 'who decides: a role or handle, never a name')
    .option('--note <words>', 'why, in words, for the revision log')
    .action(merge);
}

async function merge(
  from: string,
  into: string,
  { by, note }: { by?: string; note?: string },
): Promise<void> {
  if (by === undefined || note === undefined)
    throw new UsageError('expected who decides and why (--by and --note), got only a part of it');
  await withReadyDatabase(ownConfig(), async (url) => {
    const { mergeRecords } = await import('../importers/merge.js');
    const { moved, dropped } = await mergeRecords(url, { from, into, by, note });
    const words = (value: unknown) => JSON.stringify(value);
    await output(
      [
        `${from} is ${into} now; ${moved} rows pointed at it`,
        ...Object.entries(dropped).map(
          ([column, { was, kept }]) => `  ${column} was ${words(was)} there and stays ${words(kept)}`,
        ),
      ].join('\n'),
    );
  });
}
