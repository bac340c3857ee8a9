// The pages for reading and comparing. Each asks the store its question and prints the answer.
import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.js';
import { serveAssets } from './assets.js';
import { EmptyHomePage, HomePage } from './home.js';
import { htmlDocument } from './layout.js';
import { readQuestion } from './question.js';
import { readView } from './view.js';

/** What the pages need of the server. */
export interface PageOptions {
  readonly store: Store;
  readonly contactUrl: string | undefined;
}

/** The routes of the pages and of the files they need. */
export async function pageRoutes(app: FastifyInstance, { store, contactUrl }: PageOptions): Promise<void> {
  await app.register(fastifyCompress, { encodings: ['br', 'gzip'] });
  serveAssets(app);
  app.get<{ Querystring: Record<string, unknown> }>('/', async (request, reply) => {
    const view = await readView(store.db, readQuestion(request.query));
    const page = view ? HomePage({ view, contactUrl }) : EmptyHomePage({ contactUrl });
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache' })
      .send(htmlDocument(page));
  });
}
