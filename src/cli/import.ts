import { access } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { changeReason, type Word } from '../domain/vocabulary.js';
import { UsageError } from '../errors.js';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { seedsFolder, withReadyDatabase } from './database.js';

interface ImportOptions {
  council?: string;
  licence?: string;
  dryRun: boolean;
  json: boolean;
  reason?: Word<typeof changeReason>;
}

/** `import`: reads documents into the store, or with `seeds` the project's own curated input. */
export function importCommand(): Command {
  return describedCommand({
    name: 'import',
    does: 'Read the text of motions and minutes into the store; `import seeds` reads the curated input.',
    example: 'npm run -s cli -- import minutes.txt --council southwark --dry-run --json',
    settings: databaseSettings,
  })
    .argument('<files...>', 'documents as text or saved pages, - for standard input, or the word seeds alone')
    .option('--council <council>', 'whose documents they are: slug, id, GSS or register code')
    .option('--licence <licence>', 'the licence under which their wording may be published')
    .addOption(
      new Option('--reason <reason>', 'why what is held already changes').choices(changeReason.values),
    )
    .option('--dry-run', 'say what would be imported and keep nothing', false)
    .option('--json', 'write the report as JSON on standard output', false)
    .action((files: string[], options: ImportOptions) =>
      files.length === 1 && files[0] === 'seeds'
        ? importSeedsAgain(options)
        : importDocuments(files, options),
    );
}

/** Asked for by name, the seeds are read even if they have not changed, so that the counts can say so. */
async function importSeedsAgain({ reason }: ImportOptions): Promise<void> {
  await withReadyDatabase(
    ownConfig(),
    async (url) => {
      const { importSeeds } = await import('../importers/seeds.js');
      const { counts, removed } = await importSeeds({
        url,
        folder: seedsFolder,
        log: progress,
        force: true,
        ...(reason ? { reason } : {}),
      });
      const tables = Object.entries(counts).map(
        ([table, count]) =>
          `${table}: ${count.inserted} inserted, ${count.updated} updated, ${count.unchanged} unchanged`,
      );
      await output([...tables, `${removed} removed`].join('\n'));
    },
    'tables',
  );
}

async function importDocuments(files: string[], options: ImportOptions): Promise<void> {
  for (const file of files) await refuseMissing(file);
  await withReadyDatabase(ownConfig(), async (url) => {
    const { importFiles } = await import('../importers/import-files.js');
    const { report, text, rejected } = await importFiles({
      ...options,
      url,
      files,
      stdin: process.stdin,
      log: progress,
    });
    await output(options.json ? JSON.stringify(report, null, 2) : text);
    if (rejected > 0) process.exitCode = 1;
  });
}

async function refuseMissing(file: string): Promise<void> {
  if (file === '-') return;
  await access(file).catch(() => {
    throw new UsageError(`expected a file that can be read, - or seeds, got ${file}`);
  });
}
