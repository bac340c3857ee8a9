// The comparison at its address, as a page, as CSV and as JSON.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ComparePage, EmptyComparePage } from './compare.js';
import { compareData, compareTable } from './compare-data.js';
import type { PageOptions } from './pages.js';
import { compareAddress, isFromForm, readQuestion } from './question.js';
import { Refusal } from './refusal.js';
import { sendData, sendPage, sendTable } from './send.js';
import { type CompareView, readView } from './view.js';

type Asking = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** The routes of the comparison. */
export async function compareRoutes(app: FastifyInstance, options: PageOptions): Promise<void> {
  const { store, contactUrl } = options;
  app.get('/compare', async (request: Asking, reply) => {
    const question = readQuestion(request.query);
    // What a form sends has a shorter spelling, which is the one to share.
    if (isFromForm(request.query)) return reply.redirect(compareAddress(question), 302);
    const view = await readView(store.db, question);
    const page = view ? ComparePage({ view, contactUrl }) : EmptyComparePage({ contactUrl });
    return sendPage(request, reply, page, ['csv', 'json']);
  });
  app.get('/compare.json', async (request: Asking, reply) =>
    sendData(request, reply, compareData(await recorded(request))),
  );
  app.get('/compare.csv', async (request: Asking, reply) =>
    sendTable(request, reply, compareTable(await recorded(request))),
  );
  async function recorded(request: Asking): Promise<CompareView> {
    const view = await readView(store.db, readQuestion(request.query));
    if (view) return view;
    throw new Refusal('NOT_FOUND', 'No review is recorded yet.');
  }
}
