// Before the first test: names this run. The cluster itself is started by the first test that needs a
// database, so that a run of pure tests takes no time for it.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from './global-teardown.js';

const prefix = 'open-motions-test-';

/** Jest calls this once per run; the workers inherit the environment that it sets. */
export default async function setUp() {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Root's cluster runs under another account, which must be able to come this way.
  chmodSync(folder, 0o755);
  process.env.OPEN_MOTIONS_TEST_FOLDER = folder;
  process.env.OPEN_MOTIONS_TEST_RUN = `om_test_${randomBytes(4).toString('hex')}`;
}

/** A run that was killed could not clean up behind itself; the next one does. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!isRunning(pid)) await removeCluster(join(tmpdir(), name)).catch(() => undefined);
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
