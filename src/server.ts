// One HTTP server for every face of the record: pages, /data, /graphql and the explorer. It opens the
// store, never changes it, and closes what it opened.
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { snapshotPackage } from './exporters/package.js';
import { editions } from './graph/edition.js';
import { errorCodes } from './graph/errors.js';
import { graphPlugin, openAnswers } from './graph/http.js';
import { limits } from './graph/limits.js';
import { followDataVersion } from './store/data-version.js';
import { openStore, type Store } from './store/store.js';
import { UnderWay } from './store/under-way.js';
import { watchedBy } from './store/watched-client.js';
import { type Ended, onEnded } from './watch/ended.js';
import { Metrics } from './watch/metrics.js';
import { watchRecord } from './watch/record-metrics.js';
import { requestId } from './watch/request-id.js';
import { serveMetrics } from './watch/serve-metrics.js';
import { traceRequests, traceStatement } from './watch/trace-requests.js';
import { dataRoutes } from './web/data.js';
import { answerFailures } from './web/failure.js';
import { setHeaders } from './web/headers.js';
import { serveHealth } from './web/health.js';
import { followNewestSnapshot } from './web/newest-snapshot.js';
import { pageRoutes } from './web/pages.js';
import { servedRecord } from './web/served-record.js';
import { snapshotFolder } from './web/snapshot.js';

/** What a server is started with: its settings, its database, and who is told what it does. */
export interface ServerOptions {
  readonly config: Config;
  readonly url: string;
  readonly log: (line: string) => void;
  /** Told of every request as it ends. */
  readonly ended?: (ended: Ended) => void;
  /** Milliseconds in which a request has to arrive whole; those of the limits where left out. */
  readonly requestMs?: number;
}

// The graph cancels its statements after ten seconds; what outlives that is ended by PostgreSQL itself.
const statementTimeoutMs = 15_000;

/** A running server: where it answers, and how it ends. */
export interface RunningServer {
  readonly address: string;
  /** Lets answers under way finish, then closes the database connections. */
  close(): Promise<void>;
}

/**
 * Starts the server on the configured host and port.
 * @throws the system’s listen error (EADDRINUSE, EACCES …) where the address cannot be had.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const metrics = new Metrics();
  const watch = watchedBy(metrics.statement, traceStatement);
  const store = openStore(options.url, { statementTimeoutMs, watch });
  const app = await assemble(store, options, metrics).catch(closing(store));
  const { host, port } = options.config;
  const address = await app.listen({ host, port }).catch(closing(app));
  return { address, close: () => closeWithin(app, 5_000) };
}

/** The server before it listens, for tests that ask it directly; closing it closes the store. */
export async function assemble(
  store: Store,
  options: ServerOptions,
  metrics = new Metrics(),
): Promise<FastifyInstance> {
  const { config, log, requestMs = limits.requestMs } = options;
  const { contactUrl, costPerMinute, publicUrl, responseCacheBytes: cacheBytes } = config;
  const app = fastify({
    logger: false,
    trustProxy: trusted(config.trustProxy),
    bodyLimit: 100 * 1024,
    requestTimeout: requestMs,
    // Otherwise Node looks every half minute only.
    http: { headersTimeout: requestMs, connectionsCheckingInterval: Math.min(1_000, requestMs) },
    genReqId: requestId,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  });
  app.addHook('onClose', () => store.close());
  app.decorate('publicUrl', publicUrl);
  const snapshots = snapshotFolder(config.exportsDir);
  const versions = followDataVersion(store);
  const newest = await followNewestSnapshot(snapshots);
  app.addHook('onClose', () => {
    newest.close();
    return versions.close();
  });
  traceRequests(app);
  onEnded(app, metrics.ended);
  if (options.ended) onEnded(app, options.ended);
  setHeaders(app);
  answerFailures(app, { contactUrl, log });
  serveHealth(app, store, snapshots);
  const underWay = new UnderWay(limits.underWay);
  const answers = openAnswers(app, { store, cacheBytes, versions });
  metrics.watchPool(store.pool);
  if (answers) metrics.watchKept(answers);
  metrics.watchUnderWay(underWay);
  watchRecord(metrics, () => servedRecord(store, snapshots, versions));
  serveMetrics(app, metrics, config.metricsToken);
  await app.register(pageRoutes, {
    store,
    answers,
    underWay,
    snapshots,
    contactUrl,
    graph: { limits: { ...limits, costPerMinute }, errors: errorCodes },
  });
  await app.register(dataRoutes, { snapshots, contactUrl });
  const { title, creator, licence } = snapshotPackage;
  const edition = editions(() => ({ dataVersion: versions.current, snapshot: newest.current }), {
    publicUrl,
    title,
    creator,
    licence: licence.name.replaceAll('-', ' '),
  });
  await app.register(graphPlugin, { store, log, answers, underWay, costPerMinute, edition });
  await app.ready();
  return app;
}

// A reader who takes an answer too slowly, or never, cannot keep the process alive.
async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const deadline = setTimeout(() => app.server.closeAllConnections(), milliseconds);
  await app.close();
  clearTimeout(deadline);
}

// Fastify distrusts a bare number of hops; the operator has said how many proxies stand before us.
function trusted(trustProxy: Config['trustProxy']) {
  if (typeof trustProxy === 'number') return (_address: string, hop: number) => hop < trustProxy;
  return typeof trustProxy === 'boolean' ? trustProxy : [...trustProxy];
}

function closing(opened: { close(): PromiseLike<unknown> }): (error: unknown) => Promise<never> {
  return async (error) => {
    await opened.close();
    throw error;
  };
}
