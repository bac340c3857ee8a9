// The command line: assembles the commands and turns every way they can end into an exit code,
// 0 done, 1 refused or failed, 2 wrong use.
import { Command, CommanderError } from 'commander';
import { OpenMotionsError } from '../errors.js';
import { auditCommand } from './audit.js';
import { consoleCommand } from './console.js';
import { exportCommand } from './export.js';
import { generateCommand } from './generate.js';
import { importCommand } from './import.js';
import { lineageCommand } from './lineage.js';
import { mergeCommand } from './merge.js';
import { migrateCommand } from './migrate.js';
import { nightlyCommand } from './nightly.js';
import { publishCommand } from './publish.js';
import { redactCommand } from './redact.js';
import { reviewCommand } from './review.js';
import { schemaCommand } from './schema.js';
import { serveCommand } from './serve.js';
import { startCommand } from './start.js';
import { validateCommand } from './validate.js';
import { verifyCommand } from './verify.js';

/** All commands, in the order in which help lists them. */
export function allCommands(): Command[] {
  return [
    startCommand(),
    serveCommand(),
    migrateCommand(),
    importCommand(),
    reviewCommand(),
    mergeCommand(),
    redactCommand(),
    publishCommand(),
    lineageCommand(),
    nightlyCommand(),
    exportCommand(),
    validateCommand(),
    verifyCommand(),
    auditCommand(),
    generateCommand(),
    schemaCommand(),
    consoleCommand(),
  ];
}

/** Runs one command line and resolves to its exit code; never throws. */
export async function runCli(args: string[]): Promise<number> {
  const program = new Command('open-motions')
    .description('The linked public record of what councils resolved.')
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText('after', '\nEach command explains itself: npm run -s cli -- <command> --help');
  for (const command of allCommands()) program.addCommand(command);
  for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError();
  // Whoever writes is told of it too; unheard, this would end the program in the middle of its work.
  let unwritable: Error | undefined;
  process.stdout.on('error', (error) => {
    unwritable = error;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    // As `| head` goes, once it has read enough.
    const isReaderGone = error === unwritable && (error as NodeJS.ErrnoException).code === 'EPIPE';
    return isReaderGone ? 0 : exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    // Asked-for help ends with 0; help shown because no command was given is wrong use.
    return error.code === 'commander.helpDisplayed' ? 0 : 2;
  }
  if (error instanceof OpenMotionsError) {
    console.error(`${error.code}: ${error.message}`);
    return error.exitCode;
  }
  console.error(error);
  return 1;
}
