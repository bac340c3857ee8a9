// The pages for reading and comparing. Each asks the store its question and prints the answer.
import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { coverageList } from '../store/queries/coverage-list.js';
import { latestEvents } from '../store/queries/latest-events.js';
import type { Store } from '../store/store.js';
import { serveAssets } from './assets.js';
import { CoveragePage, coverageTable } from './coverage.js';
import { crawlerRoutes } from './crawlers.js';
import { DevelopersPage, developerExamples, type GraphFacts } from './developers.js';
import { feedLength, sendFeed } from './feed.js';
import { GlossaryPage, glossaryData } from './glossary.js';
import { EmptyHomePage, HomePage } from './home.js';
import { lineageRoutes } from './lineage-routes.js';
import { readQuestion } from './question.js';
import { recordRoutes } from './records.js';
import { searchRoutes } from './search-routes.js';
import { sendData, sendPage, sendTable } from './send.js';
import { readView } from './view.js';

/** What the pages need of the server. */
export interface PageOptions {
  readonly store: Store;
  readonly contactUrl: string | undefined;
}

/** What the page for developers says of the graph, beside that. */
export interface SiteOptions extends PageOptions {
  readonly graph: GraphFacts;
}

/** The routes of the pages and of the files they need. */
export async function pageRoutes(
  app: FastifyInstance,
  { store, contactUrl, graph }: SiteOptions,
): Promise<void> {
  await app.register(fastifyCompress, { encodings: ['br', 'gzip'] });
  serveAssets(app);
  app.get<{ Querystring: Record<string, unknown> }>('/', async (request, reply) => {
    const view = await readView(store.db, readQuestion(request.query));
    const page = view ? HomePage({ view, contactUrl }) : EmptyHomePage({ contactUrl });
    return sendPage(request, reply, page, ['atom']);
  });
  app.get('/glossary', (request, reply) => sendPage(request, reply, GlossaryPage({ contactUrl }), ['json']));
  app.get('/glossary.json', (request, reply) => sendData(request, reply, glossaryData()));
  app.get('/coverage', async (request, reply) =>
    sendPage(request, reply, CoveragePage({ coverage: await coverageList(store.db), contactUrl }), [
      'json',
      'csv',
    ]),
  );
  app.get('/coverage.csv', async (request, reply) =>
    sendTable(request, reply, coverageTable(await coverageList(store.db))),
  );
  app.get('/coverage.json', async (request, reply) => sendData(request, reply, await coverageList(store.db)));
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
  await app.register(searchRoutes, { store, contactUrl });
  await app.register(recordRoutes, { store, contactUrl });
  await app.register(lineageRoutes, { store, contactUrl });
  await app.register(crawlerRoutes, { store, contactUrl });
}
