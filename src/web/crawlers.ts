// What search engines ask for: which pages there are, and which addresses lead to no page of their own.
import type { FastifyInstance } from 'fastify';
import { escaped } from '../formats/atom.js';
import { countPages, type PagedTable, pagedTables, pageIds } from '../store/queries/page-ids.js';
import type { PageOptions } from './pages.js';
import { Refusal } from './refusal.js';
import { sendText } from './send.js';

/** Addresses in one sitemap; the format allows 50,000, and a smaller answer is a quicker one. */
export const sitemapLength = 10_000;

const ownPages = ['/', '/compare', '/search', '/coverage', '/lineage', '/glossary', '/developers', '/data/'];

/** The routes of robots.txt, the index of sitemaps, and each of them. */
export async function crawlerRoutes(app: FastifyInstance, { store }: PageOptions): Promise<void> {
  app.get('/robots.txt', (request, reply) =>
    sendText(request, reply, 'text/plain; charset=utf-8', robots(app.publicUrl)),
  );
  app.get('/sitemap.xml', async (request, reply) => {
    const counts = await countPages(store.db);
    const parts = [...counts].flatMap(([table, records]) =>
      Array.from({ length: Math.ceil(records / sitemapLength) }, (_, n) => `/sitemap-${table}-${n + 1}.xml`),
    );
    return sendText(
      request,
      reply,
      xml,
      list('sitemapindex', 'sitemap', app.publicUrl, ['/sitemap-pages-1.xml', ...parts]),
    );
  });
  app.get<{ Params: { part: string } }>('/sitemap-:part.xml', async (request, reply) => {
    const paths = await pathsOf(store, request.params.part);
    return sendText(request, reply, xml, list('urlset', 'url', app.publicUrl, paths));
  });
}

const xml = 'application/xml; charset=utf-8';

async function pathsOf({ db }: PageOptions['store'], part: string): Promise<readonly string[]> {
  if (part === 'pages-1') return ownPages;
  const [, table = '', number = ''] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(part) ?? [];
  if (!isPaged(table)) throw noSuchPart(part);
  const ids = await pageIds(db, table, { part: Number(number), size: sitemapLength });
  if (ids.length === 0) throw noSuchPart(part);
  return ids.map((id) => `/${id}`);
}

const isPaged = (table: string): table is PagedTable => (pagedTables as readonly string[]).includes(table);

function noSuchPart(part: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no sitemap ${part}. /sitemap.xml lists all there are.`);
}

function list(root: string, item: string, publicUrl: string, paths: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...paths.map((path) => `  <${item}><loc>${escaped(publicUrl + path)}</loc></${item}>`),
    `</${root}>`,
    '',
  ].join('\n');
}

// Answers without an end (searches, queries, every day of a comparison) are asked for by people, not crawled.
function robots(publicUrl: string): string {
  return [
    'User-agent: *',
    'Disallow: /graphql',
    'Disallow: /search?',
    'Disallow: /*?*asOf=',
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');
}
