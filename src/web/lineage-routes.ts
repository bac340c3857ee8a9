// The addresses of lineage: /lineage, and behind it the id of a clause or of a motion; `?with=` names a
// second motion. `.json` behind any of them gives the same as data.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { clauseLineage, motionLineage, motionPair, travelledWording } from '../store/queries/lineage.js';
import { allowAnyOrigin } from './headers.js';
import { ClauseLineagePage, MotionLineagePage, TravelledPage } from './lineage.js';
import { MotionPairPage } from './lineage-pair.js';
import type { PageOptions } from './pages.js';
import { Refusal } from './refusal.js';
import { sendData, sendPage } from './send.js';

type Address = FastifyRequest<{ Params: { '*': string }; Querystring: { with?: unknown } }>;

/** Motions listed on the first page. */
const listed = 50;

/** The routes of lineage. */
export async function lineageRoutes(app: FastifyInstance, { store, contactUrl }: PageOptions): Promise<void> {
  allowAnyOrigin(app);
  const answer = <T>(
    request: Address,
    reply: FastifyReply,
    isData: boolean,
    record: T,
    page: (of: T) => VNode,
  ) => (isData ? sendData(request, reply, record) : sendPage(request, reply, page(record), ['json']));

  for (const path of ['/lineage', '/lineage.json']) {
    app.get(path, async (request: Address, reply) => {
      const travelled = await travelledWording(store.db, listed);
      return answer(request, reply, path.endsWith('.json'), travelled, () =>
        TravelledPage({ travelled, contactUrl }),
      );
    });
  }

  app.get('/lineage/*', async (request: Address, reply) => {
    const [, id = '', form] = /^(.*?)(\.json)?$/s.exec(request.params['*']) ?? [];
    const isData = form !== undefined;
    const { with: other } = request.query;
    if (id.startsWith('motion/') && other !== undefined) {
      const pair = await motionPair(store.db, id, idIn(other));
      if (!pair) throw unknown(`${id} and ${idIn(other)}`);
      return answer(request, reply, isData, pair, (record) => MotionPairPage(record, contactUrl));
    }
    if (id.startsWith('motion/')) {
      const lineage = await motionLineage(store.db, id);
      if (lineage)
        return answer(request, reply, isData, lineage, (record) => MotionLineagePage(record, contactUrl));
    }
    if (id.startsWith('clause/')) {
      const lineage = await clauseLineage(store.db, id);
      if (lineage)
        return answer(request, reply, isData, lineage, (record) => ClauseLineagePage(record, contactUrl));
    }
    throw unknown(id);
  });
}

function idIn(value: unknown): string {
  if (typeof value === 'string' && /^motion\/[\w./-]+$/.test(value)) return value;
  throw new Refusal(
    'BAD_REQUEST',
    'with names one motion by its id, as in ?with=motion/southwark/2023-03-22/title',
  );
}

function unknown(id: string): Refusal {
  return new Refusal(
    'NOT_FOUND',
    `No wording is recorded under ${id}. After /lineage/ stands the id of a clause or of a motion.`,
  );
}
