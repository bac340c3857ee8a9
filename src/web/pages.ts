// The pages for reading and comparing. Each asks the store its question and prints the answer.
import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { KeptAnswers } from '../store/kept-answers.js';
import { coverageList } from '../store/queries/coverage-list.js';
import { latestEvents } from '../store/queries/latest-events.js';
import type { Store } from '../store/store.js';
import type { UnderWay } from '../store/under-way.js';
import { serveAssets } from './assets.js';
import { compareRoutes } from './compare-routes.js';
import { CoveragePage, coverageTable, readCoverage } from './coverage.js';
import { crawlerRoutes } from './crawlers.js';
import { DevelopersPage, developerExamples, type GraphFacts } from './developers.js';
import { feedLength, sendFeed } from './feed.js';
import { GlossaryPage, glossaryData } from './glossary.js';
import { HomePage, homeData } from './home.js';
import { readHome } from './home-view.js';
import { keepPages } from './kept-pages.js';
import { letIn } from './let-in.js';
import { lineageRoutes } from './lineage-routes.js';
import { readQuestion, single } from './question.js';
import { recordRoutes } from './records.js';
import { searchRoutes } from './search-routes.js';
import { sendData, sendPage, sendTable } from './send.js';
import { type SnapshotFolder, takenAt } from './snapshot.js';

/** What the pages need of the server. */
export interface PageOptions {
  readonly store: Store;
  readonly snapshots: SnapshotFolder;
  readonly contactUrl: string | undefined;
}

/** What the page for developers says of the graph, beside that. */
export interface SiteOptions extends PageOptions {
  readonly graph: GraphFacts;
  /** Where pages are kept with the graph’s answers; null where nothing is kept. */
  readonly answers: KeptAnswers | null;
  /** The requests of the whole server that are answered from the store. */
  readonly underWay: UnderWay;
}

/** The routes of the pages and of the files they need. */
export async function pageRoutes(app: FastifyInstance, options: SiteOptions): Promise<void> {
  const { store, snapshots, contactUrl, graph, answers, underWay } = options;
  keepPages(app, answers, snapshots);
  letIn(app, underWay);
  await app.register(fastifyCompress, { encodings: ['br', 'gzip'] });
  serveAssets(app);
  app.get<{ Querystring: Record<string, unknown> }>('/', async (request, reply) => {
    const view = await readHome(store.db, readQuestion(request.query));
    const newest = (await snapshots.index())?.latest ?? null;
    const publishedAt = newest === null ? null : takenAt(newest);
    return sendPage(request, reply, HomePage({ view, publishedAt, contactUrl }), ['json', 'atom']);
  });
  app.get<{ Querystring: Record<string, unknown> }>('/home.json', async (request, reply) =>
    sendData(request, reply, homeData(await readHome(store.db, readQuestion(request.query)))),
  );
  await app.register(compareRoutes, options);
  app.get('/glossary', (request, reply) => sendPage(request, reply, GlossaryPage({ contactUrl }), ['json']));
  app.get('/glossary.json', (request, reply) => sendData(request, reply, glossaryData()));
  app.get<{ Querystring: Record<string, unknown> }>('/coverage', async (request, reply) => {
    const reading = await readCoverage(store.db, request.query);
    return sendPage(request, reply, CoveragePage({ reading, contactUrl }), ['json', 'csv']);
  });
  const searches = ({ query }: { query: Record<string, unknown> }) => {
    const review = single(query, 'review');
    return coverageList(store.db, null, review === undefined ? null : [review]);
  };
  app.get<{ Querystring: Record<string, unknown> }>('/coverage.csv', async (request, reply) =>
    sendTable(request, reply, coverageTable(await searches(request))),
  );
  app.get<{ Querystring: Record<string, unknown> }>('/coverage.json', async (request, reply) =>
    sendData(request, reply, await searches(request)),
  );
  app.get('/home.atom', async (request, reply) =>
    sendFeed(request, reply, {
      path: '/',
      name: 'Open Motions',
      events: await latestEvents(store.db, null, feedLength),
    }),
  );
  app.get('/developers', (request, reply) =>
    sendPage(request, reply, DevelopersPage({ publicUrl: app.publicUrl, graph, contactUrl }), ['json']),
  );
  app.get('/developers.json', (request, reply) =>
    sendData(request, reply, { endpoint: `${app.publicUrl}/graphql`, ...graph, examples: developerExamples }),
  );
  await app.register(searchRoutes, options);
  await app.register(recordRoutes, options);
  await app.register(lineageRoutes, options);
  await app.register(crawlerRoutes, options);
}
