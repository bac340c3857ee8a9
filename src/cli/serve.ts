import type { Command } from 'commander';
import { type Config, settings } from '../config.js';
import { describedCommand, ownConfig, progress } from './command.js';
import { refusePending, withDatabase, withReadyDatabase } from './database.js';
import { keepSchedule } from './schedule.js';
import { aborted, stopSignal } from './signals.js';
import { openTracing } from './tracing.js';

/** `serve`: the server alone. It never changes a schema; only an empty embedded database is set up first. */
export function serveCommand(): Command {
  return describedCommand({
    name: 'serve',
    does: 'Serve pages, GraphQL and data; refuses a database whose migrations are pending.',
    example: 'PORT=8080 npm run -s cli -- serve',
    settings: settings.map((setting) => setting.name),
  }).action(async () => {
    const config = ownConfig();
    const stop = stopSignal();
    const open = config.databaseUrl ? withMigratedDatabase : withReadyDatabase;
    await open(config, (url) => serveUntil(stop, config, url));
  });
}

/** A database of the operator's own is never changed by serving it, not even an empty one. */
async function withMigratedDatabase(config: Config, work: (url: string) => Promise<void>): Promise<void> {
  await withDatabase(config, async (url) => {
    const { pendingMigrations } = await import('../store/migrate.js');
    const pending = await pendingMigrations(url);
    if (pending.length > 0) refusePending(pending);
    await work(url);
  });
}

/** Serves until told to stop, then lets answers under way finish. */
export async function serveUntil(stop: AbortSignal, config: Config, url: string): Promise<void> {
  if (stop.aborted) return;
  const { startServer } = await import('../server.js');
  const { openLog } = await import('../watch/log.js');
  const { fault, ended } = openLog(config.logLevel);
  const tracing = await openTracing(process.env);
  const server = await startServer({ config, url, log: fault, ended }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.syscall !== 'listen') throw error;
      progress(
        `HOST and PORT: expected an address to listen on, got ${config.host}:${config.port}, ${error.code}`,
      );
      process.exitCode = 1;
    },
  );
  if (!server) return;
  const address = server.address.replace(/\/$/, '');
  progress(
    [
      'Open Motions is ready:',
      `  page       ${address}/`,
      `  GraphQL    ${address}/graphql`,
      `  explorer   ${address}/explorer`,
      `  data       ${address}/data/`,
      'Ctrl-C stops it.',
    ].join('\n'),
  );
  const schedule = await keepSchedule(config, url);
  await aborted(stop);
  await schedule.stop();
  await server.close();
  await tracing.close();
}
