import type { Command } from 'commander';
import { databaseSettings, describedCommand, ownConfig } from './command.js';
import { migrateDatabase, withDatabase } from './database.js';

/** `migrate`: brings the tables to the shape of this release. */
export function migrateCommand(): Command {
  return describedCommand({
    name: 'migrate',
    does: 'Bring the tables to the shape of this release, all or nothing.',
    example: 'DATABASE_URL=postgres://user:password@host/motions npm run -s cli -- migrate',
    settings: databaseSettings,
  }).action(() => withDatabase(ownConfig(), migrateDatabase));
}
