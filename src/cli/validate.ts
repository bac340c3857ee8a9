import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../errors.js';
import { describedCommand, output, ownConfig, progress } from './command.js';

interface ValidateOptions {
  profiles?: string;
  only?: string;
  json: boolean;
}

/** `validate`: holds a snapshot to other people's validators. */
export function validateCommand(): Command {
  return describedCommand({
    name: 'validate',
    does: 'Check a snapshot with tools that did not write it; any failure is told with its place.',
    example: 'npm run -s cli -- validate latest --profiles ../profiles',
    settings: ['EXPORTS_DIR', 'PROFILES_DIR'],
  })
    .argument('<snapshot>', 'folder of a snapshot, its id, or the word latest')
    .option('--profiles <folder>', 'folder of the official profiles and shapes')
    .option('--only <validators>', 'run these alone, named with commas between them')
    .option('--json', 'write the receipts as JSON on standard output', false)
    .action(validateSnapshot);
}

async function validateSnapshot(named: string, { only, json, ...options }: ValidateOptions): Promise<void> {
  const config = ownConfig();
  const profiles = options.profiles ?? config.profilesDir;
  if (profiles !== undefined && !existsSync(join(profiles, 'datapackage.2.0.json'))) {
    throw new UsageError(`expected a folder that holds datapackage.2.0.json, got ${profiles}`);
  }
  const { openSnapshot } = await import('../validators/snapshot-folder.js');
  const { failures, line, validate, validators } = await import('../validators/validate.js');
  const snapshot = await openSnapshot(await folderOf(named, config.exportsDir));
  const report = await validate(snapshot, {
    profiles,
    only: namesOf(only, validators),
    ...(json ? { log: progress } : {}),
  });
  const lines = report.receipts.flatMap((one) => [line(one), ...one.problems.map((each) => `  ${each}`)]);
  await output(json ? JSON.stringify(report, null, 2) : lines.join('\n'));
  if (failures(report).length > 0) process.exitCode = 1;
}

function namesOf(only: string | undefined, known: readonly { name: string }[]): string[] | undefined {
  const names = only?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !known.some((one) => one.name === name));
  if (unknown === undefined) return names;
  throw new UsageError(`expected names out of ${known.map(({ name }) => name).join(', ')}, got ${unknown}`);
}

/** The folder of a snapshot that is named by its path, its id or as the latest. */
export async function folderOf(named: string, exportsDir: string): Promise<string> {
  if (existsSync(join(named, 'manifest.json'))) return resolve(named);
  const id = named === 'latest' ? await latest(exportsDir) : named;
  const folder = join(exportsDir, 'snapshots', id);
  if (/^[\w-]+$/.test(id) && existsSync(join(folder, 'manifest.json'))) return folder;
  throw new UsageError(`expected the folder or id of a snapshot in ${exportsDir}, got ${named}`);
}

async function latest(exportsDir: string): Promise<string> {
  const text = await readFile(join(exportsDir, 'index.json'), 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { latest?: string | null }).latest ?? '';
}
