import { type Command, Option } from 'commander';
import type { Config } from '../config.js';
import type { RecordedRun } from '../jobs/job-run.js';
import { databaseSettings, describedCommand, output, ownConfig, progress } from './command.js';
import { seedsFolder, withReadyDatabase } from './database.js';
import { graphAt } from './graph-at.js';
import { stepReporter } from './step-reporter.js';

interface NightlyCommandOptions {
  history: boolean;
  ifDue: boolean;
}

/** `nightly`: the whole job that the server's clock starts each night, once and now. */
export function nightlyCommand(): Command {
  return describedCommand({
    name: 'nightly',
    does: 'Import the seeds if they changed, audit, publish, prune: what the server does each night.',
    example: 'npm run -s cli -- nightly',
    settings: [...databaseSettings, 'EXPORTS_DIR', 'PUBLISH_AT'],
  })
    .option('--history', 'show the latest runs instead, newest first', false)
    .addOption(new Option('--if-due', 'run only what the clock has due').default(false).hideHelp())
    .action(async ({ history, ifDue }: NightlyCommandOptions) => {
      const config = ownConfig();
      await withReadyDatabase(config, (url) => (history ? showHistory(url) : runOnce(config, url, ifDue)));
    });
}

async function runOnce(config: Config, url: string, ifDue: boolean): Promise<void> {
  const { nightly } = await import('../jobs/nightly.js');
  const reporter = stepReporter(process.stderr);
  const began = performance.now();
  const done = await nightly({
    ...{ url, exportsDir: config.exportsDir, profiles: config.profilesDir, seedsFolder },
    ...{ graphAt: graphAt(url), ...reporter },
    trigger: ifDue ? 'schedule' : 'hand',
    ...(ifDue ? { isDue: () => isDue(config, url) } : {}),
  }).finally(reporter.end);
  if (!done) return;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  progress(`nightly: ${done.changed ? 'published' : 'nothing has changed since'} ${done.id}, ${seconds} s`);
}

async function isDue({ publishAt, exportsDir }: Config, url: string): Promise<boolean> {
  if (!publishAt) return false;
  const { nightlyClock } = await import('../jobs/clock.js');
  const { dueAt } = await import('../jobs/due.js');
  const { history } = await import('../jobs/history.js');
  const now = new Date();
  const due = dueAt(nightlyClock(publishAt).latest(now), await history(url, exportsDir));
  return due !== null && due <= now;
}

async function showHistory(url: string): Promise<void> {
  const { recentRuns } = await import('../jobs/job-run.js');
  const runs = await recentRuns(url);
  await output(runs.length ? runs.map(line).join('\n') : 'The nightly job has not run on this database yet.');
}

/** One run as a line: when, how long, what started it, how it ended and why. */
function line({ startedAt, endedAt, trigger, result, snapshot, code, reason }: RecordedRun): string {
  const began = startedAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const seconds = endedAt ? `${((endedAt.getTime() - startedAt.getTime()) / 1000).toFixed(1)} s` : '';
  const why = code ? `${code}: ${reason?.split('\n')[0]}` : (snapshot ?? '');
  return [began, seconds.padStart(9), trigger.padEnd(8), result.replace('_', ' ').padEnd(9), why]
    .join('  ')
    .trimEnd();
}
