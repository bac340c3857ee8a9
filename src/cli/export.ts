import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { InterchangeFormat } from '../exporters/interchange-formats.js';
import { databaseSettings, describedCommand, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';

/** `export`: writes the record in a format of others. */
export function exportCommand(): Command {
  return describedCommand({
    name: 'export',
    does: 'Write the record in an interchange format of others: Popolo or Open Civic Data (ocd).',
    example: 'npm run -s cli -- export --format popolo --out popolo.json',
    settings: databaseSettings,
  })
    .addOption(new Option('--format <format>', 'the format').choices(['popolo', 'ocd']).default('popolo'))
    .option('--out <file>', 'the file to write; standard output where left out')
    .action(({ format, out }: { format: InterchangeFormat; out?: string }) =>
      withReadyDatabase(ownConfig(), async (url) => {
        const [{ openStore }, { interchangeFormats }] = await Promise.all([
          import('../store/store.js'),
          import('../exporters/interchange-formats.js'),
        ]);
        const store = openStore(url, { max: 1 });
        const text = Readable.from(interchangeFormats[format](store));
        const written =
          out === undefined
            ? pipeline(text, process.stdout, { end: false })
            : pipeline(text, createWriteStream(out));
        await written.finally(() => store.close());
        if (out !== undefined) progress(`export: ${out}`);
      }),
    );
}
