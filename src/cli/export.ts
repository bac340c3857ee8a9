import { createWriteStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
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
    .action(async ({ format, out }: { format: InterchangeFormat; out?: string }) => {
      if (out !== undefined) await refuseNoFile(out);
      await withReadyDatabase(ownConfig(), async (url) => {
        const [{ openStore }, { interchangeFormats }] = await Promise.all([
          import('../store/store.js'),
          import('../exporters/interchange-formats.js'),
        ]);
        const store = openStore(url, { max: 1 });
        await written(interchangeFormats[format](store), out).finally(() => store.close());
        if (out !== undefined) progress(`export: ${out}`);
      });
    });
}

/** Asked before the database is: a folder, or a file in a folder that is not there, cannot be written. */
async function refuseNoFile(out: string): Promise<void> {
  const folder = await stat(dirname(out)).catch(() => undefined);
  const found = await stat(out).catch(() => undefined);
  if (!folder?.isDirectory() || found?.isDirectory())
    throw new UsageError(`expected for --out a file in a folder that exists, got ${out}`);
}

async function written(text: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) return pipeline(Readable.from(text), process.stdout, { end: false });
  const found = await stat(out).catch(() => undefined);
  // A pipe or a device is written into; a rename would put a file in its place.
  if (found && !found.isFile()) return pipeline(Readable.from(text), createWriteStream(out));
  const { replaceFile } = await import('../exporters/staging.js');
  await replaceFile(found ? await realpath(out) : out, text);
}
