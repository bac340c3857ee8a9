import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';

/** `export`: writes the record in a format of others. */
export function exportCommand(): Command {
  return describedCommand({
    name: 'export',
    does: 'Write the record in an interchange format of others.',
    example: 'npm run -s cli -- export --format popolo --out popolo.json',
    settings: databaseSettings,
  })
    .addOption(new Option('--format <format>', 'the format').choices(['popolo']).default('popolo'))
    .option('--out <file>', 'the file to write; standard output where left out')
    .action(({ out }: { out?: string }) =>
      withReadyDatabase(ownConfig(), async (url) => {
        const [{ openStore }, { popolo }] = await Promise.all([
          import('../store/store.js'),
          import('../exporters/popolo.js'),
        ]);
        const store = openStore(url, { max: 1 });
        const text = await popolo(store).finally(() => store.close());
        if (out === undefined) return output(text);
        await writeFile(out, text);
        progress(`export: ${out}`);
      }),
    );
}
