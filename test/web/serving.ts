// A whole server for a test: on a free port, on the test’s own database, counting the statements it makes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../src/config.js';
import { assemble } from '../../src/server.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { Metrics } from '../../src/watch/metrics.js';

/** A running server and what a test asks of it. */
export interface Serving {
  readonly app: FastifyInstance;
  readonly address: string;
  readonly store: Store;
  readonly exportsDir: string;
  /** The statements made since the last call, without the words that open and close a transaction. */
  statements(): string[];
  close(): Promise<void>;
}

/** Serves a database, with an exports folder of its own; `watched` is a store that tells these metrics. */
export async function serving(
  url: string,
  settings: Partial<Config> = {},
  watched?: { readonly metrics: Metrics; readonly store: Store },
): Promise<Serving> {
  const exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-exports-'));
  const made: string[] = [];
  const store = watched?.store ?? openStore(url, { onStatement: (text) => made.push(text) });
  const config = { ...testConfig(exportsDir), ...settings };
  const app = await assemble(store, { config, url, log: () => {} }, watched?.metrics);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    address,
    store,
    exportsDir,
    statements: () => made.splice(0).filter((text) => !/^\s*(begin|start|set|commit|rollback)\b/i.test(text)),
    async close() {
      await app.close();
      await rm(exportsDir, { recursive: true });
    },
  };
}

/** Settings for a server of a test. */
export function testConfig(exportsDir: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    exportsDir,
    profilesDir: undefined,
    databaseUrl: undefined,
    publicUrl: 'http://127.0.0.1',
    contactUrl: 'https://example.org/report',
    publishAt: undefined,
    trustProxy: false,
    responseCacheBytes: 0,
    costPerMinute: 100_000,
    metricsToken: undefined,
    logLevel: 'info',
  };
}
