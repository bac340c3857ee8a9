import { access } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { isDay } from '../domain/partial-date.js';
import { changeReason, type Word } from '../domain/vocabulary.js';
import { UsageError } from '../errors.js';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { seedsFolder, withReadyDatabase } from './database.js';

interface ImportOptions {
  council?: string;
  licence?: string;
  format?: string;
  on?: string;
  dryRun: boolean;
  acceptPartial: boolean;
  json: boolean;
  reason?: Word<typeof changeReason>;
}

/** `import`: reads documents into the store, or with `seeds` the project's own curated input. */
export function importCommand(): Command {
  return describedCommand({
    name: 'import',
    does: 'Read motions, minutes and registers into the store; `import seeds` reads the curated input.',
    example: 'npm run -s cli -- import minutes.txt --council southwark --dry-run --json',
    settings: databaseSettings,
  })
    .argument(
      '<files...>',
      'documents and registers in any known format, - for standard input, or the word seeds alone',
    )
    .option('--council <council>', 'whose documents they are: slug, id, GSS or register code')
    .addOption(
      new Option('--reason <reason>', 'why what is held already changes').choices(changeReason.values),
    )
    .option('--licence <licence>', 'the licence under which they, and the wording in them, may be published')
    .option('--format <format>', 'what the files are, where their content should not decide; list names them')
    .option('--on <day>', 'the day on which registers were true, YYYY-MM-DD: what they show is dated by it')
    .option('--accept-partial', 'keep the rest where something is rejected, and end with 0', false)
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
  if (options.format === 'list') return output(await formatList());
  if (options.on !== undefined && !isDay(options.on))
    throw new UsageError(`expected for --on a day such as 2026-05-07, got ${options.on}`);
  for (const file of files) await refuseMissing(file);
  await withReadyDatabase(ownConfig(), async (url) => {
    const { importFiles } = await import('../importers/import-files.js');
    const { report, text, rejected } = await importFiles({
      ...options,
      url,
      files,
      stdin: process.stdin,
      log: progress,
      ...(process.stderr.isTTY ? { tick: terminalTick() } : {}),
    });
    await output(options.json ? JSON.stringify(report, null, 2) : text);
    if (rejected > 0 && !options.acceptPartial) process.exitCode = 1;
  });
}

async function formatList(): Promise<string> {
  const { readers } = await import('../importers/registers/readers.js');
  const lines = readers.map(({ format, about }) => `${format.padEnd(20)}${about}`);
  return [`${'motion'.padEnd(20)}the text of motions and minutes, plain or HTML`, ...lines].join('\n');
}

/** Writes one line over itself, twice a second at most, so that a long import is seen to go on. */
function terminalTick(): (file: string, count: number) => void {
  let last = 0;
  return (file, count) => {
    if (count % 1000 !== 0 || Date.now() - last < 500) return;
    last = Date.now();
    process.stderr.write(`\r${file}: ${count} lines read\u001b[K`);
  };
}

async function refuseMissing(file: string): Promise<void> {
  if (file === '-') return;
  await access(file).catch(() => {
    throw new UsageError(`expected a file that can be read, - or seeds, got ${file}`);
  });
}
