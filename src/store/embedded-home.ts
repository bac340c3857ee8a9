// Where the embedded cluster lives: `<DATA_DIR>/postgres`, with the cluster itself in `data`, its password,
// its settings and its log. Where the account that runs it cannot reach DATA_DIR (root started below /root),
// the folder lies under /var/lib and `<DATA_DIR>/postgres` is a link to it, so data survive and are found.
import { chmod, mkdir, mkdtemp, realpath, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../errors.js';
import { type Account, canEnter, clusterAccount } from './embedded-account.js';

/** The folder of a cluster and the account that runs it. */
export interface Home {
  folder: string;
  account: Account | undefined;
}

/** Finds or makes the folder of the cluster that belongs to DATA_DIR. */
export async function clusterHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  const place = join(dataDir, 'postgres');
  const present = await realpath(place).catch(() => undefined);
  const account = await clusterAccount(join(present ?? place, 'data'));
  if (present) {
    if (await canEnter(present, account)) return { folder: present, account };
    throw unreachable(present);
  }
  await mkdir(place, { mode: account ? 0o755 : 0o700 });
  if (await canEnter(place, account)) return { folder: await realpath(place), account };
  await rmdir(place);
  const folder = await mkdtemp('/var/lib/open-motions-').catch(() => {
    throw unreachable(place);
  });
  await chmod(folder, 0o755);
  await symlink(folder, place);
  log(
    `The database is kept in ${folder}: the user that runs it may not enter ${dataDir}, which links to it.`,
  );
  return { folder, account };
}

function unreachable(folder: string): StoreError {
  return new StoreError(
    'DATABASE_UNAVAILABLE',
    `PostgreSQL does not run as root, and the user that would run it may not enter ${folder}: ` +
      'set DATA_DIR to a folder that every user may enter, start as an ordinary user, or set DATABASE_URL.',
  );
}
