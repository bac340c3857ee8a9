import type { Command } from 'commander';
import type { Config } from '../config.js';
import { databaseSettings, describedCommand, ownConfig, progress } from './command.js';
import { withReadyDatabase } from './database.js';
import { graphAt } from './graph-at.js';

/** `publish`: writes a snapshot of the store as files. */
export function publishCommand(): Command {
  return describedCommand({
    name: 'publish',
    does: 'Write a snapshot of all published tables as CSV, JSON and JSON Lines, whole or not at all.',
    example: 'EXPORTS_DIR=/srv/open-motions npm run -s cli -- publish',
    settings: [...databaseSettings, 'EXPORTS_DIR', 'PROFILES_DIR', 'PUBLIC_URL', 'CONTACT_URL'],
  }).action(async () => {
    const config = ownConfig();
    await withReadyDatabase(config, (url) => publishSnapshot(config, url));
  });
}

/** Publishes and says what became of it; `log` is told of every step on the way. */
export async function publishSnapshot(
  config: Config,
  url: string,
  log: (line: string) => void = progress,
): Promise<void> {
  const { publish } = await import('../jobs/publish.js');
  const { id, folder, changed } = await publish({
    url,
    exportsDir: config.exportsDir,
    profiles: config.profilesDir,
    log,
    graphAt: graphAt(url),
  });
  progress(`snapshot: ${changed ? 'published' : 'nothing has changed since'} ${id} in ${folder}`);
}
