// After the last test: nothing of the run stays behind, neither a server nor a folder nor a database.
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Jest calls this once per run. */
export default async function tearDown() {
  if (process.env.TEST_DATABASE_URL) await dropDatabases(process.env.TEST_DATABASE_URL);
  await removeCluster(process.env.OPEN_MOTIONS_TEST_FOLDER);
}

/** Ends the server of a throw-away cluster at once, since nobody will read it again, and removes its folder. */
export async function removeCluster(folder) {
  const home = attempt(() => realpathSync(join(folder, 'postgres')));
  const pid = Number.parseInt(
    attempt(() => readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8')),
    10,
  );
  if (pid > 0) {
    attempt(() => process.kill(pid, 'SIGQUIT'));
    for (let waited = 0; waited < 5000 && attempt(() => process.kill(pid, 0)); waited += 20) await sleep(20);
  }
  if (home) rmSync(home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function dropDatabases(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const ofThisRun = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)';
  const { rows } = await client.query(ofThisRun, [process.env.OPEN_MOTIONS_TEST_RUN]);
  for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await client.end();
}

function attempt(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}
