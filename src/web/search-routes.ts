// The addresses of a search: a page, the same as plain data, and its hits as a table.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hit } from '../store/queries/search.js';
import { search } from '../store/queries/search.js';
import { allowAnyOrigin, scriptPolicy } from './headers.js';
import { unmarked } from './marked.js';
import type { PageOptions } from './pages.js';
import { SearchPage, type SearchReading } from './search.js';
import { readSearch } from './search-question.js';
import { type PageTable, sendData, sendPage, sendTable } from './send.js';

type Asking = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** The routes. */
export async function searchRoutes(app: FastifyInstance, { store, contactUrl }: PageOptions): Promise<void> {
  allowAnyOrigin(app);
  const read = async (request: Asking): Promise<SearchReading> => {
    const asked = readSearch(request.query);
    return { asked, found: asked.words ? await search(store.db, asked) : null };
  };
  app.get('/search', async (request: Asking, reply) => {
    reply.header('content-security-policy', scriptPolicy);
    return sendPage(request, reply, SearchPage(await read(request), contactUrl), ['json', 'csv']);
  });
  app.get('/search.json', async (request: Asking, reply) =>
    sendData(request, reply, searchData(await read(request))),
  );
  app.get('/search.csv', async (request: Asking, reply) =>
    sendTable(request, reply, hitTable((await read(request)).found?.hits ?? [])),
  );
}

function searchData({ asked, found }: SearchReading) {
  return {
    asked,
    ...found,
    hits: found?.hits.map((hit) => ({ ...hit, extract: unmarked(hit.extract) })) ?? [],
  };
}

function hitTable(hits: readonly Hit[]): PageTable {
  const columns = [
    'kind',
    'id',
    'title',
    'council_ids',
    'motion_id',
    'address',
    'date',
    'outcome',
    'extract',
  ];
  const rows = hits.map((hit) => ({
    kind: hit.kind,
    id: hit.id,
    title: hit.title,
    council_ids: hit.councils.map(({ id }) => id).join(' '),
    motion_id: hit.motion,
    address: hit.address,
    date: hit.date,
    outcome: hit.outcome,
    extract: unmarked(hit.extract),
  }));
  return { columns, rows };
}
