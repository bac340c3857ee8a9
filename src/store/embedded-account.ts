// Who runs PostgreSQL. It refuses to run as root, so root runs it as the owner of an existing cluster,
// else as `postgres`, else as `nobody`; everybody else runs it as themselves.
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';

const run = promisify(execFile);

/** The user id and group id a program runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/** The account to run the cluster under, or undefined where this process's own account will do. */
export async function clusterAccount(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = (await accountOf('postgres')) ?? (await accountOf('nobody'));
  if (account) return account;
  throw new StoreError(
    'DATABASE_UNAVAILABLE',
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody: ' +
      'start as an ordinary user, or set DATABASE_URL.',
  );
}

async function accountOf(user: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** True if the account can enter the folder, asked of the system itself: modes alone miss access lists. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true;
  return run('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
