// The pages whose address is an id: each kind of record is read by one question and printed by one page,
// and `.json` after the address gives the same answer as plain data. A merged id leads on, a removed one
// says why, an unknown one says where to look.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { clausePlace } from '../store/queries/clause-place.js';
import { councillorRecord } from '../store/queries/councillor-record.js';
import { motionRecord } from '../store/queries/motion-record.js';
import { sourceRecord } from '../store/queries/source-record.js';
import { whereabouts } from '../store/queries/whereabouts.js';
import type { Database } from '../store/tables.js';
import { CouncilPage, councilData, readCouncil } from './council.js';
import { CouncillorPage } from './councillor.js';
import { writtenDate } from './date.js';
import { allowAnyOrigin } from './headers.js';
import { MotionPage } from './motion.js';
import type { PageOptions } from './pages.js';
import { RecommendationPage, readRecommendation, recommendationData } from './recommendation.js';
import { Refusal } from './refusal.js';
import { ReviewPage, readReview, reviewData } from './review.js';
import { sendData, sendPage } from './send.js';
import { SourcePage } from './source-page.js';

/** How one kind of record is read and shown. */
interface Kind<T> {
  /** The first segment of its ids. */
  readonly segment: string;
  readonly read: (db: Kysely<Database>, id: string) => Promise<T | null>;
  readonly page: (record: T, contactUrl: string | undefined) => VNode;
  /** What the page says, as plain data; left out, the record itself. */
  readonly data?: (record: T) => unknown;
}

type Address = FastifyRequest<{ Params: { '*': string } }>;

/** The routes of every kind of record. */
export async function recordRoutes(app: FastifyInstance, options: PageOptions): Promise<void> {
  allowAnyOrigin(app);
  serve(app, options, { segment: 'motion', read: motionRecord, page: MotionPage });
  serve(app, options, { segment: 'council', read: readCouncil, page: CouncilPage, data: councilData });
  serve(app, options, {
    segment: 'recommendation',
    read: readRecommendation,
    page: RecommendationPage,
    data: recommendationData,
  });
  serve(app, options, { segment: 'review', read: readReview, page: ReviewPage, data: reviewData });
  serve(app, options, { segment: 'councillor', read: councillorRecord, page: CouncillorPage });
  serve(app, options, { segment: 'source', read: sourceRecord, page: SourcePage });
  leadToClauses(app, options);
}

function serve<T>(app: FastifyInstance, { store, contactUrl }: PageOptions, kind: Kind<T>): void {
  app.get(`/${kind.segment}/*`, async (request: Address, reply) => {
    const { id, suffix } = asked(kind.segment, request);
    const record = await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((state) => kind.read(state, id));
    if (record === null) return elsewhere(store.db, reply, id, suffix);
    if (suffix) return sendData(request, reply, kind.data ? kind.data(record) : record);
    return sendPage(request, reply, kind.page(record, contactUrl));
  });
}

// A clause is read within its motion, so its id leads to its place there; a page of its own may come later.
function leadToClauses(app: FastifyInstance, { store }: PageOptions): void {
  app.get('/clause/*', async (request: Address, reply) => {
    const { id, suffix } = asked('clause', request);
    const place = await clausePlace(store.db, id);
    if (place === null) return elsewhere(store.db, reply, id, suffix);
    return reply.redirect(`/${place.motion}${suffix}#${place.address}`, 302);
  });
}

// No id holds anything but letters, digits, dots and dashes, so whatever else is asked for is not one.
function asked(segment: string, request: Address): { readonly id: string; readonly suffix: string } {
  const [, path = '', suffix = ''] = /^(.*?)(\.json)?$/s.exec(request.params['*']) ?? [];
  const id = `${segment}/${path}`;
  if (!/^[\w./-]+$/.test(id)) throw unknown(id);
  return { id, suffix };
}

async function elsewhere(db: Kysely<Database>, reply: FastifyReply, id: string, suffix: string) {
  const { mergedInto, removedBecause, removedAt } = await whereabouts(db, id);
  if (mergedInto !== null) return reply.redirect(`/${mergedInto}${suffix}`, 308);
  if (removedBecause === null) throw unknown(id);
  const day = writtenDate({ date: removedAt, precision: 'day' });
  throw new Refusal('GONE', `${id} was removed on ${day}: ${removedBecause}`);
}

function unknown(id: string): Refusal {
  const [kind, council] = id.split('/');
  const where =
    kind === 'motion' || kind === 'councillor'
      ? `What is recorded of a council is listed on its page: /council/${council}.`
      : 'Ids are listed in the files under /data/, and the pages of the menu lead to each.';
  return new Refusal('NOT_FOUND', `Nothing is recorded under the id ${id}. ${where}`);
}
