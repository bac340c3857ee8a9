// The pages whose address is an id: each kind of record is read by one question and printed by one page,
// and `.json` after the address gives the same answer as plain data, `.csv`
// its table, `.atom` its news. A merged id leads on, a removed one
// says why, an unknown one says where to look.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { clausePlace } from '../store/queries/clause-place.js';
import { type EventScope, latestEvents } from '../store/queries/latest-events.js';
import { motionRecord } from '../store/queries/motion-record.js';
import { sourceRecord } from '../store/queries/source-record.js';
import { wardRecord } from '../store/queries/ward-record.js';
import { whereabouts } from '../store/queries/whereabouts.js';
import type { Database } from '../store/tables.js';
import { CouncilPage, councilData, councilTable, readCouncil } from './council.js';
import { CouncillorPage, councillorTable, readCouncillor } from './councillor.js';
import { writtenDate } from './date.js';
import { feedLength, sendFeed } from './feed.js';
import { askTable, readAsking } from './follow-through.js';
import { allowAnyOrigin } from './headers.js';
import type { OtherForm } from './here.js';
import { MotionPage, motionTable } from './motion.js';
import { OrganisationPage, organisationData, readOrganisation } from './organisation.js';
import type { PageOptions } from './pages.js';
import {
  RecommendationPage,
  readRecommendation,
  recommendationData,
  recommendationTable,
} from './recommendation.js';
import { Refusal } from './refusal.js';
import { ReviewPage, readReview, reviewData, reviewTable } from './review.js';
import { type PageTable, sendData, sendPage, sendTable } from './send.js';
import { SourcePage, sourceTable } from './source-page.js';
import { readTheme, ThemePage, themeData } from './theme.js';
import { WardPage, wardTable } from './ward.js';

/** What stands behind the question mark of an address. */
type Query = Readonly<Record<string, unknown>>;

/** How a record is asked for, beside its id. */
interface Asked {
  readonly query: Query;
  readonly form: OtherForm | null;
}

/** How one kind of record is read and shown. */
interface Kind<T> {
  /** The first segment of its ids. */
  readonly segment: string;
  readonly read: (db: Kysely<Database>, id: string, asked: Asked) => Promise<T | null>;
  readonly page: (record: T, contactUrl: string | undefined) => VNode;
  /** What the page says, as plain data; left out, the record itself. */
  readonly data?: (record: T) => unknown;
  /** What the page lists, where that is a table. */
  readonly table?: (record: T) => PageTable;
  /** What its feed is called, where news comes of it. */
  readonly news?: { readonly kind: EventScope['kind']; readonly name: (record: T) => string };
}

type Address = FastifyRequest<{ Params: { '*': string }; Querystring: Query }>;

/** The routes of every kind of record. */
export async function recordRoutes(app: FastifyInstance, options: PageOptions): Promise<void> {
  allowAnyOrigin(app);
  serve(app, options, {
    segment: 'motion',
    read: motionRecord,
    page: MotionPage,
    table: motionTable,
  });
  serve(app, options, {
    segment: 'council',
    read: (db, id, { query }) => readCouncil(db, id, query),
    page: CouncilPage,
    data: councilData,
    table: councilTable,
    news: { kind: 'council', name: ({ council }) => council.name },
  });
  serve(app, options, {
    segment: 'recommendation',
    read: (db, id, { query }) => readRecommendation(db, id, query),
    page: RecommendationPage,
    data: recommendationData,
    table: recommendationTable,
  });
  serve(app, options, {
    segment: 'review',
    read: readReview,
    page: ReviewPage,
    data: reviewData,
    table: reviewTable,
    news: { kind: 'review', name: ({ review }) => review.shortName },
  });
  serve(app, options, {
    segment: 'councillor',
    read: (db, id, { query }) => readCouncillor(db, id, query),
    page: CouncillorPage,
    data: ({ councillor }) => councillor,
    table: councillorTable,
  });
  serve(app, options, {
    segment: 'source',
    read: sourceRecord,
    page: SourcePage,
    table: sourceTable,
  });
  serve(app, options, { segment: 'ward', read: wardRecord, page: WardPage, table: wardTable });
  serve(app, options, {
    segment: 'theme',
    read: (db, id, { query, form }) => readTheme(db, id, readAsking(query, form)),
    page: ThemePage,
    data: themeData,
    table: ({ list }) => askTable(list.asks),
    news: { kind: 'theme', name: ({ theme }) => theme.name },
  });
  serve(app, options, {
    segment: 'organisation',
    read: (db, id, { query, form }) => readOrganisation(db, id, readAsking(query, form)),
    page: OrganisationPage,
    data: organisationData,
    table: ({ list }) => askTable(list.asks),
    news: { kind: 'organisation', name: ({ organisation }) => `Asked of ${organisation.name}` },
  });
  leadToClauses(app, options);
}

function serve<T>(app: FastifyInstance, { store, contactUrl }: PageOptions, kind: Kind<T>): void {
  const forms = formsOf(kind);
  app.get(`/${kind.segment}/*`, async (request: Address, reply) => {
    const { id, form } = asked(kind.segment, request);
    if (form !== null && !forms.includes(form)) throw notInForm(id, form, forms);
    const record = await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((state) => kind.read(state, id, { query: request.query, form }));
    if (record === null) return elsewhere(store.db, reply, id, form);
    if (form === 'json') return sendData(request, reply, kind.data ? kind.data(record) : record);
    if (form === 'csv' && kind.table) return sendTable(request, reply, kind.table(record));
    if (form === 'atom' && kind.news) {
      const events = await latestEvents(store.db, { kind: kind.news.kind, id }, feedLength);
      return sendFeed(request, reply, { path: `/${id}`, name: kind.news.name(record), events });
    }
    return sendPage(request, reply, kind.page(record, contactUrl), forms);
  });
}

const formsOf = <T>({ table, news }: Kind<T>): readonly OtherForm[] => [
  'json',
  ...(table ? (['csv'] as const) : []),
  ...(news ? (['atom'] as const) : []),
];

// A clause is read within its motion, so its id leads to its place there; a page of its own may come later.
function leadToClauses(app: FastifyInstance, { store }: PageOptions): void {
  app.get('/clause/*', async (request: Address, reply) => {
    const { id, form } = asked('clause', request);
    const place = await clausePlace(store.db, id);
    if (place === null) return elsewhere(store.db, reply, id, form);
    return reply.redirect(`/${place.motion}${form ? `.${form}` : ''}#${place.address}`, 302);
  });
}

// No id holds anything but letters, digits, dots and dashes, so whatever else is asked for is not one.
function asked(segment: string, request: Address): { readonly id: string; readonly form: OtherForm | null } {
  const [, path = '', form = null] = /^(.*?)(?:\.(json|csv|atom))?$/s.exec(request.params['*']) ?? [];
  const id = `${segment}/${path}`;
  if (!/^[\w./-]+$/.test(id)) throw unknown(id);
  return { id, form: form as OtherForm | null };
}

function notInForm(id: string, form: OtherForm, forms: readonly OtherForm[]): Refusal {
  const others = forms.map((each) => `/${id}.${each}`).join(' and ');
  return new Refusal('NOT_FOUND', `/${id} does not come as ${form}. It comes as a page and as ${others}.`);
}

async function elsewhere(db: Kysely<Database>, reply: FastifyReply, id: string, form: OtherForm | null) {
  const { mergedInto, removedBecause, removedAt } = await whereabouts(db, id);
  if (mergedInto !== null) return reply.redirect(`/${mergedInto}${form ? `.${form}` : ''}`, 308);
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
