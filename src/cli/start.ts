import type { Command } from 'commander';
import { type Config, settings } from '../config.js';
import { PublishError } from '../errors.js';
import { describedCommand, ownConfig, progress } from './command.js';
import { importOwnSeeds, migrateDatabase, withDatabase } from './database.js';
import { publishSnapshot } from './publish.js';
import { serveUntil } from './serve.js';
import { stopSignal } from './signals.js';

/** `start`: from nothing to a server that answers; each step is awaited and does only what is missing. */
export function startCommand(): Command {
  return describedCommand({
    name: 'start',
    does: 'Migrate, import the seeds if they changed, publish a first snapshot, serve.',
    example: 'npm start',
    settings: settings.map((setting) => setting.name),
  }).action(async () => {
    const config = ownConfig();
    const stop = stopSignal();
    await withDatabase(config, async (url) => {
      await migrateDatabase(url);
      if (stop.aborted) return;
      await importOwnSeeds(url);
      if (stop.aborted) return;
      if (!(await hasSnapshot(config.exportsDir))) await publishFirst(config, url);
      await serveUntil(stop, config, url);
    });
  });
}

async function hasSnapshot(folder: string): Promise<boolean> {
  const { readSnapshots } = await import('../exporters/snapshots.js');
  return (await readSnapshots(folder, progress)).length > 0;
}

/** Two starts at once meet here: the second leaves the first snapshot to the one that is making it. */
async function publishFirst(config: Config, url: string): Promise<void> {
  await publishSnapshot(config, url, () => {}).catch((error) => {
    if (!(error instanceof PublishError) || error.code !== 'PUBLISH_LOCKED') throw error;
    progress('snapshot: another process is publishing it');
  });
}
